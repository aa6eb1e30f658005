import { type GateContext, gate, refuse } from '../gate.ts';

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
