import { readStatus } from '../../usecases/workspace/status.ts';
import { type GateContext, gate, refuse, unwrap } from '../gate.ts';

function stateOf({ session }: GateContext) {
  const workspace = session.workspace();
  return {
    state: session.state(),
    hasKeyStore: session.hasKeyStore,
    needsPassphrase: session.needsPassphrase,
    isPractice: workspace.ok && workspace.value.isPractice,
    version: session.version,
  };
}

export const sessionRouter = {
  state: gate.session.state.handler(async ({ context }) => {
    await context.session.resume();
    return stateOf(context);
  }),
  create: gate.session.create.handler(async ({ context, input, errors }) => {
    const request = {
      passphrase: input.passphrase,
      isPracticeWanted: input.practice,
      whenMissing: 'create' as const,
    };
    refuse(errors, await context.session.open(request));
    return stateOf(context);
  }),
  unlock: gate.session.unlock.handler(async ({ context, input, errors }) => {
    const request = { passphrase: input.passphrase, isPracticeWanted: false, whenMissing: 'refuse' as const };
    refuse(errors, await context.session.open(request));
    return stateOf(context);
  }),
  lock: gate.session.lock.handler(async ({ context }) => {
    await context.session.close();
    return stateOf(context);
  }),
};

export const statusRouter = {
  get: gate.status.get.handler(async ({ context, errors }) =>
    readStatus(unwrap(errors, context.session.workspace()), context.session.knowledge),
  ),
  changes: gate.status.changes.handler(({ context, signal }) => context.session.changes.subscribe(signal)),
};
