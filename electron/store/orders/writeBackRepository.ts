import type { Kysely } from 'kysely';
import { listed, tableOf } from '../database/table.ts';
import type { Schema, WriteBack } from '../schema.ts';

/** Which numbers were given back to a platform already. */
export function createWriteBackRepository(db: Kysely<Schema>) {
  const writeBacks = tableOf(db, 'writeBacks');
  return {
    ofOrigins: (originIds: readonly string[]) =>
      writeBacks.rows().where('originId', 'in', listed(originIds)).execute(),
    /** The last file it was written to counts. */
    put(row: WriteBack): Promise<void> {
      const { template, fileName, at } = row;
      return writeBacks.put(row, ['originId', 'waybillNo'], { template, fileName, at });
    },
  };
}
