import { z } from 'zod';
import { accountLocks, goLiveStates, goLiveSteps } from '../domain/goLive.ts';
import { internal, open, secret } from './fieldClass.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema } from './windowSchema.ts';

const checklist = z.object({
  accountId: idSchema,
  name: internal(z.string()),
  platform: open(z.string()),
  lock: open(z.enum(accountLocks)),
  /** The platform publishes a test address, so that only the test keys are asked for. */
  hasTestAddress: open(z.boolean()),
  /** Where the last test ran. */
  testEndpoint: internal(z.string()),
  steps: z.array(
    z.object({
      step: open(z.enum(goLiveSteps)),
      state: open(z.enum(goLiveStates)),
      /** null: never tried. */
      at: open(z.number().int().nullable()),
      durationMs: countSchema,
      errorCode: open(z.string()),
      errorParams: z.record(z.string(), internal(z.union([z.string(), z.number()]))),
      /** The test's waybill number, or where the label went. */
      note: internal(z.string()),
    }),
  ),
});

export type GoLiveChecklist = z.infer<typeof checklist>;

export const goLiveContract = {
  /** One checklist an account. */
  list: procedure.output(z.array(checklist)),
  /**
   * Runs the small-order test with test keys and stores each step. Empty fields: the platform's published test
   * address; the account's own id and carrier fields.
   */
  run: procedure
    .input(
      z.object({
        accountId: idSchema,
        testMerchantId: internal(z.string().max(100)),
        testSecret: secret(500),
        testEndpoint: internal(z.string().max(500)),
        carrier: open(z.string().max(20)),
        /** null: the label goes to the virtual printer of the workspace. */
        printerUri: internal(z.string().max(500)).nullable(),
      }),
    )
    .output(checklist),
};
