import { z } from 'zod';
import { accountLocks, goLiveStates, goLiveSteps } from '../domain/booking.ts';
import {
  bitmapShape,
  countSchema,
  dpiSchema,
  failureParams,
  idSchema,
  inputText,
  open,
  outputText,
  secret,
  shortCode,
  timeOrNull,
} from '../domain/fields.ts';
import { labelSizes, ownLayoutReasons } from '../domain/printing/labelDocument.ts';
import { procedure } from './procedure.ts';

const checklist = z.object({
  accountId: idSchema,
  name: outputText(100),
  platform: open(z.string()),
  lock: open(z.enum(accountLocks)),
  /** Of an unlocked account: steps the test did not have when it passed. */
  untried: open(z.array(z.enum(goLiveSteps))),
  /** The platform publishes a test address, so that only the test keys are asked for. */
  hasTestAddress: open(z.boolean()),
  /** Where the last test ran. */
  testEndpoint: outputText(500),
  steps: z.array(
    z.object({
      step: open(z.enum(goLiveSteps)),
      state: open(z.enum(goLiveStates)),
      /** null: never tried. */
      at: timeOrNull,
      durationMs: countSchema,
      errorCode: open(z.string()),
      errorParams: failureParams,
      /** The test's waybill number, or where the label went. */
      note: outputText(500),
    }),
  ),
});

export type GoLiveChecklist = z.infer<typeof checklist>;

const goLiveContract = {
  /** One checklist an account. */
  list: procedure('seeWork').output(z.array(checklist)),
  /**
   * Runs the small-order test with test keys and stores each step. Empty fields: the platform's published test
   * address; the account's own id and carrier fields.
   */
  run: procedure('changeAccounts')
    .input({
      accountId: idSchema,
      testMerchantId: inputText(100),
      testSecret: secret(500),
      testEndpoint: inputText(500),
      carrier: shortCode,
      /** null: the label goes to the virtual printer of the workspace. */
      printerUri: inputText(500).nullable(),
    })
    .output(checklist),
};

const accountRow = z.object({
  accountId: idSchema,
  name: outputText(100),
  platform: open(z.string()),
  /** Bookings ask for the carrier's own label, and it is printed. */
  isWanted: open(z.boolean()),
  /** When its newest booking that brought a template was made; null: none of the last ones did. */
  newestAt: timeOrNull,
  /** Largest template of its last bookings, bytes of markup. */
  newestBytes: countSchema,
});

export type CarrierLabelAccount = z.infer<typeof accountRow>;

const reasonSchema = open(z.enum(ownLayoutReasons));

const unseenLayouts = z.object({
  /** Labels in our own layout where the account asks for the carrier's, and nobody has been shown that. */
  total: countSchema,
  reasons: z.array(z.object({ reason: reasonSchema, count: countSchema })),
  /** Say this back to `markSeen`; empty: there are none. */
  newestId: open(z.string()),
});

/** The carrier's own HTML label instead of our layout: a choice of each account whose platform sends one. */
const carrierLabelsContract = {
  accounts: procedure('seeWork').output(z.array(accountRow)),
  /** From the next booking on; what waits to be printed follows at once. */
  setWanted: procedure('changeAccounts')
    .input({ accountId: idSchema, isWanted: open(z.boolean()) })
    .output(z.array(accountRow)),
  /** The account's newest template as the printer would get it. */
  preview: procedure('seePersonalData')
    .input({
      accountId: idSchema,
      size: open(z.enum(labelSizes)),
      dpi: dpiSchema,
    })
    .output({
      waybillNo: outputText(100),
      /** null: it cannot be drawn, `reason` says why; our layout is printed instead. */
      bitmap: z.object(bitmapShape).nullable(),
      reason: open(z.enum(['', ...ownLayoutReasons])),
    }),
  unseen: procedure('seeWork').output(unseenLayouts),
  markSeen: procedure('packParcels').input({ newestId: idSchema }).output(unseenLayouts),
};

export const accountsContracts = { goLive: goLiveContract, carrierLabels: carrierLabelsContract };
