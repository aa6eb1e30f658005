import type { Kysely } from 'kysely';
import { z } from 'zod';
import { storedJson } from '../database/storedJson.ts';
import { tableOf } from '../database/table.ts';
import type { NameSearches, Schema } from '../schema.ts';

export const searchProofsJson = storedJson('proofs_json', z.array(z.string()));

/** What is left to those who search by name and see names masked. */
export function createNameSearchRepository(db: Kysely<Schema>) {
  const searches = tableOf(db, 'nameSearches');
  return {
    of: (operatorId: string) => searches.row({ operatorId }),
    put: (row: NameSearches): Promise<void> => searches.put(row, ['operatorId']),
    unrecorded: () => searches.rows().where('unrecorded', '>', 0).orderBy('operatorId').execute(),
  };
}
