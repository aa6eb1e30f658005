import type { Asked } from '../../../../shared/contracts/contract.ts';
import type { PackAnswer } from '../../../../shared/contracts/packing/packing.ts';
import { packingContracts } from '../../../../shared/contracts/packing/packing.ts';
import { definedIn } from '../../../../shared/rules/typedRecord.ts';
import { commandAtBench } from '../../../usecases/packing/command.ts';
import { readPictures } from '../../../usecases/packing/pictures.ts';
import { reopenAtBench } from '../../../usecases/packing/reopen.ts';
import { readPackingRules, savePackingRules } from '../../../usecases/packing/rules.ts';
import { scanAtBench } from '../../../usecases/packing/scan.ts';
import { listPacked, readDesk } from '../../../usecases/packing/show.ts';
import { printSlip } from '../../../usecases/packing/slip.ts';
import { weighAtBench } from '../../../usecases/packing/weigh.ts';
import { atBench, readAtBench } from '../../atBench.ts';
import { does, doesApproved, gateOf } from '../../gate.ts';

const { onWorkspace } = gateOf(packingContracts);

const packingRouter = onWorkspace('packing', {
  desk: readAtBench((workspace) => readDesk(workspace)),
  scan: atBench(doesApproved<Asked<'packing', 'scan'>, PackAnswer>(scanAtBench)),
  weigh: atBench(does(weighAtBench)),
  command: atBench(doesApproved<Asked<'packing', 'command'>, PackAnswer>(commandAtBench)),
  reopen: atBench(does(reopenAtBench)),
  window: readAtBench(listPacked),
  pictures: does(readPictures),
  printSlip: does(printSlip),
  rules: readAtBench((workspace) => readPackingRules(workspace)),
  setRules: does((workspace, input) => savePackingRules(workspace, definedIn(input))),
  setPrinters: does((workspace, input) => savePackingRules(workspace, definedIn(input))),
});

export const packingRouters = { packing: packingRouter };
