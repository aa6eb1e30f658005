import { z } from 'zod';
import { open } from './fieldClass.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema, timeSchema } from './windowSchema.ts';

/** A run: everything that was put into the booking queue since a moment, until the queue is empty. */
const runProgress = z.object({
  waiting: countSchema,
  sending: countSchema,
  unsure: countSchema,
  /** Of the unsure ones: nobody asks about them any more by itself. */
  forPerson: countSchema,
  booked: countSchema,
  refused: countSchema,
  /** Bookings a minute over the last minute, or over the run when it is younger. */
  perMinute: open(z.number()),
  /** null: nothing waits, or nothing got through yet. */
  expectedFinishAt: open(z.number().int().nullable()),
  /** Since when; the oldest that is still open when the page did not say. */
  since: timeSchema,
});

export type RunProgress = z.infer<typeof runProgress>;

export const runContract = {
  /** `since` null: since the oldest booking that is still open. */
  progress: procedure.input(z.object({ since: timeSchema.nullable() })).output(runProgress),
  /** Takes back what was not sent yet; what may have left goes its way to the end. */
  stop: procedure.input(z.object({ since: timeSchema })).output(z.object({ stopped: countSchema })),
  /** Books with another account what this one certainly did not send. */
  moveWaiting: procedure
    .input(z.object({ fromAccountId: idSchema, toAccountId: idSchema }))
    .output(z.object({ planned: countSchema, refused: countSchema })),
};
