import { describePrintMatrix } from './printMatrix/describePrintMatrix.ts';
import { tcpWay } from './printMatrix/tcpWay.ts';

describePrintMatrix(tcpWay);
