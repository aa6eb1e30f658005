import { z } from 'zod';
import { countSchema, open, timeSchema } from '../../domain/fields.ts';
import { retentionDays, retentionReasons } from '../../domain/retention/retention.ts';
import { procedure, workStream } from '../procedure.ts';

const days = open(z.number().int().min(retentionDays.least).max(retentionDays.most)).nullable();
/** A person says that the clock of this computer is right, whatever records prove. */
const isClockRight = open(z.boolean()).default(false);

const retentionView = z.object({
  /** null: for ever. */
  days,
  /** false: nobody has said so, and nothing goes by itself. */
  isChosen: open(z.boolean()),
  /** The moment that counts. */
  now: timeSchema,
  /** false: the clock runs ahead of what records prove. */
  isProven: open(z.boolean()),
  /** Orders that would lose their personal data now, and files that would go. */
  due: countSchema,
  fileCount: countSchema,
  /** Why others keep theirs. */
  waiting: z.array(z.object({ reason: open(z.enum(retentionReasons)), orders: countSchema })),
});

export type RetentionView = z.infer<typeof retentionView>;

/** How long finished orders keep the personal data they hold. */
const retentionContract = {
  /** `days`: what would go if so many were chosen; absent: what is chosen. */
  get: procedure('seeWork').input({ days: days.optional(), isClockRight }).output(retentionView),
  set: procedure('changeSettings').input({ days }).output(retentionView),
  /** Takes personal data out of the orders that are due. */
  run: procedure('changeSettings')
    .input({ isClockRight })
    .output(workStream({ erased: countSchema }, { erased: countSchema, files: countSchema })),
};

export const retentionContracts = { retention: retentionContract };
