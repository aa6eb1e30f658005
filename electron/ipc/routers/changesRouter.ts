import type { OrderChangeRow } from '../../../shared/contracts/changesContract.ts';
import { type ListedChange, listChanges } from '../../usecases/orders/changes/list.ts';
import { acceptChanges, rejectChanges, type SettledChanges } from '../../usecases/orders/changes/settle.ts';
import { gate, unwrap } from '../gate.ts';

export function changeView({ change, order, fields, isAlarm, code }: ListedChange): OrderChangeRow {
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
