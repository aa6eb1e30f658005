import type { Kysely } from 'kysely';
import { type ShipmentState, shipmentMoves } from '../../../shared/domain/shipment.ts';
import type { Schema, ShipmentsTable } from '../schema.ts';

export type ShipmentPatch = Partial<
  Omit<ShipmentsTable, 'id' | 'version' | 'state' | 'order_id' | 'order_code'>
>;

export interface SeenShipment {
  readonly id: string;
  readonly order_id: string;
  readonly state: ShipmentState;
  readonly version: number;
}

function laneWrites(db: Kysely<Schema>) {
  return {
    /** Bookings that wait behind a call that did not get through wait for the same reason. */
    async noteWaiting(accountId: string, errorCode: string, errorParamsJson: string): Promise<void> {
      await db
        .updateTable('orders')
        .set({ error_code: errorCode })
        .where('shipment_state', '=', 'planned')
        .where('error_code', '=', '')
        .where('shipment_id', 'in', (select) =>
          select
            .selectFrom('shipments')
            .select('id')
            .where('state', '=', 'planned')
            .where('account_id', '=', accountId),
        )
        .execute();
      await db
        .updateTable('shipments')
        .set({ error_code: errorCode, error_params_json: errorParamsJson })
        .where('state', '=', 'planned')
        .where('account_id', '=', accountId)
        .where('error_code', '=', '')
        .execute();
    },
  };
}

/** What the choice of the carrier's own label asks of an account's bookings. */
function templateReads(db: Kysely<Schema>) {
  return {
    /** Unfinished and frozen without a word about the carrier's label: their repeat reads it from the account. */
    async countUnfrozenTemplate(accountId: string): Promise<number> {
      const row = await db
        .selectFrom('shipments')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('account_id', '=', accountId)
        .where('state', 'in', ['planned', 'sending', 'unsure', 'voiding'])
        // Quotes inside a text are escaped in JSON, so that no remark can look like the key.
        .where('request_json', 'not like', '%"wantsTemplate":%')
        .executeTakeFirstOrThrow();
      return row.total;
    },

    /** The newest bookings of an account. */
    newestBooked: (accountId: string, limit: number) =>
      db
        .selectFrom('shipments')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('state', '=', 'booked')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
  };
}

export function createShipmentRepository(db: Kysely<Schema>) {
  return {
    ...laneWrites(db),
    ...templateReads(db),
    async insert(row: ShipmentsTable): Promise<void> {
      await db.insertInto('shipments').values(row).execute();
      await show(db, row.order_id, {
        shipment_id: row.id,
        shipment_state: row.state,
        platform: row.platform,
        booked_carrier: row.carrier,
        error_code: row.error_code,
        freight_fen: row.freight_fen,
      });
    },

    byId: (id: string) => db.selectFrom('shipments').selectAll().where('id', '=', id).executeTakeFirst(),

    byIds: (ids: readonly string[]) =>
      db.selectFrom('shipments').selectAll().where('id', 'in', ids).execute(),

    ofOrder: (orderId: string) =>
      db.selectFrom('shipments').selectAll().where('order_id', '=', orderId).orderBy('id').execute(),

    /** The booking that a platform knows by this code; one account never uses one twice. */
    byCode: (accountId: string, orderCode: string) =>
      db
        .selectFrom('shipments')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('order_code', '=', orderCode)
        .executeTakeFirst(),

    inState: (state: ShipmentState) =>
      db.selectFrom('shipments').selectAll().where('state', '=', state).execute(),

    async countUnfinished(accountId: string): Promise<number> {
      const row = await db
        .selectFrom('shipments')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('account_id', '=', accountId)
        .where('state', 'in', ['planned', 'sending', 'unsure', 'voiding'])
        .executeTakeFirstOrThrow();
      return row.total;
    },

    async countBookedSince(at: number): Promise<number> {
      const row = await db
        .selectFrom('shipments')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('booked_at', '>=', at)
        .executeTakeFirstOrThrow();
      return row.total;
    },

    /** Changes the state along the table and shows it on the order; false: a lost race, nothing was written. */
    async move(seen: SeenShipment, to: ShipmentState, patch: ShipmentPatch = {}): Promise<boolean> {
      if (!shipmentMoves[seen.state].includes(to)) return false;
      const result = await db
        .updateTable('shipments')
        .set({ ...patch, state: to, version: seen.version + 1 })
        .where('id', '=', seen.id)
        .where('state', '=', seen.state)
        .where('version', '=', seen.version)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) return false;
      await show(db, seen.order_id, {
        shipment_state: to,
        ...(patch.error_code === undefined ? {} : { error_code: patch.error_code }),
        ...(patch.waybill_no === undefined ? {} : { waybill_no: patch.waybill_no }),
        ...(patch.freight_fen === undefined ? {} : { freight_fen: patch.freight_fen }),
      });
      return true;
    },

    /** Counts and notes that change no state (another try of `find`, a wanted printer). */
    async note(id: string, patch: ShipmentPatch): Promise<void> {
      await db.updateTable('shipments').set(patch).where('id', '=', id).execute();
    },
  };
}

export type ShipmentRepository = ReturnType<typeof createShipmentRepository>;

function show(db: Kysely<Schema>, orderId: string, patch: Partial<Schema['orders']>) {
  return db.updateTable('orders').set(patch).where('id', '=', orderId).execute();
}
