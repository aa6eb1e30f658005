import { z } from 'zod';
import { accountFieldLimits, heldStates } from '../domain/booking.ts';
import {
  bothNames,
  countSchema,
  failureParams,
  idSchema,
  inputText,
  open,
  outputText,
  partyInput,
  printerUri,
  secret,
  shortCode,
  timeSchema,
} from '../domain/fields.ts';
import { printerStates } from '../domain/printing/printer.ts';
import { type NumberSettingName, numberSettings } from '../domain/settings.ts';
import { procedure } from './procedure.ts';

/** Shops with a sender of their own. */
const mostShopSenders = 200;

function wholeNumber(name: NumberSettingName) {
  const { least, most } = numberSettings[name];
  return open(z.number().int().min(least).max(most));
}

/** The merchant's own data; a sender is printed on every parcel and is not personal in this sense. */
const settingsSchema = z.object({
  language: open(z.enum(['zh-CN', 'en'])),
  theme: open(z.enum(['system', 'light', 'dark'])),
  sender: partyInput.nullable(),
  /** Who sends the orders of a shop, by the name its files give it. */
  shopSenders: z.array(z.object({ shop: inputText(100, 1), sender: partyInput })).max(mostShopSenders),
  merchantText: inputText(200),
  defaultAccountId: outputText(64).nullable(),
  defaultCarrier: shortCode,
  defaultPrinterUri: inputText(500).nullable(),
  /** Readings below this go to Correct. */
  minConfidence: open(z.number().min(0).max(1)),
  bookingRetries: wholeNumber('bookingRetries'),
  bookingDeadlineMinutes: wholeNumber('bookingDeadlineMinutes'),
  unshippedDays: wholeNumber('unshippedDays'),
  refundDays: wholeNumber('refundDays'),
  lowBalance: wholeNumber('lowBalance'),
  labelsPerRoll: wholeNumber('labelsPerRoll'),
  codPayoutDays: wholeNumber('codPayoutDays'),
  cutOffHour: wholeNumber('cutOffHour'),
});

export type SettingsView = z.infer<typeof settingsSchema>;

export const accountSchema = z.object({
  id: idSchema,
  name: outputText(100),
  platform: open(z.string()),
  merchantId: outputText(100),
  endpoint: outputText(500).nullable(),
  createdAt: timeSchema,
  unfinished: countSchema,
});

export type AccountRow = z.infer<typeof accountSchema>;

/** Bounded in number and size: what a page hands in is stored sealed, in one row. */
const accountFields = z
  .record(z.string().min(1).max(accountFieldLimits.keyCharacters), secret(accountFieldLimits.valueCharacters))
  .refine((fields) => Object.keys(fields).length <= accountFieldLimits.mostFields);

const fieldKeys = z.array(outputText(accountFieldLimits.keyCharacters)).max(accountFieldLimits.mostFields);

/** What one harmless call came to; only the platform's own answer is `ok`. */
const accountTest = z.object({
  ok: open(z.boolean()),
  errorCode: open(z.string()),
  errorParams: failureParams,
  durationMs: countSchema,
});

const printerRow = z.object({
  uri: outputText(500),
  name: outputText(100),
  state: open(z.enum(printerStates)),
  isDefault: open(z.boolean()),
});

export type PrinterRow = z.infer<typeof printerRow>;

const platformRow = z.object({
  id: open(z.string()),
  ...bothNames,
  isEmbedded: open(z.boolean()),
  /** Codes of the carriers it gives waybills of. */
  carriers: z.array(open(z.string())),
  /** The published system for trying out, and where its keys come from. */
  testSystem: z
    .object({ url: open(z.string()), keysZh: open(z.string()), keysEn: open(z.string()) })
    .nullable(),
  accountFields: z.array(
    z.object({
      key: open(z.string()),
      ...bothNames,
      isSecret: open(z.boolean()),
      kind: open(z.enum(['text', 'whole-number', 'number', 'choice'])),
      /** Of a choice: the values the platform knows. */
      choices: z.array(open(z.string())),
      isRequired: open(z.boolean()),
    }),
  ),
});

export type PlatformRow = z.infer<typeof platformRow>;

const carrierRow = z.object({ code: open(z.string()), ...bothNames });

