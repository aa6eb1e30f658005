import { sessionContracts } from '../../../shared/contracts/session.ts';
import { placeOf } from '../../platform/windows/drives.ts';
import { changeLockRules, lockView } from '../../usecases/workspace/autoLock.ts';
import { readStatus } from '../../usecases/workspace/status.ts';
import { isOnServer } from '../../usecases/workstations/openBook.ts';
import { takesSecret } from '../../vault/workspaceKey.ts';
import { gateOf, refuse } from '../gate.ts';
import type { Session } from '../session.ts';

const { onSession, onWorkspace } = gateOf(sessionContracts);

/** What a page must know of a workspace before it may see any of it. */
export function stateOf(session: Session) {
  const workspace = session.workspace();
  const { folder, keyStore, move } = session;
  const place = placeOf(folder);
  const hasKeyStore = keyStore.isAvailable();
  return {
    state: session.state(),
    hasKeyStore,
    needsPassphrase: takesSecret(folder, hasKeyStore),
    isPractice: workspace.ok && workspace.value.isPractice,
    version: session.version,
    isOnServer: isOnServer(folder),
    ...(place === 'local' ? {} : { place }),
    ...(move.underWay === null ? {} : { moving: move.underWay }),
    closedBecause: session.closedBecause,
  };
}

const sessionRouter = onSession('session', {
  async state(session) {
    const refused = await session.resume();
    const { code, params = {} } = refused ?? { code: null };
    return { ...stateOf(session), ...(code === null ? {} : { refusal: { code, params } }) };
  },
  async create(session, { passphrase, practice }) {
    const isRecoverable = !practice;
    refuse(
      await session.open({ passphrase, isPracticeWanted: practice, whenMissing: 'create', isRecoverable }),
    );
    return { ...stateOf(session), recoveryCode: session.takeRecoveryCode() };
  },
  async unlock(session, { passphrase = '', recoveryCode = '' }) {
    const given = { passphrase, recoveryCode };
    refuse(await session.open({ ...given, isPracticeWanted: false, whenMissing: 'refuse' }));
    return stateOf(session);
  },
  async lock(session) {
    await session.close();
    return stateOf(session);
  },
});

const lockRouter = onWorkspace('session', {
  lockRules: (workspace) => lockView(workspace),
  async setLockRules(workspace, input) {
    await changeLockRules(workspace, input);
    return lockView(workspace);
  },
});

const statusRouter = {
  ...onSession('status', { changes: (session, _, { signal }) => session.changes.subscribe(signal) }),
  ...onWorkspace('status', {
    get: (workspace, _, { session }) => readStatus(workspace, session.knowledge),
  }),
};

export const sessionRouters = { session: { ...sessionRouter, ...lockRouter }, status: statusRouter };
