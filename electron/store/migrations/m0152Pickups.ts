import type { Kysely } from 'kysely';
import { createTable } from './createTable.ts';

/** Couriers called to the door. */
export const m0152Pickups = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, {
      name: 'pickups',
      columns: {
        id: 'text',
        order_id: 'text',
        order_no: 'text',
        account_id: 'text',
        platform: 'text',
        carrier: 'text',
        order_code: 'text',
        kind: 'text',
        state: 'text',
        version: 'integer',
        request_json: 'text',
        start_at: 'integer?',
        end_at: 'integer?',
        waybill_no: 'text',
        platform_ref: 'text',
        raw_state: 'text',
        cost_fen: 'integer?',
        error_code: 'text',
        error_params_json: 'text',
        created_at: 'integer',
        updated_at: 'integer',
      },
      primaryKey: ['id'],
      unique: [['account_id', 'order_code']],
      indexes: [['order_id'], ['state']],
    });
  },
};