/** One thing a carrier wants beyond the common fields; see the platform's manifest. */
const carrierFieldRow = z.object({
  key: open(z.string()),
  of: open(z.enum(['account', 'order'])),
  required: open(z.enum(['always', 'usually', 'for-product', 'abroad', 'no'])),
  isSecret: open(z.boolean()),
  ...bothNames,
  /** Empty: there is nothing to say. */
  hintZh: open(z.string()),
  hintEn: open(z.string()),
  example: open(z.string()),
  choices: z.array(z.object({ value: open(z.string()), ...bothNames })),
  /** What is sent when nobody says anything; empty: nothing. */
  fallback: open(z.string()),
});

export type CarrierFieldRow = z.infer<typeof carrierFieldRow>;

const settingsContract = {
  get: procedure('seeWork').output(settingsSchema),
  set: procedure('seeWork').input(settingsSchema.partial()).output(settingsSchema),
  platforms: procedure('seeWork').output(z.array(platformRow)),
  carriers: procedure('seeWork').output(z.array(carrierRow)),
  /** What this carrier wants of an account or a parcel at this platform: the account form asks for it. */
  carrierFields: procedure('seeWork')
    .input({ platform: shortCode, carrier: shortCode })
    .output(z.array(carrierFieldRow)),
  accounts: procedure('seeWork').output(z.array(accountSchema)),
  addAccount: procedure('changeAccounts')
    .input({
      platform: shortCode,
      name: inputText(40, 1),
      merchantId: inputText(100),
      secret: secret(500),
      endpoint: inputText(500).nullable(),
      fields: accountFields,
    })
    .output(accountSchema),
  /** What a form that changes an account begins with: no secret, only which there are. */
  account: procedure('changeAccounts')
    .input({ accountId: idSchema })
    .output({
      id: idSchema,
      name: outputText(100),
      platform: open(z.string()),
      merchantId: outputText(100),
      endpoint: outputText(500).nullable(),
      fields: z.record(z.string(), outputText(accountFieldLimits.valueCharacters)),
      keptSecrets: fieldKeys,
    }),
  /** What is left out stays as it is; a new key is proven before it is saved, unless `isUntested`. */
  changeAccount: procedure('changeAccounts', { wakes: true })
    .input({
      accountId: idSchema,
      name: inputText(40, 1).optional(),
      merchantId: inputText(100).optional(),
      /** Empty: unchanged. */
      secret: secret(500).optional(),
      endpoint: inputText(500).nullable().optional(),
      /** An empty one is taken out. */
      fields: accountFields.optional(),
      isUntested: open(z.boolean()),
    })
    .output({
      account: accountSchema,
      /** false: the platform did not accept the new key, and nothing was changed. */
      isSaved: open(z.boolean()),
      /** null: nothing was changed that a call proves. */
      test: accountTest.nullable(),
    }),
  /** What hangs on an account, and the accounts of the same merchant that could answer for it. */
  accountUse: procedure('changeAccounts')
    .input({ accountId: idSchema })
    .output({
      /** Parcels that may still need it, by the state of their booking; `booked`: not handed over yet. */
      parcels: z.object({
        planned: countSchema,
        sending: countSchema,
        unsure: countSchema,
        voiding: countSchema,
        booked: countSchema,
      }),
      /** The first of them. */
      orders: z.array(
        z.object({
          orderId: idSchema,
          orderNo: outputText(200),
          state: open(z.enum(heldStates)),
        }),
      ),
      pickups: countSchema,
      /** 0: what is done when no rule fits. */
      ruleNos: z.array(countSchema),
      isDefault: open(z.boolean()),
      heirs: z.array(z.object({ id: idSchema, name: outputText(100) })),
    }),
  removeAccount: procedure('changeAccounts', { wakes: true })
    .input({
      accountId: idSchema,
      /** Answers for all that hangs on it; null: nothing may. */
      heirId: idSchema.nullable(),
    })
    .output(z.array(accountSchema)),
  /** A harmless call that proves address, key and signature. */
  testAccount: procedure('changeAccounts').input({ accountId: idSchema }).output(accountTest),
  printers: procedure('seeWork').output(z.array(printerRow)),
  addPrinter: procedure('changePrinters')
    .input({ uri: printerUri, name: inputText(40, 1) })
    .output(z.array(printerRow)),
  removePrinter: procedure('changePrinters')
    .input({ uri: inputText(500) })
    .output(z.array(printerRow)),
  /** The division data addresses are understood with. */
  divisions: procedure('seeWork').output({
    version: open(z.string()),
    /** The day the data is true for: 2024-12-31. */
    date: open(z.string()),
    /** Why an update that is in the workspace is not in use. */
    refusedUpdate: open(z.enum(['damaged', 'older']).nullable()),
  }),
};

export const settingsContracts = { settings: settingsContract };
