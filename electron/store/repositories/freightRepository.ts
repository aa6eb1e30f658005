import type { Kysely } from 'kysely';
import type { FreightAnswersTable, PriceTablesTable } from '../choosingTables.ts';
import type { Schema } from '../schema.ts';

export function createFreightRepository(db: Kysely<Schema>) {
  return {
    tables: () => db.selectFrom('price_tables').selectAll().orderBy('carrier').orderBy('id').execute(),
    async putTable(row: PriceTablesTable): Promise<void> {
      const { id: _id, ...changed } = row;
      await db
        .insertInto('price_tables')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .execute();
    },
    async removeTable(id: string): Promise<boolean> {
      const result = await db.deleteFrom('price_tables').where('id', '=', id).executeTakeFirst();
      return result.numDeletedRows === 1n;
    },
    answersSince: (at: number) =>
      db.selectFrom('freight_answers').selectAll().where('checked_at', '>=', at).execute(),
    answersTo: (questionKey: string) =>
      db.selectFrom('freight_answers').selectAll().where('question_key', '=', questionKey).execute(),
    async putAnswer(row: FreightAnswersTable): Promise<void> {
      const { amount_fen, checked_at } = row;
      await db
        .insertInto('freight_answers')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['question_key', 'account_id', 'carrier']).doUpdateSet({ amount_fen, checked_at }),
        )
        .execute();
    },
  };
}
