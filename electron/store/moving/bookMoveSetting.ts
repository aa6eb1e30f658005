import { z } from 'zod';

/** Servers on which a move of a bench has left a part of the book, or may have (`host/database`), and when it began. */
export const movePartsSetting = z.array(z.object({ place: z.string(), at: z.number() })).default([]);

/** How far a book has come here, or who took it away; null: it was never moved. */
export const bookMoveSetting = z
  .object({
    state: z.enum(['coming', 'arriving', 'left']),
    benchId: z.string(),
    benchName: z.string(),
    /** What another copy must have in common to go on with what has come, and who copies at present. */
    copy: z.object({ mark: z.string(), tryId: z.string() }).nullable().default(null),
  })
  .nullable()
  .default(null);
