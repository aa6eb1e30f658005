import type { Kysely } from 'kysely';
import { createTable } from './createTable.ts';

/** What the journal of outside calls knows and this database does not: bookings made after the backup it came from. */
export const m0050OutsideReferences = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, {
      name: 'outside_references',
      columns: {
        account_id: 'text',
        order_code: 'text',
        state: 'text',
        waybill_no: 'text',
        copies_json: 'text',
        at: 'integer',
      },
      primaryKey: ['order_code', 'account_id'],
    });
  },
};
