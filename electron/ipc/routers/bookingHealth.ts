import { bookingHealthContracts } from '../../../shared/contracts/bookingHealth.ts';
import { renewJournal } from '../../usecases/booking/afterRestore/journalGap.ts';
import { answerVoid } from '../../usecases/booking/givingBack/voidByHand.ts';
import { readBookingHealth, readClockSkew } from '../../usecases/booking/health.ts';
import { raiseRate, setFallback } from '../../usecases/booking/lanes.ts';
import { resumeLane } from '../../usecases/booking/resumeLane.ts';
import { readBookingStory } from '../../usecases/booking/story.ts';
import { readBookingSummary, readUnshipped } from '../../usecases/booking/summary.ts';
import { answerNotThere, askUnsureNow } from '../../usecases/booking/unsure.ts';
import { does, doesThen, gateOf } from '../gate.ts';

const { onWorkspace } = gateOf(bookingHealthContracts);

const bookingHealthRouter = onWorkspace('bookingHealth', {
  accounts: readBookingHealth,
  clock: readClockSkew,
  summary: readBookingSummary,
  setFallback: doesThen(setFallback, readBookingHealth),
  raiseRate: doesThen(raiseRate, readBookingHealth),
  resume: doesThen((workspace, { accountId }) => resumeLane(workspace, accountId), readBookingHealth),
  renewJournal: does(renewJournal, ({ asked }) => ({ asked })),
  unshipped: readUnshipped,
  askNow: async (workspace, { orderIds }) => ({ asked: await askUnsureNow(workspace, orderIds) }),
  answerNotThere: does(
    (workspace, { orderId, note }) => answerNotThere(workspace, orderId, note),
    (planned) => ({ planned }),
  ),
  answerVoid: does(answerVoid, ({ state }) => ({ state })),
});

const storyRouter = onWorkspace('story', {
  ofOrder: async (workspace, { orderId }) => ({ shipments: await readBookingStory(workspace, orderId) }),
});

export const bookingHealthRouters = {
  bookingHealth: bookingHealthRouter,
  story: storyRouter,
};
