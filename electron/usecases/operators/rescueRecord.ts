import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { groupRescueCode, rescueLength, rescueSigns } from '../../../shared/rules/rescueCode.ts';
import type { Repositories } from '../../store/store.ts';
import { hashPin } from '../../vault/pinHash.ts';

const settingKey = 'rescueCode';

/** Of the code only the digest; null: it went with the last operator. */
const recordSchema = z
  .object({ salt: z.string(), hash: z.string(), wrongTries: z.number().int(), triedAt: z.number().int() })
  .nullable();

export type RescueRecord = NonNullable<z.infer<typeof recordSchema>>;

/** null: no code was ever made, as in a workspace that got its operators before there were codes. */
export async function readRescue({ settings }: Pick<Repositories, 'settings'>): Promise<RescueRecord | null> {
  const row = (await settings.all()).find(({ key }) => key === settingKey);
  return row === undefined ? null : recordSchema.parse(JSON.parse(row.valueJson));
}

export async function saveRescue(
  { settings }: Pick<Repositories, 'settings'>,
  record: RescueRecord | null,
): Promise<void> {
  await settings.put(settingKey, JSON.stringify(record));
}

/** A new code, to be shown once, and what is kept of it. */
export async function drawRescue(): Promise<{ readonly code: string; readonly record: RescueRecord }> {
  const signs = Array.from({ length: rescueLength }, () => rescueSigns[randomInt(rescueSigns.length)]).join(
    '',
  );
  return { code: groupRescueCode(signs), record: { ...(await hashPin(signs)), wrongTries: 0, triedAt: 0 } };
}
