import type { Kysely } from 'kysely';
import type { Schema, WriteBack } from '../schema.ts';

/** Ids asked for with one statement. */
const idChunk = 500;

/** Which numbers were given back to a platform already. */
export function createWriteBackRepository(db: Kysely<Schema>) {
  return {
    async ofOrigins(originIds: readonly string[]): Promise<WriteBack[]> {
      const found: WriteBack[] = [];
      for (let start = 0; start < originIds.length; start += idChunk) {
        const ids = originIds.slice(start, start + idChunk);
        found.push(...(await db.selectFrom('writeBacks').selectAll().where('originId', 'in', ids).execute()));
      }
      return found;
    },
    /** The last file it was written to counts. */
    async put(row: WriteBack): Promise<void> {
      await db
        .insertInto('writeBacks')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['originId', 'waybillNo'])
            .doUpdateSet({ template: row.template, fileName: row.fileName, at: row.at }),
        )
        .execute();
    },
  };
}
