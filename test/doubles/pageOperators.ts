import type { implement } from '@orpc/server';
import type { contract } from '../../shared/contracts/contract.ts';
import type { DeskView, OperatorActRow, OperatorRow } from '../../shared/contracts/operatorsContract.ts';
import { rightsOf } from '../../shared/domain/actor.ts';
import { approvableRights } from '../../shared/domain/role.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

interface Known extends OperatorRow {
  pin: string;
}

/** Operators of the page's double: none at first, so that whoever looks is the owner. */
export function pageOperators(os: Os, { now, tell, fail, orders, options, slice }: PageWorld) {
  const known: Known[] = [];
  const approvals = new Map<string, string>();
  /** Newest first. */
  const acts: OperatorActRow[] = [];
  let idleMinutes = 5;
  let signedInId = '';
  const here = () => known.find(({ id }) => id === signedInId);
  const roleHere = () => here()?.role ?? (known.length === 0 ? ('owner' as const) : ('nobody' as const));
  const desk = (): DeskView => ({
    hasOperators: known.length > 0,
    role: roleHere(),
    operatorId: here()?.id ?? '',
    name: here()?.name ?? '',
    rights: [...rightsOf({ role: roleHere() })],
    idleMinutes,
    signsOutAt: here() === undefined ? null : now() + idleMinutes * 60_000,
    operators: known.map(({ id, name, role }) => ({ id, name, role })),
  });
  const record = (act: Pick<OperatorActRow, 'kind' | 'what'> & Partial<OperatorActRow>) => {
    const nothing = { approver: '', orderId: '', orderNo: '', reason: '' };
    acts.unshift({ no: acts.length + 1, at: now(), operator: here()?.name ?? '', ...nothing, ...act });
  };
  const rows = (): OperatorRow[] => known.map(({ pin: _pin, ...row }) => row);
  const byPin = (operatorId: string, pin: string): Known => {
    const found = known.find(({ id }) => id === operatorId) ?? fail('OPERATOR_NOT_FOUND');
    return found.pin === pin ? found : fail('OPERATOR_PIN_WRONG', { seconds: 0 });
  };
  const signIn = (operator: Known) => {
    signedInId = operator.id;
    operator.signedInAt = now();
    record({ kind: 'signed-in', what: operator.role });
    tell('operators');
  };
  return {
    state: os.operators.state.handler(desk),
    signIn: os.operators.signIn.handler(({ input }) => {
      signIn(byPin(input.operatorId, input.pin));
      return desk();
    }),
    signOut: os.operators.signOut.handler(() => {
      signedInId = '';
      tell('operators');
      return desk();
    }),
    touch: os.operators.touch.handler(() => ({ signsOutAt: desk().signsOutAt })),
    approve: os.operators.approve.handler(({ input }) => {
      const { role } = byPin(input.operatorId, input.pin);
      if (!rightsOf({ role }).includes(input.right)) fail('OPERATOR_MAY_NOT_APPROVE', { right: input.right });
      const approvalId = `approval-${approvals.size + 1}`;
      approvals.set(approvalId, input.right);
      return { approvalId };
    }),
    reveal: os.operators.reveal.handler(({ input }) => {
      const right = approvableRights[2];
      const isApproved = (input.approvalIds ?? []).some((id) => approvals.get(id) === right);
      if (!desk().rights.includes(right) && !isApproved) fail('OPERATOR_APPROVAL_NEEDED', { right });
      const { receiver, orderNo } = orders.find(({ id }) => id === input.orderId) ?? fail('ORDER_NOT_FOUND');
      const { orderId, reason } = input;
      record({ kind: 'personal-data-shown', what: 'order 1', orderId, orderNo, reason });
      return { ...receiver, name: '林小满', phone: '13912345678', detail: '样板路8号3单元301室' };
    }),
    list: os.operators.list.handler(rows),
    add: os.operators.add.handler(({ input }) => {
      if (known.length === 0 && input.role !== 'manager') fail('OPERATOR_FIRST_MANAGER');
      if (input.pin.length < 4) fail('OPERATOR_PIN_FORM', { least: 4, most: 12 });
      const { name, role, pin } = input;
      const added = { id: `op-${known.length + 1}`, name, role, pin, version: 0, createdAt: now() };
      known.push({ ...added, signedInAt: null });
      record({ kind: 'operator-added', what: `${name} ${role}` });
      if (known.length === 1) signIn(known[0]!);
      tell('operators');
      return rows();
    }),
    change: os.operators.change.handler(({ input }) => {
      const found = known.find(({ id }) => id === input.operatorId) ?? fail('OPERATOR_NOT_FOUND');
      found.version += 1;
      record({
        kind: 'operator-changed',
        what: [found.name, input.role, input.pin && 'PIN'].filter(Boolean).join(' '),
      });
      found.name = input.name ?? found.name;
      found.role = input.role ?? found.role;
      found.pin = input.pin ?? found.pin;
      tell('operators');
      return rows();
    }),
    remove: os.operators.remove.handler(({ input }) => {
      const [removed] = known.splice(
        known.findIndex(({ id }) => id === input.operatorId),
        1,
      );
      record({ kind: 'operator-removed', what: removed?.name ?? '' });
      tell('operators');
      return rows();
    }),
    setIdleMinutes: os.operators.setIdleMinutes.handler(({ input }) => {
      idleMinutes = input.idleMinutes;
      tell('operators');
      return desk();
    }),
    acts: os.operators.acts.handler(({ input }) => slice(acts, input)),
    checkActs: os.operators.checkActs.handler(() => ({
      total: acts.length,
      brokenNo: options.brokenActNo ?? null,
    })),
  };
}
