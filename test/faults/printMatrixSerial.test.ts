import { describePrintMatrix } from './printMatrix/describePrintMatrix.ts';
import { serialWay } from './printMatrix/serialWay.ts';

describePrintMatrix(serialWay);
