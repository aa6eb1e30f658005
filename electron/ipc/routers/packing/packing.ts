import type { Asked } from '../../../../shared/contracts/contract.ts';
import type { PackAnswer } from '../../../../shared/contracts/packing/packing.ts';
import type { PackingRules } from '../../../../shared/domain/packing/packing.ts';
import { commandAtBench } from '../../../usecases/packing/command.ts';
import { listGoodsCodes, removeGoodsCode, saveGoodsCode } from '../../../usecases/packing/goodsCodes.ts';
import { readPictures } from '../../../usecases/packing/pictures.ts';
import { reopenAtBench } from '../../../usecases/packing/reopen.ts';
import { readPackingRules, savePackingRules } from '../../../usecases/packing/rules.ts';
import { scanAtBench } from '../../../usecases/packing/scan.ts';
import { listPacked, readDesk } from '../../../usecases/packing/show.ts';
import { printSlip } from '../../../usecases/packing/slip.ts';
import { weighAtBench } from '../../../usecases/packing/weigh.ts';
import type { Workspace } from '../../../usecases/workspace/workspace.ts';
import { type Call, does, doesApproved, onWorkspace, unwrap } from '../../gate.ts';

/** A gesture at the bench, after which its recorder films what lies there. */
const filmed =
  <Input>(act: (workspace: Workspace, input: Input, call: Call) => Promise<PackAnswer>) =>
  async (workspace: Workspace, input: Input, call: Call): Promise<PackAnswer> => {
    const answer = await act(workspace, input, call);
    unwrap(call.session.devices()).seeParcel(answer.parcel);
    return answer;
  };

const packingRouter = onWorkspace('packing', {
  desk: readDesk,
  scan: filmed(doesApproved<Asked<'packing', 'scan'>, PackAnswer>(scanAtBench)),
  weigh: filmed(does(weighAtBench)),
  command: filmed(doesApproved<Asked<'packing', 'command'>, PackAnswer>(commandAtBench)),
  reopen: filmed(does(reopenAtBench)),
  window: listPacked,
  pictures: does(readPictures),
  printSlip: does(printSlip),
  goodsCodes: listGoodsCodes,
  saveGoodsCode: does(saveGoodsCode),
  removeGoodsCode,
  rules: readPackingRules,
  setRules: does((workspace, input) => savePackingRules(workspace, input as Partial<PackingRules>)),
  setPrinters: does((workspace, input) => savePackingRules(workspace, input as Partial<PackingRules>)),
});

export const packingRouters = { packing: packingRouter };
