import { type ListedChange, listChanges } from '../../usecases/orders/changes/list.ts';
import { acceptChanges, rejectChanges, type SettledChanges } from '../../usecases/orders/changes/settle.ts';
import { countOrders } from '../../usecases/orders/counts.ts';
import { readOrderDetail } from '../../usecases/orders/detail.ts';
import { cancelOrder, editOrder, holdOrder, releaseOrder } from '../../usecases/orders/edit.ts';
import { mergeHints, mergeOrders } from '../../usecases/orders/merge.ts';
import { splitOrder } from '../../usecases/orders/split.ts';
import { readFamily, undoRegrouping } from '../../usecases/orders/undoRegrouping.ts';
import { opened, unwrap } from '../gate.ts';
import { orderView } from '../views.ts';

const ordersRouter = {
  window: opened.orders.window.handler(async ({ context: { workspace }, input }) => {
    const { read } = workspace.store;
    const rows = await read.orders.window(input.filter, input, input.sort);
    return { total: await read.orders.count(input.filter), rows: rows.map(orderView) };
  }),
  counts: opened.orders.counts.handler(async ({ context: { workspace }, input }) =>
    countOrders(workspace, input.search),
  ),
  detail: opened.orders.detail.handler(async ({ context: { workspace }, input }) => {
    const { order, ...rest } = unwrap(await readOrderDetail(workspace, input.orderId));
    return { ...orderView(order), ...rest };
  }),
  cancel: opened.orders.cancel.handler(async ({ context: { workspace }, input }) =>
    orderView(unwrap(await cancelOrder(workspace, input))),
  ),
  hold: opened.orders.hold.handler(async ({ context: { workspace }, input }) =>
    orderView(unwrap(await holdOrder(workspace, input))),
  ),
  holdCounts: opened.orders.holdCounts.handler(async ({ context: { workspace } }) => {
    const { read } = workspace.store;
    const rows = await read.orders.holdCounts();
    return Object.fromEntries(rows.map((row) => [row.holdReason || 'other', row.total]));
  }),
  release: opened.orders.release.handler(async ({ context: { workspace }, input }) =>
    orderView(unwrap(await releaseOrder(workspace, input))),
  ),
  edit: opened.orders.edit.handler(async ({ context: { workspace }, input }) =>
    orderView(unwrap(await editOrder(workspace, input, input.changes))),
  ),
};

function changeView({ change, order, ...rest }: ListedChange) {
  const { id: orderId, orderNo, state: orderState, waybillNo } = order;
  return { ...change, ...rest, orderId, orderNo, orderState, waybillNo, file: change.fileName };
}

function settledView({ settled, refused }: SettledChanges) {
  return { settled, refused: refused.map(({ failure, ...of }) => ({ ...of, params: {}, ...failure })) };
}

const changesRouter = {
  list: opened.changes.list.handler(async ({ context: { workspace }, input }) => {
    const { total, rows } = await listChanges(workspace, input.filter, input);
    return { total, rows: rows.map(changeView) };
  }),
  counts: opened.changes.counts.handler(async ({ context: { workspace } }) => {
    const { read } = workspace.store;
    return {
      pending: await read.orderChanges.count({ state: 'pending' }),
      alarms: await read.orders.alarmCount(),
    };
  }),
  accept: opened.changes.accept.handler(async ({ context: { workspace }, input }) =>
    settledView(unwrap(await acceptChanges(workspace, input))),
  ),
  reject: opened.changes.reject.handler(async ({ context: { workspace }, input }) =>
    settledView(unwrap(await rejectChanges(workspace, input))),
  ),
};

const mergingRouter = {
  hints: opened.merging.hints.handler(async ({ context: { workspace }, input }) => {
    const groups = await mergeHints(workspace, input.level);
    return {
      total: groups.length,
      groups: groups
        .slice(input.offset, input.offset + input.limit)
        .map(({ id, orders }) => ({ id, orders: orders.map(orderView) })),
    };
  }),
  merge: opened.merging.merge.handler(async ({ context: { workspace }, input }) =>
    orderView(unwrap(await mergeOrders(workspace, input.members))),
  ),
  undo: opened.merging.undo.handler(async ({ context: { workspace }, input }) => ({
    orders: unwrap(await undoRegrouping(workspace, input)).map(orderView),
  })),
  split: opened.merging.split.handler(async ({ context: { workspace }, input }) => ({
    orders: unwrap(await splitOrder(workspace, input)).map(orderView),
  })),
  family: opened.merging.family.handler(async ({ context: { workspace }, input }) => {
    const { read } = workspace.store;
    const { origins, parcels, extras, extraOf } = await readFamily(read, input.orderId);
    return {
      origins: origins.map((order) => ({ ...order, orderId: order.id })),
      parcels: parcels.map(orderView),
      extras: extras.map(orderView),
      extraOf: extraOf.map(orderView),
    };
  }),
};

export const ordersRouters = { orders: ordersRouter, changes: changesRouter, merging: mergingRouter };
