import type { Asked } from '../../../../shared/contracts/contract.ts';
import type { PackAnswer } from '../../../../shared/contracts/packing/packing.ts';
import type { PackingRules } from '../../../../shared/domain/packing/packing.ts';
import { commandAtBench } from '../../../usecases/packing/command.ts';
import { readPictures } from '../../../usecases/packing/pictures.ts';
import { reopenAtBench } from '../../../usecases/packing/reopen.ts';
import { readPackingRules, savePackingRules } from '../../../usecases/packing/rules.ts';
import { scanAtBench } from '../../../usecases/packing/scan.ts';
import { listPacked, readDesk } from '../../../usecases/packing/show.ts';
import { printSlip } from '../../../usecases/packing/slip.ts';
import { weighAtBench } from '../../../usecases/packing/weigh.ts';
import type { Workspace } from '../../../usecases/workspace/workspace.ts';
import { type Call, does, doesApproved, onWorkspace } from '../../gate.ts';

/** Read from the book; while its server is away, from what this bench has of it. */
const seenAtBench =
  <Input, Value>(read: (workspace: Workspace, input: Input) => Promise<Value>) =>
  (workspace: Workspace, input: Input, { session }: Call): Promise<Value> => {
    const go = (at: Workspace): Promise<Value> => read(at, input);
    return session.away?.during(workspace, go) ?? go(workspace);
  };

/** A gesture at the same place. */
const atBench =
  <Input, Value>(act: (workspace: Workspace, input: Input, call: Call) => Promise<Value>) =>
  (workspace: Workspace, input: Input, call: Call): Promise<Value> => {
    const go = (at: Workspace): Promise<Value> => act(at, input, call);
    return call.session.away?.gesture(workspace, go) ?? go(workspace);
  };

const packingRouter = onWorkspace('packing', {
  desk: seenAtBench((workspace) => readDesk(workspace)),
  scan: atBench(doesApproved<Asked<'packing', 'scan'>, PackAnswer>(scanAtBench)),
  weigh: atBench(does(weighAtBench)),
  command: atBench(doesApproved<Asked<'packing', 'command'>, PackAnswer>(commandAtBench)),
  reopen: atBench(does(reopenAtBench)),
  window: seenAtBench(listPacked),
  pictures: does(readPictures),
  printSlip: does(printSlip),
  rules: readPackingRules,
  setRules: does((workspace, input) => savePackingRules(workspace, input as Partial<PackingRules>)),
  setPrinters: does((workspace, input) => savePackingRules(workspace, input as Partial<PackingRules>)),
});

export const packingRouters = { packing: packingRouter };
