import { z } from 'zod';
import {
  bothNames,
  countSchema,
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
import { printerStates } from '../domain/printer.ts';
import { type NumberSettingName, numberSettings } from '../domain/settings.ts';
import { procedure } from './procedure.ts';

function wholeNumber(name: NumberSettingName) {
  const { least, most } = numberSettings[name];
  return open(z.number().int().min(least).max(most));
}

/** The merchant's own data; a sender is printed on every parcel and is not personal in this sense. */
const settingsSchema = z.object({
  language: open(z.enum(['zh-CN', 'en'])),
  theme: open(z.enum(['system', 'light', 'dark'])),
  sender: partyInput.nullable(),
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
      fields: z.record(z.string(), secret(200)),
    })
    .output(accountSchema),
  removeAccount: procedure('changeAccounts').input({ accountId: idSchema }).output(z.array(accountSchema)),
  /** A harmless call that proves address, key and signature. */
  testAccount: procedure('changeAccounts')
    .input({ accountId: idSchema })
    .output({ ok: open(z.boolean()), errorCode: open(z.string()), durationMs: countSchema }),
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
    /** Why an update that lies in the workspace is not in use. */
    refusedUpdate: open(z.enum(['damaged', 'older']).nullable()),
  }),
};

export const settingsContracts = { settings: settingsContract };
