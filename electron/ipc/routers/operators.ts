import { rightsOf } from '../../../shared/domain/operator.ts';
import { findBrokenAct, readActs } from '../../usecases/operators/acts.ts';
import { addOperator, changeOperator, removeOperator } from '../../usecases/operators/operators.ts';
import { makeRescueCode, readRescue, rescueManager } from '../../usecases/operators/rescue.ts';
import { revealOrder } from '../../usecases/orders/reveal.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type GateContext, gate, opened, reads, unwrap } from '../gate.ts';

async function deskView({ session }: GateContext) {
  const { store } = unwrap(session.workspace());
  const desk = unwrap(session.desk());
  const active = await store.read.operators.active();
  await desk.refresh();
  return {
    hasOperators: active.length > 0,
    hasRescueCode: (await readRescue(store.read)) !== null,
    ...desk.actor,
    rights: rightsOf(desk.actor),
    idleMinutes: desk.idleMinutes,
    signsOutAt: desk.signsOutAt,
    operators: active.map((one) => ({ ...one, rights: rightsOf(one) })),
  };
}

const operatorRows = ({ store }: Workspace) => store.read.operators.active();

const operatorsRouter = {
  state: gate.operators.state.handler(({ context }) => deskView(context)),
  signIn: gate.operators.signIn.handler(async ({ context, input }) => {
    unwrap(await unwrap(context.session.desk()).signIn(input.operatorId, input.pin));
    return deskView(context);
  }),
  signOut: gate.operators.signOut.handler(({ context }) => {
    unwrap(context.session.desk()).signOut();
    return deskView(context);
  }),
  touch: gate.operators.touch.handler(({ context: { session } }) => {
    const desk = unwrap(session.desk());
    desk.touch();
    return { signsOutAt: desk.signsOutAt };
  }),
  approve: gate.operators.approve.handler(async ({ context: { session }, input }) => ({
    approvalId: unwrap(await unwrap(session.desk()).approve(input)),
  })),
  reveal: opened.operators.reveal.handler(async ({ context: { workspace, session }, input }) => {
    const { orderId, reason, approvalIds = [] } = input;
    const outcome = await session.withApprovals(approvalIds, orderId, (approvals) =>
      revealOrder(workspace, { orderId, reason, approvals }),
    );
    return unwrap(outcome);
  }),
  list: opened.operators.list.handler(({ context: { workspace } }) => operatorRows(workspace)),
  add: opened.operators.add.handler(async ({ context: { workspace, session }, input }) => {
    const added = unwrap(await addOperator(workspace, input));
    unwrap(session.desk()).takeOver(added.operator);
    return { operators: await operatorRows(workspace), rescueCode: added.rescueCode };
  }),
  change: opened.operators.change.handler(async ({ context: { workspace }, input }) => {
    unwrap(await changeOperator(workspace, input));
    return operatorRows(workspace);
  }),
  remove: opened.operators.remove.handler(async ({ context: { workspace }, input }) => {
    unwrap(await removeOperator(workspace, input));
    return operatorRows(workspace);
  }),
  rescue: opened.operators.rescue.handler(async ({ context: { workspace }, input }) => ({
    rescueCode: unwrap(await rescueManager(workspace, input)),
  })),
  makeRescueCode: opened.operators.makeRescueCode.handler(async ({ context: { workspace } }) => ({
    rescueCode: unwrap(await makeRescueCode(workspace)),
  })),
  setIdleMinutes: gate.operators.setIdleMinutes.handler(async ({ context, input }) => {
    await unwrap(context.session.desk()).setIdleMinutes(input.idleMinutes);
    return deskView(context);
  }),
  acts: opened.operators.acts.handler(reads(readActs)),
  checkActs: opened.operators.checkActs.handler(async ({ context: { workspace } }) => {
    const total = await workspace.store.read.operatorActs.count();
    return { total, brokenNo: await findBrokenAct(workspace) };
  }),
};

export const operatorsRouters = { operators: operatorsRouter };
