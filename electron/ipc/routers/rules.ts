import { rulesContracts } from '../../../shared/contracts/rules.ts';
import { checkRules, ruleNames } from '../../usecases/booking/choosing/ruleReadings.ts';
import {
  goBackToRules,
  listRuleVersions,
  readRuleSet,
  type SavedRuleSet,
  saveRuleSet,
  setRuleShare,
} from '../../usecases/booking/choosing/ruleSets.ts';
import { compareShare, tryRules } from '../../usecases/booking/choosing/tryRules.ts';
import { whyChosen } from '../../usecases/booking/choosing/whyChosen.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, gateOf } from '../gate.ts';

const { onWorkspace } = gateOf(rulesContracts);

async function viewOf(saved: SavedRuleSet, workspace: Workspace) {
  return { ...saved, problems: await checkRules(workspace, saved.set) };
}

const rulesRouter = onWorkspace('rules', {
  get: async (workspace) => viewOf(await readRuleSet(workspace.store.read), workspace),
  check: (workspace, { set }) => checkRules(workspace, set),
  try: (workspace, { set, days }) => tryRules(workspace, set, days),
  save: does((workspace, { set, basedOn }) => saveRuleSet(workspace, set, basedOn), viewOf),
  versions: listRuleVersions,
  goBack: does((workspace, { versionNo, basedOn }) => goBackToRules(workspace, versionNo, basedOn), viewOf),
  setShare: does(setRuleShare, viewOf),
  comparison: (workspace, { experimentId }) => compareShare(workspace, experimentId),
  names: ruleNames,
  why: does((workspace, { orderId }) => whyChosen(workspace, orderId)),
});

export const rulesRouters = { rules: rulesRouter };
