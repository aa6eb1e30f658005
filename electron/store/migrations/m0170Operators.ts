import { type Kysely, sql } from 'kysely';
import { createTable } from './createTable.ts';

/** Operators with their roles and PINs, the record of what they did under a reason, and who approved a label. */
export const m0170Operators = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, {
      name: 'operators',
      columns: {
        id: 'text',
        name: 'text',
        role: 'text',
        version: 'integer',
        pin_salt: 'text',
        pin_hash: 'text',
        wrong_pins: 'integer',
        tried_at: 'integer',
        signed_in_at: 'integer?',
        created_at: 'integer',
        removed_at: 'integer?',
      },
      primaryKey: ['id'],
    });
    await createTable(db, {
      name: 'operator_acts',
      columns: {
        no: 'integer',
        at: 'integer',
        kind: 'text',
        operator: 'text',
        approver: 'text',
        order_id: 'text',
        what: 'text',
        reason: 'text',
        chain: 'text',
      },
      primaryKey: ['no'],
      indexes: [['order_id', 'no']],
    });
    await sql`alter table print_jobs add column approver text not null default ''`.execute(db);
  },
};
