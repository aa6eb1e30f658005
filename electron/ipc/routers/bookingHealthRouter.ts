import { raiseRate, resumeLane, setFallback } from '../../usecases/booking/laneSettings.ts';
import { readBookingHealth } from '../../usecases/booking/readBookingHealth.ts';
import { readBookingSummary } from '../../usecases/booking/readBookingSummary.ts';
import { readClockSkew } from '../../usecases/booking/readClockSkew.ts';
import { readUnshipped } from '../../usecases/booking/readUnshipped.ts';
import { answerNotThere, askUnsureNow, readUnsure } from '../../usecases/booking/unsureBookings.ts';
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
