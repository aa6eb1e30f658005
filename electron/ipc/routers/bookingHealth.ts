import { readCall, readCalls } from '../../usecases/booking/calls.ts';
import { readBookingHealth, readClockSkew } from '../../usecases/booking/health.ts';
import { raiseRate, resumeLane, setFallback } from '../../usecases/booking/lanes.ts';
import { readBookingStory } from '../../usecases/booking/story.ts';
import { readBookingSummary, readUnshipped } from '../../usecases/booking/summary.ts';
import { answerNotThere, askUnsureNow } from '../../usecases/booking/unsure.ts';
import { supportText } from '../../usecases/workspace/supportText.ts';
import { opened, reads, unwrap } from '../gate.ts';

const bookingHealthRouter = {
  accounts: opened.bookingHealth.accounts.handler(({ context: { workspace } }) =>
    readBookingHealth(workspace),
  ),
  clock: opened.bookingHealth.clock.handler(({ context: { workspace } }) => readClockSkew(workspace)),
  summary: opened.bookingHealth.summary.handler(({ context: { workspace } }) =>
    readBookingSummary(workspace),
  ),
  setFallback: opened.bookingHealth.setFallback.handler(async ({ context: { workspace }, input }) => {
    unwrap(await setFallback(workspace, input));
    return readBookingHealth(workspace);
  }),
  raiseRate: opened.bookingHealth.raiseRate.handler(async ({ context: { workspace }, input }) => {
    unwrap(await raiseRate(workspace, input));
    return readBookingHealth(workspace);
  }),
  resume: opened.bookingHealth.resume.handler(async ({ context: { workspace }, input }) => {
    unwrap(await resumeLane(workspace, input.accountId));
    return readBookingHealth(workspace);
  }),
  unshipped: opened.bookingHealth.unshipped.handler(reads(readUnshipped)),
  askNow: opened.bookingHealth.askNow.handler(async ({ context: { workspace }, input }) => ({
    asked: await askUnsureNow(workspace, input.orderIds),
  })),
  answerNotThere: opened.bookingHealth.answerNotThere.handler(async ({ context: { workspace }, input }) => ({
    planned: unwrap(await answerNotThere(workspace, input.orderId, input.note)),
  })),
};

const callsRouter = {
  window: opened.calls.window.handler(({ context: { workspace }, input }) =>
    readCalls(workspace, input, input),
  ),
  detail: opened.calls.detail.handler(async ({ context: { workspace }, input }) => {
    const { call, request, chain } = unwrap(await readCall(workspace, input.callId));
    return { ...call, request, chain };
  }),
  supportText: opened.calls.supportText.handler(async ({ context: { workspace }, input }) => ({
    text: unwrap(await supportText(workspace, input.callId, input.language)),
  })),
};

const storyRouter = {
  ofOrder: opened.story.ofOrder.handler(async ({ context: { workspace }, input }) => ({
    shipments: await readBookingStory(workspace, input.orderId),
  })),
};

export const bookingHealthRouters = {
  bookingHealth: bookingHealthRouter,
  calls: callsRouter,
  story: storyRouter,
};
