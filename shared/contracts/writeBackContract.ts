import { z } from 'zod';
import { procedure } from './failure.ts';
import { internal, open } from './fieldClass.ts';
import { countSchema, idSchema } from './windowSchema.ts';

/** The orders named, or all that have a number; without `again` a number is written back only once. */
const choice = z.object({
  orderIds: z.array(idSchema).min(1).max(10_000).optional(),
  again: open(z.boolean()),
});

/** The first ones by name; `skippedCount` is all of them. */
const skipped = z.array(z.object({ orderNo: internal(z.string()), code: open(z.string()) }));

/** Numbers given back to the shop platforms as files for their batch-ship upload. */
export const writeBackContract = {
  /** What would be written, before it is: how many numbers for which platform, and the first rows. */
  preview: procedure.input(choice).output(
    z.object({
      numbers: countSchema,
      platforms: z.array(z.object({ source: open(z.string()), count: countSchema })),
      rows: z.array(
        z.object({
          orderNo: internal(z.string()),
          carrierCode: open(z.string()),
          waybillNo: internal(z.string()),
          source: open(z.string()),
        }),
      ),
      skipped,
      skippedCount: countSchema,
    }),
  ),
  /** Writes one file a platform, or fills the template that was downloaded, into the results of the workspace. */
  write: procedure
    .input(choice.extend({ templatePath: internal(z.string().min(1).max(4096)).optional() }))
    .output(
      z.object({
        files: z.array(
          z.object({ path: internal(z.string()), rowCount: countSchema, template: open(z.string()) }),
        ),
        written: countSchema,
        skipped,
        skippedCount: countSchema,
      }),
    ),
};
