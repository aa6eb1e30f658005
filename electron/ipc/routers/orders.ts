import type { OrderChangeRow } from '../../../shared/contracts/orders.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { acceptCorrection } from '../../usecases/correcting/correctAddresses.ts';
import { type ListedChange, listChanges } from '../../usecases/orders/changes/list.ts';
import { acceptChanges, rejectChanges, type SettledChanges } from '../../usecases/orders/changes/settle.ts';
import { countOrders } from '../../usecases/orders/counts.ts';
import { readOrderDetail } from '../../usecases/orders/detail.ts';
import { cancelOrder, holdOrder, releaseOrder } from '../../usecases/orders/edit.ts';
import { mergeHints, mergeOrders } from '../../usecases/orders/merge.ts';
import { splitOrder } from '../../usecases/orders/split.ts';
import { readFamily, undoRegrouping } from '../../usecases/orders/undoRegrouping.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { gate, unwrap } from '../gate.ts';
import { mutable, orderView } from '../views.ts';

type Errors = Parameters<typeof unwrap>[0];

async function changed(
  errors: Errors,
  workspace: Outcome<Workspace>,
  act: (open: Workspace) => Promise<Outcome<Order>>,
) {
  return orderView(unwrap(errors, await act(unwrap(errors, workspace))));
}

export const ordersRouter = {
  window: gate.orders.window.handler(async ({ context, input, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const rows = await read.orders.window(input.filter, input, input.sort);
    return { total: await read.orders.count(input.filter), rows: rows.map(orderView) };
  }),
  counts: gate.orders.counts.handler(async ({ context, input, errors }) =>
    countOrders(unwrap(errors, context.session.workspace()), input.search),
  ),
  detail: gate.orders.detail.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { order, ...rest } = unwrap(errors, await readOrderDetail(workspace, input.orderId));
    return mutable({ ...orderView(order), ...rest });
  }),
  cancel: gate.orders.cancel.handler(({ context, input, errors }) =>
    changed(errors, context.session.workspace(), (workspace) => cancelOrder(workspace, input)),
  ),
  hold: gate.orders.hold.handler(({ context, input, errors }) =>
    changed(errors, context.session.workspace(), (workspace) => holdOrder(workspace, input)),
  ),
  holdCounts: gate.orders.holdCounts.handler(async ({ context, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const rows = await read.orders.holdCounts();
    return Object.fromEntries(rows.map((row) => [row.holdReason || 'other', row.total]));
  }),
  release: gate.orders.release.handler(({ context, input, errors }) =>
    changed(errors, context.session.workspace(), (workspace) => releaseOrder(workspace, input)),
  ),
  edit: gate.orders.edit.handler(({ context, input, errors }) =>
    changed(errors, context.session.workspace(), (workspace) => acceptCorrection(workspace, input)),
  ),
};

function changeView({ change, order, fields, isAlarm, code }: ListedChange): OrderChangeRow {
  return {
    id: change.id,
    orderId: order.id,
    orderNo: order.orderNo,
    kind: change.kind,
    state: change.state,
    isAlarm,
    code,
    orderState: order.state,
    waybillNo: order.waybillNo,
    fields: fields.map((field) => ({ ...field })),
    importId: change.importId,
    file: change.fileName,
    rowNumber: change.rowNumber,
    at: change.at,
    informationAt: change.informationAt,
    settledAt: change.settledAt,
  };
}

function settledView({ settled, refused }: SettledChanges) {
  return {
    settled,
    refused: refused.map(({ changeId, orderNo, failure: { code, params } }) => ({
      changeId,
      orderNo,
      code,
      params: { ...params },
    })),
  };
}

export const changesRouter = {
  list: gate.changes.list.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { total, rows } = await listChanges(workspace, input.filter, input);
    return { total, rows: rows.map(changeView) };
  }),
  counts: gate.changes.counts.handler(async ({ context, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    return {
      pending: await read.orderChanges.count({ state: 'pending' }),
      alarms: await read.orders.alarmCount(),
    };
  }),
  accept: gate.changes.accept.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return settledView(unwrap(errors, await acceptChanges(workspace, input)));
  }),
  reject: gate.changes.reject.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return settledView(unwrap(errors, await rejectChanges(workspace, input)));
  }),
};

export const mergingRouter = {
  hints: gate.merging.hints.handler(async ({ context, input, errors }) => {
    const groups = await mergeHints(unwrap(errors, context.session.workspace()), input.level);
    return {
      total: groups.length,
      groups: groups
        .slice(input.offset, input.offset + input.limit)
        .map(({ id, orders }) => ({ id, orders: orders.map(orderView) })),
    };
  }),
  merge: gate.merging.merge.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return orderView(unwrap(errors, await mergeOrders(workspace, input.members)));
  }),
  undo: gate.merging.undo.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return { orders: unwrap(errors, await undoRegrouping(workspace, input)).map(orderView) };
  }),
  split: gate.merging.split.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return { orders: unwrap(errors, await splitOrder(workspace, input)).map(orderView) };
  }),
  family: gate.merging.family.handler(async ({ context, input, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const { origins, parcels, extras, extraOf } = await readFamily(read, input.orderId);
    return {
      origins: origins.map(({ id, orderNo, shop, goodsText }) => ({
        orderId: id,
        orderNo,
        shop,
        goodsText,
      })),
      parcels: parcels.map(orderView),
      extras: extras.map(orderView),
      extraOf: extraOf.map(orderView),
    };
  }),
};
