import { kdniaoBench } from './networkMatrix/benches.ts';
import { describeNetworkMatrix } from './networkMatrix/describeNetworkMatrix.ts';

describeNetworkMatrix(kdniaoBench);
