import { addParcel } from '../../usecases/booking/addParcel.ts';
import { renumberOrder } from '../../usecases/booking/renumber.ts';
import { gate, unwrap } from '../gate.ts';
import { orderView } from '../views.ts';

export const parcelsRouter = {
  renumber: gate.parcels.renumber.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const renumbered = unwrap(errors, await renumberOrder(workspace, input));
    context.session.wake();
    return { ...renumbered };
  }),
  add: gate.parcels.add.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { extra, planned } = unwrap(errors, await addParcel(workspace, input));
    context.session.wake();
    return { extra: orderView(extra), planned };
  }),
};
