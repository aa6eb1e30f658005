import { z } from 'zod';

/** How far a book has come here, or who took it away; null: it was never moved. */
export const bookMoveSetting = z
  .object({
    state: z.enum(['coming', 'arriving', 'left']),
    benchId: z.string(),
    benchName: z.string(),
    /** Of what has come: what another copy must have in common to go on with it, and who copies at present. */
    copy: z.object({ mark: z.string(), tryId: z.string() }).nullable().default(null),
  })
  .nullable()
  .default(null);
