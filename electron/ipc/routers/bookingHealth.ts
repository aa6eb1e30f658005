import { readCall, readCalls } from '../../usecases/booking/calls.ts';
import { readBookingHealth, readClockSkew } from '../../usecases/booking/health.ts';
import { raiseRate, resumeLane, setFallback } from '../../usecases/booking/lanes.ts';
import { readBookingStory } from '../../usecases/booking/story.ts';
import { readBookingSummary, readUnshipped } from '../../usecases/booking/summary.ts';
import { answerNotThere, askUnsureNow, readUnsure } from '../../usecases/booking/unsure.ts';
import { supportText } from '../../usecases/workspace/supportText.ts';
import { gate, unwrap } from '../gate.ts';

export const bookingHealthRouter = {
  accounts: gate.bookingHealth.accounts.handler(({ context, errors }) =>
    readBookingHealth(unwrap(errors, context.session.workspace())),
  ),
  clock: gate.bookingHealth.clock.handler(({ context, errors }) =>
    readClockSkew(unwrap(errors, context.session.workspace())),
  ),
  summary: gate.bookingHealth.summary.handler(({ context, errors }) =>
    readBookingSummary(unwrap(errors, context.session.workspace())),
  ),
  setFallback: gate.bookingHealth.setFallback.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await setFallback(workspace, input));
    return readBookingHealth(workspace);
  }),
  raiseRate: gate.bookingHealth.raiseRate.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await raiseRate(workspace, input));
    return readBookingHealth(workspace);
  }),
  resume: gate.bookingHealth.resume.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await resumeLane(workspace, input.accountId));
    context.session.wake();
    return readBookingHealth(workspace);
  }),
  unshipped: gate.bookingHealth.unshipped.handler(({ context, input, errors }) =>
    readUnshipped(unwrap(errors, context.session.workspace()), input),
  ),
  unsure: gate.bookingHealth.unsure.handler(({ context, input, errors }) =>
    readUnsure(unwrap(errors, context.session.workspace()), input),
  ),
  askNow: gate.bookingHealth.askNow.handler(async ({ context, input, errors }) => {
    const asked = await askUnsureNow(unwrap(errors, context.session.workspace()), input.orderIds);
    context.session.wake();
    return { asked };
  }),
  answerNotThere: gate.bookingHealth.answerNotThere.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const planned = unwrap(errors, await answerNotThere(workspace, input.orderId, input.note));
    context.session.wake();
    return { planned };
  }),
};

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

export const storyRouter = {
  ofOrder: gate.story.ofOrder.handler(async ({ context, input, errors }) => ({
    shipments: await readBookingStory(unwrap(errors, context.session.workspace()), input.orderId),
  })),
};
