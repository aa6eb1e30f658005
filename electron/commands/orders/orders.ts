import {
  bookedBeforeAnswers,
  type HoldReason,
  holdReasons,
  orderStates,
} from '../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { OrderFilterState } from '../../store/orders/orderRepository.ts';
import type { Order } from '../../store/schema.ts';
import { bookedFreight } from '../../usecases/booking/choosing/freight.ts';
import { cancelOrder, editOrder, holdOrder, releaseOrder } from '../../usecases/orders/edit.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { orderByNumber, orderResult } from './orderResult.ts';

const filterStates: readonly string[] = [...orderStates, 'unsure', 'failed', 'unprinted', 'alarm'];
const defaultLimit = 100;

const reveal = { reveal: { type: 'boolean' } } as const;

export const ordersListCommand: Command = {
  name: 'orders list',
  usage: '[--state S] [--hold-reason R] [--search TEXT] [--limit N] [--reveal]',
  does: {
    'zh-CN': '列出订单（个人信息打码，--reveal 显示）',
    en: 'list orders (personal data masked unless --reveal)',
  },
  options: {
    state: { type: 'string' },
    'hold-reason': { type: 'string' },
    search: { type: 'string' },
    limit: { type: 'string' },
    ...reveal,
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const { store } = workspace;
      const state = context.text('state');
      if (state !== undefined && !filterStates.includes(state))
        return failure('USAGE', { detail: `--state ${filterStates.join('|')}` });
      const limit = Number(context.text('limit') ?? defaultLimit);
      if (!Number.isInteger(limit) || limit < 0) return failure('USAGE', { detail: '--limit N' });
      const holdReason = context.text('hold-reason') as HoldReason | undefined;
      if (holdReason !== undefined && !holdReasons.includes(holdReason))
        return failure('ORDER_HOLD_REASON_UNKNOWN', { reason: holdReason, known: holdReasons.join(', ') });
      const filter = {
        state: state as OrderFilterState | undefined,
        search: context.text('search'),
        holdReason,
      };
      const orders = await store.read.orders.window(filter, { offset: 0, limit });
      return done(await orderResult(workspace, orders, await store.read.orders.count(filter), context));
    }),
};

export const ordersShowCommand: Command = {
  name: 'orders show',
  usage: 'NO [--reveal]',
  does: { 'zh-CN': '查看一个订单', en: 'show one order' },
  options: reveal,
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const order = await orderByNumber(workspace, context.operands[0]);
      if (!order.ok) return order;
      const { json, ...result } = await orderResult(workspace, [order.value], 1, context);
      const { shipmentId: id } = order.value;
      const shipment = id === null ? undefined : await workspace.store.read.shipments.byId(id);
      const freight = shipment === undefined ? null : bookedFreight(shipment);
      const [row] = json.orders;
      return done({ ...result, json: { ...json, orders: [{ ...row, freight }] } });
    }),
};

export const ordersEditCommand: Command = {
  name: 'orders edit',
  usage: 'NO --set field=value … [--reveal]',
  does: { 'zh-CN': '修改订单并确认收件信息', en: 'change an order and confirm its receiver' },
  options: { set: { type: 'string', multiple: true }, ...reveal },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const order = await orderByNumber(workspace, context.operands[0]);
      if (!order.ok) return order;
      const changes = context
        .texts('set')
        .map((text) => text.split(/=(.*)/s, 2) as [string, string | undefined]);
      const wrong = changes.find(([field, value]) => field === '' || value === undefined);
      if (changes.length === 0 || wrong !== undefined)
        return failure('USAGE', { detail: '--set field=value' });
      const changed = await editOrder(workspace, order.value.id, new Map(changes as [string, string][]));
      return changed.ok ? done(await orderResult(workspace, [changed.value], 1, context)) : changed;
    }),
};

export const ordersCancelCommand: Command = {
  name: 'orders cancel',
  usage: 'NO [--reveal]',
  does: {
    'zh-CN': '取消订单；已取号的先作废运单',
    en: 'cancel an order; a booked one gives its waybill back first',
  },
  options: reveal,
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const order = await orderByNumber(workspace, context.operands[0]);
      if (!order.ok) return order;
      const cancelled = await cancelOrder(workspace, { orderId: order.value.id, version: null });
      return cancelled.ok ? done(await orderResult(workspace, [cancelled.value], 1, context)) : cancelled;
    }),
};

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
