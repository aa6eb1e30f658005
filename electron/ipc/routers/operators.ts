import type { DeskView, OperatorRow } from '../../../shared/contracts/operators.ts';
import { rightsOf } from '../../../shared/domain/operator.ts';
import { findBrokenAct, readActs } from '../../usecases/operators/acts.ts';
import { addOperator, changeOperator, removeOperator } from '../../usecases/operators/operators.ts';
import { makeRescueCode, readRescue, rescueManager } from '../../usecases/operators/rescue.ts';
import { revealOrder } from '../../usecases/orders/reveal.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type GateContext, gate, unwrap } from '../gate.ts';

type Errors = Parameters<typeof unwrap>[0];

async function deskView({ session }: GateContext, errors: Errors): Promise<DeskView> {
  const { store } = unwrap(errors, session.workspace());
  const desk = unwrap(errors, session.desk());
  const active = await store.read.operators.active();
  await desk.refresh();
  return {
    hasOperators: active.length > 0,
    hasRescueCode: (await readRescue(store.read)) !== null,
    ...desk.actor,
    rights: [...rightsOf(desk.actor)],
    idleMinutes: desk.idleMinutes,
    signsOutAt: desk.signsOutAt,
    operators: active.map(({ id, name, role }) => ({ id, name, role, rights: [...rightsOf({ role })] })),
  };
}

async function operatorRows({ store }: Workspace): Promise<OperatorRow[]> {
  return (await store.read.operators.active()).map(({ id, name, role, version, createdAt, signedInAt }) => ({
    id,
    name,
    role,
    version,
    createdAt,
    signedInAt,
  }));
}

export const operatorsRouter = {
  state: gate.operators.state.handler(({ context, errors }) => deskView(context, errors)),
  signIn: gate.operators.signIn.handler(async ({ context, input, errors }) => {
    unwrap(errors, await unwrap(errors, context.session.desk()).signIn(input.operatorId, input.pin));
    return deskView(context, errors);
  }),
  signOut: gate.operators.signOut.handler(({ context, errors }) => {
    unwrap(errors, context.session.desk()).signOut();
    return deskView(context, errors);
  }),
  touch: gate.operators.touch.handler(({ context, errors }) => {
    const desk = unwrap(errors, context.session.desk());
    desk.touch();
    return { signsOutAt: desk.signsOutAt };
  }),
  approve: gate.operators.approve.handler(async ({ context, input, errors }) => ({
    approvalId: unwrap(errors, await unwrap(errors, context.session.desk()).approve(input)),
  })),
  reveal: gate.operators.reveal.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { orderId, reason, approvalIds = [] } = input;
    const outcome = await context.session.withApprovals(approvalIds, orderId, (approvals) =>
      revealOrder(workspace, { orderId, reason, approvals }),
    );
    return { ...unwrap(errors, outcome) };
  }),
  list: gate.operators.list.handler(({ context, errors }) =>
    operatorRows(unwrap(errors, context.session.workspace())),
  ),
  add: gate.operators.add.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const added = unwrap(errors, await addOperator(workspace, input));
    unwrap(errors, context.session.desk()).takeOver(added.operator);
    return { operators: await operatorRows(workspace), rescueCode: added.rescueCode };
  }),
  change: gate.operators.change.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await changeOperator(workspace, input));
    return operatorRows(workspace);
  }),
  remove: gate.operators.remove.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await removeOperator(workspace, input));
    return operatorRows(workspace);
  }),
  rescue: gate.operators.rescue.handler(async ({ context, input, errors }) => ({
    rescueCode: unwrap(errors, await rescueManager(unwrap(errors, context.session.workspace()), input)),
  })),
  makeRescueCode: gate.operators.makeRescueCode.handler(async ({ context, errors }) => ({
    rescueCode: unwrap(errors, await makeRescueCode(unwrap(errors, context.session.workspace()))),
  })),
  setIdleMinutes: gate.operators.setIdleMinutes.handler(async ({ context, input, errors }) => {
    await unwrap(errors, context.session.desk()).setIdleMinutes(input.idleMinutes);
    return deskView(context, errors);
  }),
  acts: gate.operators.acts.handler(async ({ context, input, errors }) =>
    readActs(unwrap(errors, context.session.workspace()), input),
  ),
  checkActs: gate.operators.checkActs.handler(async ({ context, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const total = await workspace.store.read.operatorActs.count();
    return { total, brokenNo: await findBrokenAct(workspace) };
  }),
};
