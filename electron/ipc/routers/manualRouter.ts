import { bindAndPrint, findForBinding } from '../../usecases/booking/manualDesk.ts';
import { gate, unwrap } from '../gate.ts';
import { orderView } from '../views.ts';

export const manualRouter = {
  find: gate.manual.find.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const order = orderView(unwrap(errors, await findForBinding(workspace, input.code)));
    const { province, city, district } = order.receiver;
    return {
      id: order.id,
      orderNo: order.orderNo,
      receiverName: order.receiver.name,
      place: [...new Set([province, city, district])].filter(Boolean).join(' '),
      goodsText: order.goodsText,
      carrier: order.carrier,
    };
  }),
  bindNumber: gate.manual.bindNumber.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { order, slipErrorCode } = unwrap(errors, await bindAndPrint(workspace, input));
    context.session.wake();
    return { order: orderView(order), slipErrorCode };
  }),
};
