import { kuaidi100Bench } from './networkMatrix/benches.ts';
import { describeNetworkMatrix } from './networkMatrix/describeNetworkMatrix.ts';

describeNetworkMatrix(kuaidi100Bench);
