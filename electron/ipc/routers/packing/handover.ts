import { closeHandover, printHandover } from '../../../usecases/packing/handover/close.ts';
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
  begin: does(beginHandover),
  scanOut: does(scanOut),
  takeAll: does(takeAll),
  takeOff: does(takeOff),
  close: does(closeHandover),
  print: does(printHandover),
});

export const handoverRouters = { handover: handoverRouter };
