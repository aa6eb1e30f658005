import { describePrintMatrix } from './printMatrix/describePrintMatrix.ts';
import { fileWay } from './printMatrix/fileWay.ts';

describePrintMatrix(fileWay);
