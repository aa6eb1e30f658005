import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { FreightAnswer, StoredPriceTable } from './choosingTables.ts';

export function createFreightRepository(db: Kysely<Schema>) {
  return {
    tables: () => db.selectFrom('priceTables').selectAll().orderBy('carrier').orderBy('id').execute(),
    async putTable(row: StoredPriceTable): Promise<void> {
      const { id: _id, ...changed } = row;
      await db
        .insertInto('priceTables')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .execute();
    },
    async removeTable(id: string): Promise<boolean> {
      const result = await db.deleteFrom('priceTables').where('id', '=', id).executeTakeFirst();
      return result.numDeletedRows === 1n;
    },
    answersSince: (at: number) =>
      db.selectFrom('freightAnswers').selectAll().where('checkedAt', '>=', at).execute(),
    async putAnswer(row: FreightAnswer): Promise<void> {
      const { amountFen, checkedAt } = row;
      await db
        .insertInto('freightAnswers')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['questionKey', 'accountId', 'carrier']).doUpdateSet({ amountFen, checkedAt }),
        )
        .execute();
    },
  };
}
