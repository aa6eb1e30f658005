import { operatorsContracts } from '../../../shared/contracts/operators.ts';
import { rightsOf } from '../../../shared/domain/operator.ts';
import { readActs } from '../../usecases/operators/actList.ts';
import { printBadge, removeBadge } from '../../usecases/operators/badges.ts';
import { addOperator, changeOperator, removeOperator } from '../../usecases/operators/operators.ts';
import { makeRescueCode, readRescue, rescueManager } from '../../usecases/operators/rescue.ts';
import { checkRecord, confirmSealTroubles, findHead } from '../../usecases/operators/seal.ts';
import { recordNameSearches } from '../../usecases/orders/nameSearch.ts';
import { revealOrder } from '../../usecases/orders/reveal.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, doesApproved, doesThen, gateOf, unwrap } from '../gate.ts';
import type { Session } from '../session.ts';

const { onSession, onWorkspace } = gateOf(operatorsContracts);

async function deskView(session: Session) {
  const desk = unwrap(session.desk());
  const { active, ...shop } = unwrap(
    await session.within(async ({ store: { read } }) => ({
      active: await read.operators.active(),
      shop: (await read.settings.get('sender'))?.name ?? '',
      hasRescueCode: (await readRescue(read)) !== null,
    })),
  );
  await desk.refresh();
  return {
    hasOperators: active.length > 0,
    ...shop,
    ...desk.actor,
    rights: rightsOf(desk.actor),
    idleMinutes: desk.idleMinutes,
    signsOutAt: desk.signsOutAt,
    notice: desk.notice,
    operators: active.map((one) => ({ ...one, rights: rightsOf(one) })),
  };
}

/** What the one before has searched by name is in the record when they leave, at the latest when the next one comes. */
async function endSearches(session: Session): Promise<void> {
  unwrap(await session.within((at) => at.store.write((write) => recordNameSearches(at, write))));
}

const operatorRows = async ({ store }: Workspace) =>
  (await store.read.operators.active()).map((row) => ({ ...row, hasBadge: row.badgeDigest !== '' }));

const operatorsRouter = {
  ...onSession('operators', {
    state: deskView,
    async signIn(session, { operatorId, pin }) {
      unwrap(await unwrap(session.desk()).signIn(operatorId, pin));
      await endSearches(session);
      return deskView(session);
    },
    async signInByBadge(session, { code }) {
      unwrap(await unwrap(session.desk()).signInByBadge(code));
      await endSearches(session);
      return deskView(session);
    },
    async signOut(session) {
      if (session.workspace().ok) await endSearches(session);
      unwrap(await session.signOut());
      const view = await deskView(session);
      void session.autoLock?.signedOut();
      return view;
    },
    touch(session) {
      session.autoLock?.touch();
      const desk = unwrap(session.desk());
      desk.touch();
      return { signsOutAt: desk.signsOutAt };
    },
    approve: async (session, input) => ({
      approvalId: unwrap(await unwrap(session.desk()).approve(input)),
    }),
    async setIdleMinutes(session, { idleMinutes }) {
      await unwrap(session.desk()).setIdleMinutes(idleMinutes);
      return deskView(session);
    },
  }),
  ...onWorkspace('operators', {
    reveal: doesApproved(revealOrder),
    list: operatorRows,
    async add(workspace, input, { session }) {
      const added = unwrap(await addOperator(workspace, input));
      unwrap(session.desk()).takeOver(added.operator);
      return { operators: await operatorRows(workspace), rescueCode: added.rescueCode };
    },
    change: doesThen(changeOperator, operatorRows),
    remove: doesThen(removeOperator, operatorRows),
    printBadge: doesThen(printBadge, operatorRows),
    removeBadge: doesThen(removeBadge, operatorRows),
    rescue: does(rescueManager, (rescueCode) => ({ rescueCode })),
    makeRescueCode: does(makeRescueCode, (rescueCode) => ({ rescueCode })),
    acts: readActs,
    checkActs: checkRecord,
    findHead: async (workspace, { head }) => ({
      found: await findHead(workspace, head.trim().toUpperCase()),
    }),
    confirmTroubles: doesThen((workspace) => confirmSealTroubles(workspace), checkRecord),
  }),
};

export const operatorsRouters = { operators: operatorsRouter };
