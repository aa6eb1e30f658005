import { z } from 'zod';
import type { Party } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
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
  /** Tries more for a booking that certainly did not get through, before its lane counts as away. */
  bookingRetries: z.number().int().min(1).max(2).default(2),
  /** A booking that waits longer than this is shown to a person, and goes the other way where one is set. */
  bookingDeadlineMinutes: z.number().int().min(1).max(1_440).default(30),
  /** A number whose parcel is not handed over after so many days is shown. */
  unshippedDays: z.number().int().min(1).max(60).default(3),
  /** Days within which an unused number is given back for its price; what carriers grant differs. */
  refundDays: z.number().int().min(1).max(90).default(7),
  /** Below this the balance of a platform is too low for comfort. */
  lowBalance: z.number().int().min(0).max(1_000_000).default(100),
  /** Labels on a roll, for telling how many rolls a batch takes. */
  labelsPerRoll: z.number().int().min(50).max(10_000).default(500),
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

export async function saveSettings(
  workspace: Workspace,
  patch: Partial<Settings>,
): Promise<Outcome<Settings>> {
  if (patch.sender !== undefined && patch.sender !== null) {
    const missing = missingSenderField(patch.sender);
    if (missing !== null) return failure('SENDER_INVALID', { field: missing });
  }
  await workspace.store.write(async (write) => {
    for (const [key, value] of Object.entries(patch)) {
      if (value !== undefined) await write.settings.put(key, JSON.stringify(value));
    }
  });
  if (patch.bookingRetries !== undefined) workspace.laneRules.retries = patch.bookingRetries;
  workspace.changed('settings', 'status');
  return done(await readSettings(workspace));
}

/** Name of the first field a label cannot do without, null when the sender is complete. */
export function missingSenderField(sender: Party): string | null {
  const required = ['name', 'phone', 'province', 'city', 'detail'] as const;
  return required.find((field) => sender[field].trim() === '') ?? null;
}
