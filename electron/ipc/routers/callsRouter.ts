import { readCall, readCalls } from '../../usecases/booking/calls.ts';
import { supportText } from '../../usecases/workspace/supportText.ts';
import { gate, unwrap } from '../gate.ts';

export const callsRouter = {
  window: gate.calls.window.handler(({ context, input, errors }) =>
    readCalls(unwrap(errors, context.session.workspace()), input, input),
  ),
  detail: gate.calls.detail.handler(async ({ context, input, errors }) => {
    const { call, request, chain } = unwrap(
      errors,
      await readCall(unwrap(errors, context.session.workspace()), input.callId),
    );
    if (request === null) return { ...call, request, chain: [...chain] };
    const { carrier, sender, receiver, goods, weightGrams, parcelCount, codAmountFen, insuredValueFen } =
      request;
    return {
      ...call,
      request: {
        carrier,
        sender,
        receiver,
        goods: goods.map(({ name, quantity }) => ({ name, quantity })),
        weightGrams,
        parcelCount,
        codAmountFen,
        insuredValueFen,
      },
      chain: [...chain],
    };
  }),
  supportText: gate.calls.supportText.handler(async ({ context, input, errors }) => ({
    text: unwrap(
      errors,
      await supportText(unwrap(errors, context.session.workspace()), input.callId, input.language),
    ),
  })),
};
