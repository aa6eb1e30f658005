import { sfBench } from './networkMatrix/benches.ts';
import { describeNetworkMatrix } from './networkMatrix/describeNetworkMatrix.ts';

describeNetworkMatrix(sfBench);
