import { z } from 'zod';
import type { Party } from '../../../shared/domain/party.ts';
import {
  type NumberSettingName,
  numberSettingNames,
  numberSettings,
} from '../../../shared/domain/settings.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Workspace } from './workspace.ts';

const partySchema = z.object({
  name: z.string(),
  phone: z.string(),
  extension: z.string(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  town: z.string(),
  detail: z.string(),
});

function wholeNumber(name: NumberSettingName) {
  const { least, most, usual } = numberSettings[name];
  return z.number().int().min(least).max(most).default(usual);
}

const settingsSchema = z.object({
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  sender: partySchema.nullable().default(null),
  merchantText: z.string().default(''),
  defaultAccountId: z.string().nullable().default(null),
  defaultCarrier: z.string().default('ZTO'),
  defaultPrinterUri: z.string().nullable().default(null),
  /** Readings below this go to a person. */
  minConfidence: z.number().min(0).max(1).default(0.7),
  bookingRetries: wholeNumber('bookingRetries'),
  bookingDeadlineMinutes: wholeNumber('bookingDeadlineMinutes'),
  unshippedDays: wholeNumber('unshippedDays'),
  refundDays: wholeNumber('refundDays'),
  lowBalance: wholeNumber('lowBalance'),
  labelsPerRoll: wholeNumber('labelsPerRoll'),
  /** Folder an ERP drops order files into; null: nothing is watched. */
  watch: z
    .object({ folder: z.string(), profile: z.string(), action: z.enum(['import', 'ship']) })
    .nullable()
    .default(null),
  /** UTC ms; kept by the program, not by a person. */
  lastBackupAt: z.number().int().nullable().default(null),
  /** This computer's clock against the replies of platforms; kept by the program. */
  clockSkew: z
    .object({ skewMs: z.number(), samples: z.number(), measuredAt: z.number() })
    .nullable()
    .default(null),
});

export type Settings = z.infer<typeof settingsSchema>;

/** The workspace's settings; what was never set has its default. */
export async function readSettings({ store }: Pick<Workspace, 'store'>): Promise<Settings> {
  const rows = await store.read.settings.all();
  return settingsSchema.parse(Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.valueJson)])));
}

/** Sets what a person chose; refused whole when a sender lacks a field or a number lies outside its limits. */
export async function changeSettings(
  workspace: Workspace,
  patch: Partial<Settings>,
): Promise<Outcome<Settings>> {
  const refused = refusal(patch);
  if (refused !== null) return refused;
  await workspace.store.write(async (write) => {
    for (const [key, value] of Object.entries(patch)) {
      if (value !== undefined) await write.settings.put(key, JSON.stringify(value));
    }
  });
  if (patch.bookingRetries !== undefined) workspace.laneRules.retries = patch.bookingRetries;
  workspace.changed('settings', 'status');
  return done(await readSettings(workspace));
}

/** A number setting as a command line writes it: its name and digits. Limits are judged by `changeSettings`. */
export function settingFromText(name: string, text: string): Outcome<Partial<Settings>> {
  const known = numberSettingNames.find((one) => one === name);
  if (known === undefined) return failure('SETTING_UNKNOWN', { name, names: numberSettingNames.join(', ') });
  return /^\d{1,9}$/.test(text) ? done({ [known]: Number(text) }) : outOfRange(known);
}

function refusal(patch: Partial<Settings>): Failure | null {
  if (patch.sender !== undefined && patch.sender !== null) {
    const missing = missingSenderField(patch.sender);
    if (missing !== null) return failure('SENDER_INVALID', { field: missing });
  }
  const wrong = numberSettingNames.find(
    (name) => patch[name] !== undefined && !settingsSchema.shape[name].safeParse(patch[name]).success,
  );
  return wrong === undefined ? null : outOfRange(wrong);
}

function outOfRange(name: NumberSettingName): Failure {
  const { least, most } = numberSettings[name];
  return failure('SETTING_OUT_OF_RANGE', { name, least, most });
}

/** Name of the first field a label cannot do without, null when the sender is complete. */
export function missingSenderField(sender: Party): string | null {
  const required = ['name', 'phone', 'province', 'city', 'detail'] as const;
  return required.find((field) => sender[field].trim() === '') ?? null;
}
