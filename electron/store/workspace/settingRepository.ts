import type { Kysely } from 'kysely';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import { tableOf } from '../database/table.ts';
import type { Schema } from '../schema.ts';
import {
  benchSettings,
  choicesSchema,
  type EverySetting,
  type SettingKey,
  type Settings,
  settingOf,
} from './settings.ts';

export function createSettingRepository(
  db: Kysely<Schema>,
  { id, isShared }: Workstation,
  touched: () => void,
) {
  const settings = tableOf(db, 'settings');
  const rowOf = (key: string) => (isShared && benchSettings.has(key) ? `${key}@${id}` : key);
  return {
    /** What people choose, as a whole. */
    async all(): Promise<Settings> {
      const keys = new Map(
        Object.keys(choicesSchema.shape).map((key) => [rowOf(key), key as keyof Settings]),
      );
      const rows = await settings
        .rows()
        .where('key', 'in', [...keys.keys()])
        .execute();
      const chosen = rows.flatMap(({ key: row, valueJson }) => {
        const key = keys.get(row);
        return key === undefined ? [] : [[key, settingOf(key, valueJson)]];
      });
      return choicesSchema.parse(Object.fromEntries(chosen));
    },

    get: async <Key extends SettingKey>(key: Key): Promise<EverySetting[Key]> =>
      settingOf(key, (await settings.row({ key: rowOf(key) }))?.valueJson),

    /** What another PC of the book has for itself. */
    ofBench: async <Key extends SettingKey>(key: Key, workstationId: string): Promise<EverySetting[Key]> =>
      settingOf(key, (await settings.row({ key: `${key}@${workstationId}` }))?.valueJson),

    put<Key extends SettingKey>(key: Key, value: EverySetting[Key]): Promise<void> {
      if (key === 'rescueCode') touched();
      return settings.put({ key: rowOf(key), valueJson: JSON.stringify(value) }, ['key']);
    },
  };
}
