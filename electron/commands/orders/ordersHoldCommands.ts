import { bookedBeforeAnswers, type HoldReason, holdReasons } from '../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { holdOrder, releaseOrder } from '../../usecases/orders/edit.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { orderByNumber, orderResult } from './orderResult.ts';

/** One is only given by the program. */
const byPerson = holdReasons.filter((reason) => reason !== 'booked-before');

export const ordersHoldCommand: Command = {
  name: 'orders hold',
  usage: `NO [--reason ${byPerson.join('|')}] [--note TEXT] [--reveal]`,
  does: { 'zh-CN': '挂起订单并记下原因', en: 'keep an order back, with why' },
  options: { reason: { type: 'string' }, note: { type: 'string' }, reveal: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const reason = context.text('reason') ?? 'other';
      if (!(byPerson as readonly string[]).includes(reason))
        return failure('ORDER_HOLD_REASON_UNKNOWN', { reason, known: byPerson.join(', ') });
      const order = await orderByNumber(workspace, context.operands[0]);
      if (!order.ok) return order;
      const held = await holdOrder(workspace, {
        orderId: order.value.id,
        version: null,
        reason: reason as HoldReason,
        note: context.text('note') ?? '',
      });
      return held.ok ? done(await orderResult(workspace, [held.value], 1, context)) : held;
    }),
};

export const ordersReleaseCommand: Command = {
  name: 'orders release',
  usage: 'NO… [--same-parcel|--another-parcel] [--note TEXT] [--reveal]',
  does: {
    'zh-CN': '解除挂起；恢复备份后可能取过号的，要说明是同一个包裹还是另一个包裹',
    en: 'let a held order go on; one maybe booked before a restore with the answer whether it is the same parcel',
  },
  options: {
    'same-parcel': { type: 'boolean' },
    'another-parcel': { type: 'boolean' },
    note: { type: 'string' },
    reveal: { type: 'boolean' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [answer, ...more] = bookedBeforeAnswers.filter((name) => context.flag(name));
      if (more.length > 0)
        return failure('USAGE', { detail: `orders release ${ordersReleaseCommand.usage}` });
      const orders = await heldByNumbers(workspace, context.operands);
      if (!orders.ok) return orders;
      const note = context.text('note') ?? '';
      const released: Order[] = [];
      for (const { id: orderId } of orders.value) {
        const outcome = await releaseOrder(workspace, { orderId, version: null, note, answer });
        if (!outcome.ok) return outcome;
        released.push(outcome.value);
      }
      return done(await orderResult(workspace, released, released.length, context));
    }),
};

/** The orders the operands name; of several with one row number the one that is held. All or none. */
async function heldByNumbers(
  workspace: Workspace,
  orderNos: readonly string[],
): Promise<Outcome<readonly Order[]>> {
  if (orderNos.length === 0)
    return failure('USAGE', { detail: `orders release ${ordersReleaseCommand.usage}` });
  const found: Order[] = [];
  for (const orderNo of orderNos) {
    const held = (await workspace.store.read.orders.ofNumber(orderNo)).filter(
      ({ state }) => state === 'held',
    );
    if (held.length > 1) return failure('ORDER_NUMBER_SHARED', { orderNo, count: held.length });
    const [only] = held;
    const order = only === undefined ? await orderByNumber(workspace, orderNo) : done(only);
    if (!order.ok) return order;
    found.push(order.value);
  }
  return done(found);
}
