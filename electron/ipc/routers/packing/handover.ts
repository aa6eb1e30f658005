import { closeHandover, printHandover } from '../../../usecases/packing/handover/close.ts';
import {
  listLatePickups,
  listStayed,
  listUnsigned,
  readLate,
} from '../../../usecases/packing/handover/late.ts';
import {
  beginHandover,
  listHandovers,
  listLeftOver,
  readHandover,
  readHandoverDesk,
} from '../../../usecases/packing/handover/lists.ts';
import { scanOut, takeAll, takeOff } from '../../../usecases/packing/handover/scanOut.ts';
import { does, onWorkspace } from '../../gate.ts';

const handoverRouter = onWorkspace('handover', {
  desk: readHandoverDesk,
  list: does(readHandover),
  window: listHandovers,
  leftOver: listLeftOver,
  late: readLate,
  stayed: listStayed,
  unsigned: listUnsigned,
  latePickups: listLatePickups,
  begin: does(beginHandover),
  scanOut: does(scanOut),
  takeAll: does(takeAll),
  takeOff: does(takeOff),
  close: does(closeHandover),
  print: does(printHandover),
});

export const handoverRouters = { handover: handoverRouter };
