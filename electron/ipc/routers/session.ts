import { readStatus } from '../../usecases/workspace/status.ts';
import { type GateContext, gate, opened, refuse } from '../gate.ts';

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

const sessionRouter = {
  state: gate.session.state.handler(async ({ context }) => {
    await context.session.resume();
    return stateOf(context);
  }),
  create: gate.session.create.handler(async ({ context, input }) => {
    const request = {
      passphrase: input.passphrase,
      isPracticeWanted: input.practice,
      whenMissing: 'create' as const,
    };
    refuse(await context.session.open(request));
    return stateOf(context);
  }),
  unlock: gate.session.unlock.handler(async ({ context, input }) => {
    const request = { passphrase: input.passphrase, isPracticeWanted: false, whenMissing: 'refuse' as const };
    refuse(await context.session.open(request));
    return stateOf(context);
  }),
  lock: gate.session.lock.handler(async ({ context }) => {
    await context.session.close();
    return stateOf(context);
  }),
};

const statusRouter = {
  get: opened.status.get.handler(async ({ context: { workspace, session } }) =>
    readStatus(workspace, session.knowledge),
  ),
  changes: gate.status.changes.handler(({ context: { session }, signal }) =>
    session.changes.subscribe(signal),
  ),
};

export const sessionRouters = { session: sessionRouter, status: statusRouter };
