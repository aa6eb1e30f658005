import { ordersContracts } from '../../../shared/contracts/orders.ts';
import { mostMerged } from '../../../shared/domain/order.ts';
import type { Order } from '../../store/schema.ts';
import type { RefusedOrder } from '../../usecases/booking/plan.ts';
import { type ListedChange, listChanges } from '../../usecases/orders/changes/list.ts';
import { acceptChanges, rejectChanges, type SettledChanges } from '../../usecases/orders/changes/settle.ts';
import { countOrders } from '../../usecases/orders/counts.ts';
import { readOrderDetail } from '../../usecases/orders/detail.ts';
import { filterNow } from '../../usecases/orders/due.ts';
import { cancelOrder, holdOrder, releaseOrder } from '../../usecases/orders/edit.ts';
import { editOrders } from '../../usecases/orders/editOrders.ts';
import { mergeHints, mergeOrders } from '../../usecases/orders/merge.ts';
import { allowNameSearches, spendNameSearch } from '../../usecases/orders/nameSearch.ts';
import { withoutPersons } from '../../usecases/orders/order.ts';
import { splitOrder } from '../../usecases/orders/split.ts';
import { readFamily, undoRegrouping } from '../../usecases/orders/undoRegrouping.ts';
import { changesOrders, longReadAtBench } from '../atBench.ts';
import { does, doesApproved, gateOf, refuse } from '../gate.ts';
import { orderView } from '../views.ts';

const { onWorkspace } = gateOf(ordersContracts);

const ordersRouter = onWorkspace('orders', {
  window: longReadAtBench(async (workspace, input) => {
    refuse(await spendNameSearch(workspace, input.filter.search, input.filter.isCode));
    const { orders } = workspace.store.read;
    const filter = { ...(await filterNow(workspace, input.filter)), isApart: true };
    const rows = await orders.window(filter, input, input.sort);
    return { total: await orders.count(filter), rows: rows.map(orderView) };
  }),
  async goodsGroups({ store }) {
    const { orders } = store.read;
    const groups = await orders.goodsGroups();
    const alone = (await orders.readyCount()) - groups.reduce((sum, group) => sum + group.orders, 0);
    return { groups: alone > 0 ? [...groups, { goodsText: '', orders: alone }] : groups };
  },
  async goodsWindow({ store }, window) {
    const { orders } = store.read;
    const rows = await orders.goodsWindow(await orders.goodsGroups(), window);
    return { total: await orders.readyCount(), rows: rows.map(orderView) };
  },
  counts: longReadAtBench(async (workspace, { search }) => {
    refuse(await spendNameSearch(workspace, search));
    return countOrders(workspace, search);
  }),
  searchLimit: async ({ store }, { search }) => ({ most: await store.read.orders.searchLimit(search) }),
  allowNameSearches: doesApproved(allowNameSearches),
  detail: longReadAtBench(
    does(
      (workspace, { orderId }) => readOrderDetail(workspace, orderId),
      ({ order, ...rest }) => ({ ...orderView(order), ...rest }),
    ),
  ),
  cancel: does(cancelOrder, orderView),
  hold: changesOrders(
    ({ reason = 'other', note = '', ...order }) => ({
      orders: [order],
      asked: { kind: 'hold', reason, note },
    }),
    holdOrder,
    orderView,
  ),
  holdCounts: longReadAtBench(async ({ store }) => {
    const rows = await store.read.orders.holdCounts();
    return Object.fromEntries(rows.map((row) => [row.holdReason || 'other', row.total]));
  }),
  release: changesOrders(
    ({ note = '', answer, ...order }) =>
      answer === undefined ? { orders: [order], asked: { kind: 'release', note } } : null,
    releaseOrder,
    orderView,
  ),
  edit: changesOrders(
    ({ orders, changes }) => ({ orders, asked: { kind: 'edit', changes } }),
    (workspace, { orders, changes }) => editOrders(workspace, orders, changes),
    ({ editedIds, notQueued, refused, ...rest }) => ({
      ...rest,
      edited: editedIds.length,
      notQueued: notQueued.map(leftView),
      refused: refused.map(leftView),
    }),
  ),
});

const leftView = ({ orderNo, failure }: RefusedOrder) => ({ orderNo, params: {}, ...failure });

function changeView({ change, order, ...rest }: ListedChange) {
  const { id: orderId, orderNo, state: orderState, waybillNo } = order;
  return { ...change, ...rest, orderId, orderNo, orderState, waybillNo, file: change.fileName };
}

function settledView({ settled, refused }: SettledChanges) {
  return { settled, refused: refused.map(({ failure, ...of }) => ({ ...of, params: {}, ...failure })) };
}

const changesRouter = onWorkspace('changes', {
  async list(workspace, input) {
    const { total, rows } = await listChanges(workspace, input.filter, input);
    return { total, rows: rows.map(changeView) };
  },
  counts: async ({ store: { read } }) => ({
    pending: await read.orderChanges.count({ state: 'pending' }),
    alarms: await read.orders.alarmCount(),
  }),
  accept: does(acceptChanges, settledView),
  reject: does(rejectChanges, settledView),
});

const ordersView = (orders: readonly Order[]) => ({ orders: orders.map(orderView) });

const mergingRouter = onWorkspace('merging', {
  async hints(workspace, { level, ...window }) {
    const { total, groups } = await mergeHints(workspace, level, { ...window, most: mostMerged });
    return { total, groups: groups.map(({ id, orders }) => ({ id, ...ordersView(orders) })) };
  },
  merge: does((workspace, { members }) => mergeOrders(workspace, members), orderView),
  undo: does(undoRegrouping, ordersView),
  split: does(splitOrder, ordersView),
  async family({ store }, { orderId }) {
    const { origins, parcels, extras, extraOf } = await readFamily(store.read, orderId);
    return {
      origins: origins.map((order) => ({ ...withoutPersons(order), orderId: order.id })),
      parcels: parcels.map(orderView),
      extras: extras.map(orderView),
      extraOf: extraOf.map(orderView),
    };
  },
});

export const ordersRouters = { orders: ordersRouter, changes: changesRouter, merging: mergingRouter };
