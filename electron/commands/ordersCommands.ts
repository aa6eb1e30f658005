import { carrierName } from '../../shared/domain/carrierNames.ts';
import { orderStates } from '../../shared/domain/order.ts';
import type { Language } from '../../shared/errors/describeError.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { orderView } from '../ipc/views.ts';
import type { OrderFilterState } from '../store/repositories/orderRepository.ts';
import type { OrdersTable } from '../store/schema.ts';
import { cancelOrder, editOrder } from '../usecases/changeOrder.ts';
import { isOpenQuestion } from '../usecases/countOrders.ts';
import type { Workspace } from '../usecases/workspace.ts';
import type { Command, CommandContext, CommandResult } from './kit/command.ts';
import { commandText } from './kit/commandText.ts';
import { maskOrders } from './kit/maskOrders.ts';
import { stateText } from './kit/stateText.ts';
import { withWorkspace } from './kit/withWorkspace.ts';

const filterStates: readonly string[] = [...orderStates, 'unsure', 'failed', 'unprinted'];
const defaultLimit = 100;

type Row = ReturnType<typeof maskOrders>[number];

function orderLine({ orderNo, state, shipmentState, carrier, waybillNo, receiver }: Row, language: Language) {
  const isUnsure = isOpenQuestion(shipmentState);
  const shown = isUnsure ? 'unsure' : shipmentState === 'refused' ? 'failed' : state;
  const where = `${receiver.province}${receiver.city}${receiver.district}${receiver.detail}`;
  const parcel = [carrierName(carrier, language), waybillNo].filter((text) => text !== '').join(' ');
  return [orderNo, stateText('order', shown, language), parcel, `${receiver.name} ${receiver.phone} ${where}`]
    .filter((text) => text !== '')
    .join('  ');
}

function resultOf(orders: readonly OrdersTable[], total: number, context: CommandContext): CommandResult {
  const rows = maskOrders(orders.map(orderView), context.flag('reveal'));
  const lines = rows.map((row) => orderLine(row, context.language));
  const head =
    rows.length === 0
      ? commandText(context.language, 'noOrders')
      : commandText(context.language, 'total', { count: total });
  return { exitCode: 0, json: { orders: rows, total }, human: [...lines, head] };
}

async function byNumber(workspace: Workspace, context: CommandContext): Promise<Outcome<OrdersTable>> {
  const [orderNo] = context.operands;
  if (orderNo === undefined) return failure('USAGE', { detail: 'orders … NO' });
  const order = await workspace.store.read.orders.byOrderNo(orderNo);
  return order === undefined ? failure('ORDER_NOT_FOUND', { orderNo }) : done(order);
}

const reveal = { reveal: { type: 'boolean' } } as const;

export const ordersListCommand: Command = {
  name: 'orders list',
  usage: '[--state S] [--search TEXT] [--limit N] [--reveal]',
  does: {
    'zh-CN': '列出订单（个人信息打码，--reveal 显示）',
    en: 'list orders (personal data masked unless --reveal)',
  },
  options: { state: { type: 'string' }, search: { type: 'string' }, limit: { type: 'string' }, ...reveal },
  run: (context) =>
    withWorkspace(context, async ({ store }) => {
      const state = context.text('state');
      if (state !== undefined && !filterStates.includes(state))
        return failure('USAGE', { detail: `--state ${filterStates.join('|')}` });
      const limit = Number(context.text('limit') ?? defaultLimit);
      if (!Number.isInteger(limit) || limit < 0) return failure('USAGE', { detail: '--limit N' });
      const filter = { state: state as OrderFilterState | undefined, search: context.text('search') };
      const orders = await store.read.orders.window(filter, { offset: 0, limit });
      return done(resultOf(orders, await store.read.orders.count(filter), context));
    }),
};

export const ordersShowCommand: Command = {
  name: 'orders show',
  usage: 'NO [--reveal]',
  does: { 'zh-CN': '查看一个订单', en: 'show one order' },
  options: reveal,
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const order = await byNumber(workspace, context);
      return order.ok ? done(resultOf([order.value], 1, context)) : order;
    }),
};

export const ordersEditCommand: Command = {
  name: 'orders edit',
  usage: 'NO --set field=value … [--reveal]',
  does: { 'zh-CN': '修改订单并确认收件信息', en: 'change an order and confirm its receiver' },
  options: { set: { type: 'string', multiple: true }, ...reveal },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const order = await byNumber(workspace, context);
      if (!order.ok) return order;
      const changes = context
        .texts('set')
        .map((text) => text.split(/=(.*)/s, 2) as [string, string | undefined]);
      const wrong = changes.find(([field, value]) => field === '' || value === undefined);
      if (changes.length === 0 || wrong !== undefined)
        return failure('USAGE', { detail: '--set field=value' });
      const changed = await editOrder(workspace, order.value.id, new Map(changes as [string, string][]));
      return changed.ok ? done(resultOf([changed.value], 1, context)) : changed;
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
      const order = await byNumber(workspace, context);
      if (!order.ok) return order;
      const cancelled = await cancelOrder(workspace, { orderId: order.value.id, version: null });
      return cancelled.ok ? done(resultOf([cancelled.value], 1, context)) : cancelled;
    }),
};
