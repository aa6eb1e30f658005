import { acceptReach } from '../../usecases/correcting/acceptReach.ts';
import { askAddress } from '../../usecases/correcting/askAddress.ts';
import { askableAccounts } from '../../usecases/correcting/askingAccount.ts';
import { askReach, reachOfOrder } from '../../usecases/correcting/askReach.ts';
import {
  bringBackLearned,
  exportLearned,
  forgetLearned,
  readLearned,
} from '../../usecases/correcting/memory.ts';
import { addNoShip, readNoShip, removeNoShip } from '../../usecases/correcting/noShip.ts';
import { suggestReceivers } from '../../usecases/correcting/suggest.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import { gate, unwrap } from '../gate.ts';

export const addressKnowledgeRouter = {
  suggestions: gate.addressKnowledge.suggestions.handler(async ({ context, input, errors }) =>
    unwrap(errors, await suggestReceivers(unwrap(errors, context.session.workspace()), input.orderId)),
  ),
  learned: gate.addressKnowledge.learned.handler(({ context, input, errors }) =>
    readLearned(unwrap(errors, context.session.workspace()), input),
  ),
  forget: gate.addressKnowledge.forget.handler(async ({ context, input, errors }) =>
    unwrap(errors, await forgetLearned(unwrap(errors, context.session.workspace()), input.id)),
  ),
  bringBack: gate.addressKnowledge.bringBack.handler(async ({ context, input, errors }) =>
    unwrap(errors, await bringBackLearned(unwrap(errors, context.session.workspace()), input.id)),
  ),
  exportLearned: gate.addressKnowledge.exportLearned.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { language } = await readSettings(workspace);
    const request = { path: null, language, isRevealed: input.isPersonalDataConfirmed };
    const exported = await context.session.withApprovals(input.approvalIds, '', (approvals) =>
      exportLearned(workspace, { ...request, approvals }),
    );
    return unwrap(errors, exported);
  }),
  askable: gate.addressKnowledge.askable.handler(({ context, errors }) =>
    askableAccounts(unwrap(errors, context.session.workspace())),
  ),
  ask: gate.addressKnowledge.ask.handler(async ({ context, input, errors }) =>
    unwrap(errors, await askAddress(unwrap(errors, context.session.workspace()), input)),
  ),
  reach: gate.addressKnowledge.reach.handler(async ({ context, input, errors }) =>
    unwrap(errors, await reachOfOrder(unwrap(errors, context.session.workspace()), input.orderId)),
  ),
  askReach: gate.addressKnowledge.askReach.handler(async ({ context, input, errors }) =>
    unwrap(errors, await askReach(unwrap(errors, context.session.workspace()), input)),
  ),
  acceptReach: gate.addressKnowledge.acceptReach.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { id, version } = unwrap(errors, await acceptReach(workspace, input));
    return { orderId: id, version };
  }),
  noShip: gate.addressKnowledge.noShip.handler(({ context, errors }) =>
    readNoShip(unwrap(errors, context.session.workspace()).store.read),
  ),
  addNoShip: gate.addressKnowledge.addNoShip.handler(async ({ context, input, errors }) =>
    unwrap(errors, await addNoShip(unwrap(errors, context.session.workspace()), input)),
  ),
  removeNoShip: gate.addressKnowledge.removeNoShip.handler(async ({ context, input, errors }) =>
    unwrap(errors, await removeNoShip(unwrap(errors, context.session.workspace()), input.id)),
  ),
};
