import type { RuleSet } from '../../../shared/domain/bookingRule.ts';
import { checkRules, planPreview, ruleNames } from '../../usecases/booking/choosing/ruleReadings.ts';
import {
  goBackToRules,
  listRuleVersions,
  readRuleSet,
  readRuleVersion,
  type SavedRuleSet,
  saveRuleSet,
  setRuleShare,
} from '../../usecases/booking/choosing/ruleSets.ts';
import { compareShare, tryRules } from '../../usecases/booking/choosing/tryRules.ts';
import { whyChosen } from '../../usecases/booking/choosing/whyChosen.ts';
import { selectedOrders } from '../../usecases/orders/select.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { gate, unwrap } from '../gate.ts';
import { mutable } from '../views.ts';

async function viewOf(workspace: Workspace, saved: SavedRuleSet) {
  return mutable({ ...saved, problems: await checkRules(workspace, saved.set) });
}

export const rulesRouter = {
  get: gate.rules.get.handler(async ({ context, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return viewOf(workspace, await readRuleSet(workspace.store.read));
  }),
  check: gate.rules.check.handler(async ({ context, input, errors }) =>
    mutable(await checkRules(unwrap(errors, context.session.workspace()), input.set as RuleSet)),
  ),
  try: gate.rules.try.handler(({ context, input, errors }) =>
    tryRules(unwrap(errors, context.session.workspace()), input.set, input.days),
  ),
  save: gate.rules.save.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return viewOf(
      workspace,
      unwrap(errors, await saveRuleSet(workspace, input.set as RuleSet, input.basedOn)),
    );
  }),
  versions: gate.rules.versions.handler(({ context, errors }) =>
    listRuleVersions(unwrap(errors, context.session.workspace())),
  ),
  version: gate.rules.version.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return viewOf(workspace, unwrap(errors, await readRuleVersion(workspace, input.versionNo)));
  }),
  goBack: gate.rules.goBack.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return viewOf(workspace, unwrap(errors, await goBackToRules(workspace, input.versionNo, input.basedOn)));
  }),
  setShare: gate.rules.setShare.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return viewOf(workspace, unwrap(errors, await setRuleShare(workspace, input)));
  }),
  comparison: gate.rules.comparison.handler(({ context, input, errors }) =>
    compareShare(unwrap(errors, context.session.workspace()), input.experimentId),
  ),
  names: gate.rules.names.handler(({ context, errors }) =>
    ruleNames(unwrap(errors, context.session.workspace())),
  ),
  plan: gate.rules.plan.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const orderIds = await selectedOrders(workspace, input.selection);
    return mutable(await planPreview(workspace, orderIds));
  }),
  why: gate.rules.why.handler(async ({ context, input, errors }) =>
    mutable(unwrap(errors, await whyChosen(unwrap(errors, context.session.workspace()), input.orderId))),
  ),
};
