import { handoverContracts } from '../../../../shared/contracts/packing/handover.ts';
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
import { atBench, longAtBench, seenAtBench } from '../../atBench.ts';
import { does, gateOf } from '../../gate.ts';

const { onWorkspace } = gateOf(handoverContracts);

const handoverRouter = onWorkspace('handover', {
  desk: seenAtBench((workspace) => readHandoverDesk(workspace)),
  list: seenAtBench(does(readHandover)),
  window: listHandovers,
  leftOver: seenAtBench(listLeftOver),
  late: readLate,
  stayed: listStayed,
  unsigned: listUnsigned,
  latePickups: listLatePickups,
  begin: atBench(does(beginHandover)),
  scanOut: atBench(does(scanOut)),
  takeAll: longAtBench(does(takeAll)),
  takeOff: atBench(does(takeOff)),
  close: longAtBench(does(closeHandover)),
  print: longAtBench(does(printHandover)),
});

export const handoverRouters = { handover: handoverRouter };
