import { z } from 'zod';
import {
  countSchema,
  idSchema,
  open,
  outputText,
  timeOrNull,
  timeSchema,
  wholeOrNull,
} from '../../domain/fields.ts';
import { askGroups, stopReasons } from '../../domain/tracking.ts';
import { procedure } from '../procedure.ts';

/** One merchant at one platform: a platform counts questions by that, however many accounts stand here for it. */
const planMeter = z.object({
  platform: open(z.string()),
  accounts: z.array(z.object({ accountId: idSchema, accountName: outputText(100) })),
  /** Questions a day; null: no limit is known. */
  perDay: wholeOrNull,
  /** The shop has set it itself. */
  isOwn: open(z.boolean()),
  used: countSchema,
  usedByPeople: countSchema,
  /** Kept for people's own questions now. */
  reserved: countSchema,
  /** Left today, the reserve included; null: no limit is known. */
  left: wholeOrNull,
  leftForPlan: wholeOrNull,
  /** The platform has said that today's questions are used up; null: it has not. */
  endedAt: timeOrNull,
  nextDayAt: timeSchema,
  /** Due now, by what they are asked for about. */
  due: z.array(z.object({ group: open(z.enum(askGroups)), count: countSchema })),
  dueNow: countSchema,
  /** Due until the day ends, as far as it is known now. */
  dueToday: countSchema,
  /** Of these, how many must wait for tomorrow. */
  leftOver: countSchema,
  /** Days until all that is due has been asked for once; null: no limit is known. */
  days: wholeOrNull,
  /** Least minutes between two questions about one number; null: no such rule. */
  minutesBetween: wholeOrNull,
});

const trackingPlanView = z.object({
  meters: z.array(planMeter),
  /** Parcels nobody asks for any more, by reason. */
  stopped: z.array(z.object({ reason: open(z.enum(stopReasons)), count: countSchema })),
  /** Questions were counted for days that have not come yet: this computer's clock was set back. */
  isClockBack: open(z.boolean()),
  now: timeSchema,
});

export type TrackingPlanView = z.infer<typeof trackingPlanView>;

const trackingPlanContract = {
  get: procedure('seeWork').output(trackingPlanView),
  /** null: what the platform gives for nothing. */
  setPerDay: procedure('changeSettings')
    .input({ accountId: idSchema, perDay: wholeOrNull })
    .output(trackingPlanView),
};

export const trackingPlanContracts = { trackingPlan: trackingPlanContract };
