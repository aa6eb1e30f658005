import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import { childDivisions } from '../../addresses/childDivisions.ts';
import { parseAddress } from '../../addresses/parseAddress.ts';
import { acceptCorrection, readCorrection, undoCorrection } from '../../usecases/correctAddresses.ts';
import { complaintsOf } from '../../usecases/orderRow.ts';
import type { Workspace } from '../../usecases/workspace.ts';
import { gate, unwrap } from '../gate.ts';

function readingView(reading: AddressReading) {
  return {
    ...reading,
    otherPhones: [...reading.otherPhones],
    issues: [...reading.issues],
    corrections: [...reading.corrections],
    candidates: [...reading.candidates],
    spans: [...reading.spans],
  };
}

async function withRemaining(workspace: Workspace, order: { readonly id: string; readonly version: number }) {
  return {
    orderId: order.id,
    version: order.version,
    remaining: await workspace.store.read.orders.count({ state: 'needs-review' }),
  };
}

export const correctRouter = {
  queue: gate.correct.queue.handler(async ({ context, input, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const rows = await read.orders.reviewQueue(input);
    return {
      total: await read.orders.count({ state: 'needs-review' }),
      rows: rows.map((order) => ({
        orderId: order.id,
        orderNo: order.order_no,
        originalText: order.receiver_text,
        confidence: order.confidence,
        issues: complaintsOf(order).map((complaint) => complaint.code),
      })),
    };
  }),
  item: gate.correct.item.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { order, reading, complaints } = unwrap(errors, await readCorrection(workspace, input.orderId));
    return {
      orderId: order.id,
      orderNo: order.order_no,
      version: order.version,
      source: order.source,
      originalText: order.receiver_text,
      reading: readingView(reading),
      complaints: complaints.map(({ code, field, params }) => ({
        code,
        field,
        ...(params === undefined ? {} : { params: { ...params } }),
      })),
      goodsText: order.goods_text,
      buyerRemark: order.buyer_remark,
    };
  }),
  accept: gate.correct.accept.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return withRemaining(workspace, unwrap(errors, await acceptCorrection(workspace, input)));
  }),
  undo: gate.correct.undo.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return withRemaining(workspace, unwrap(errors, await undoCorrection(workspace, input)));
  }),
  parse: gate.correct.parse.handler(({ context, input, errors }) =>
    readingView(parseAddress(input.text, unwrap(errors, context.session.workspace()).divisions)),
  ),
  divisions: gate.correct.divisions.handler(({ context, input, errors }) => [
    ...childDivisions(unwrap(errors, context.session.workspace()).divisions, input),
  ]),
};
