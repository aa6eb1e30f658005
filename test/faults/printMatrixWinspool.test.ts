import { describePrintMatrix } from './printMatrix/describePrintMatrix.ts';
import { winspoolWay } from './printMatrix/winspoolWay.ts';

describePrintMatrix(winspoolWay);
