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
import { opened, unwrap } from '../gate.ts';

async function viewOf(workspace: Workspace, saved: SavedRuleSet) {
  return { ...saved, problems: await checkRules(workspace, saved.set) };
}

const rulesRouter = {
  get: opened.rules.get.handler(async ({ context: { workspace } }) =>
    viewOf(workspace, await readRuleSet(workspace.store.read)),
  ),
  check: opened.rules.check.handler(
    async ({ context: { workspace }, input }) => await checkRules(workspace, input.set),
  ),
  try: opened.rules.try.handler(({ context: { workspace }, input }) =>
    tryRules(workspace, input.set, input.days),
  ),
  save: opened.rules.save.handler(async ({ context: { workspace }, input }) =>
    viewOf(workspace, unwrap(await saveRuleSet(workspace, input.set, input.basedOn))),
  ),
  versions: opened.rules.versions.handler(({ context: { workspace } }) => listRuleVersions(workspace)),
  goBack: opened.rules.goBack.handler(async ({ context: { workspace }, input }) =>
    viewOf(workspace, unwrap(await goBackToRules(workspace, input.versionNo, input.basedOn))),
  ),
  setShare: opened.rules.setShare.handler(async ({ context: { workspace }, input }) =>
    viewOf(workspace, unwrap(await setRuleShare(workspace, input))),
  ),
  comparison: opened.rules.comparison.handler(({ context: { workspace }, input }) =>
    compareShare(workspace, input.experimentId),
  ),
  names: opened.rules.names.handler(({ context: { workspace } }) => ruleNames(workspace)),
  why: opened.rules.why.handler(async ({ context: { workspace }, input }) =>
    unwrap(await whyChosen(workspace, input.orderId)),
  ),
};

export const rulesRouters = { rules: rulesRouter };
