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
import { atBench, longAtBench, readAtBench } from '../../atBench.ts';
import { does, gateOf } from '../../gate.ts';

const { onWorkspace } = gateOf(handoverContracts);

const handoverRouter = onWorkspace('handover', {
  desk: readAtBench((workspace) => readHandoverDesk(workspace)),
  list: readAtBench(does(readHandover)),
  window: listHandovers,
  leftOver: readAtBench(listLeftOver),
  late: (workspace) => readLate(workspace),
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
