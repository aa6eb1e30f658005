import { mergeHints } from '../../usecases/orders/mergeHints.ts';
import { mergeOrders } from '../../usecases/orders/mergeOrders.ts';
import { readFamily } from '../../usecases/orders/readFamily.ts';
import { splitOrder } from '../../usecases/orders/split.ts';
import { undoRegrouping } from '../../usecases/orders/undoRegrouping.ts';
import { gate, unwrap } from '../gate.ts';
import { orderView } from '../views.ts';

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
