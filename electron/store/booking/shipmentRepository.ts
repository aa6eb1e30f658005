import { type Kysely, type SqlBool, sql } from 'kysely';
import { type ShipmentState, shipmentMoves } from '../../../shared/domain/shipment.ts';
import { executeKept } from '../database/keptStatement.ts';
import { countRows, listed, tableOf } from '../database/table.ts';
import { countBooking } from '../insight/countHours.ts';
import { complaintsJson } from '../orders/orderJson.ts';
import type { OrderPatch } from '../orders/orderRepository.ts';
import type { Schema, Shipment } from '../schema.ts';

export type ShipmentPatch = Partial<Omit<Shipment, 'id' | 'version' | 'state' | 'orderId' | 'orderCode'>>;

export type SeenShipment = Pick<Shipment, 'id' | 'orderId' | 'state' | 'version'>;

function laneWrites(db: Kysely<Schema>) {
  return {
    /** Bookings behind a call that did not get through wait for the same reason. */
    async noteWaiting(accountId: string, errorCode: string, errorParamsJson: string): Promise<void> {
      await db
        .updateTable('orders')
        .set({ errorCode })
        .where('shipmentState', '=', 'planned')
        .where('errorCode', '=', '')
        .where('shipmentId', 'in', (select) =>
          select
            .selectFrom('shipments')
            .select('id')
            .where('state', '=', 'planned')
            .where('accountId', '=', accountId),
        )
        .execute();
      const waiting = { accountId, state: 'planned', errorCode: '' } as const;
      await tableOf(db, 'shipments').update(waiting, { errorCode, errorParamsJson });
    },

    /** Updates reasons that name the account to its new name. */
    async renameInReasons(accountId: string, name: string, errorCode: string): Promise<void> {
      const errorParamsJson = JSON.stringify({ name });
      const shipments = tableOf(db, 'shipments');
      const naming = await shipments.rows({ accountId, errorCode }).select('orderId').execute();
      await shipments.update({ accountId, errorCode }, { errorParamsJson });
      const orders = await db
        .selectFrom('orders')
        .select(['id', 'complaintsJson'])
        .where('errorCode', '=', errorCode)
        .where('id', 'in', listed(naming.map(({ orderId }) => orderId)))
        .execute();
      for (const order of orders) {
        const renamed = withName(order.complaintsJson, name);
        if (renamed !== order.complaintsJson) await show(db, order.id, { complaintsJson: renamed });
      }
    },
  };
}

/** The first complaint with the new name; one without a name stays. */
function withName(json: string, name: string): string {
  const [first, ...others] = complaintsJson.readOr(json, []);
  if (first?.params?.name === undefined) return json;
  return complaintsJson.write([{ ...first, params: { ...first.params, name } }, ...others]);
}

/** How many frozen requests are read at once. */
const requestsAtOnce = 500;

/** Reads about an account's bookings. */
function accountReads(db: Kysely<Schema>) {
  const shipments = tableOf(db, 'shipments');
  const unfinished = (accountId: string) =>
    shipments.rows({ accountId }).where('state', 'in', ['planned', 'sending', 'unsure', 'voiding']);
  return {
    countUnfinished: (accountId: string) => countRows(unfinished(accountId)),

    /** Unfinished bookings whose frozen request does not mention the carrier's label: a repeat reads it from the account. */
    async countUnfrozenTemplate(accountId: string): Promise<number> {
      let count = 0;
      for (let last = '', isAtEnd = false; !isAtEnd; ) {
        const rows = await unfinished(accountId)
          .where('id', '>', last)
          .orderBy('id')
          .limit(requestsAtOnce)
          .execute();
        // Quotes inside a text are escaped in JSON, so a remark cannot look like the key.
        count += rows.filter(({ requestJson }) => !requestJson.includes('"wantsTemplate":')).length;
        last = rows.at(-1)?.id ?? last;
        isAtEnd = rows.length < requestsAtOnce;
      }
      return count;
    },

    /** The newest bookings of an account. */
    newestBooked: (accountId: string, limit: number) =>
      shipments.rows({ accountId, state: 'booked' }).orderBy('id', 'desc').limit(limit).execute(),
  };
}

function stateWrites(db: Kysely<Schema>) {
  const shipments = tableOf(db, 'shipments');
  return {
    /**
     * Changes the state as the state table allows and shows it on the order; `showing` does that where more of the order changes. Returns
     * the new row; undefined: a lost race, nothing was written.
     */
    async move(
      seen: SeenShipment,
      to: ShipmentState,
      patch: ShipmentPatch = {},
      showing: (shown: OrderPatch) => Promise<unknown> = (shown) => show(db, seen.orderId, shown),
    ): Promise<Shipment | undefined> {
      if (!shipmentMoves[seen.state].includes(to)) return undefined;
      const { id, state, version } = seen;
      const moved = await shipments.change({ id, state, version }, { ...patch, state: to });
      if (moved === undefined) return undefined;
      await showing({
        shipmentState: to,
        ...(patch.errorCode === undefined ? {} : { errorCode: patch.errorCode }),
        ...(patch.waybillNo === undefined ? {} : { waybillNo: patch.waybillNo }),
        ...(patch.freightFen === undefined ? {} : { freightFen: patch.freightFen }),
      });
      if (to === 'booked' && seen.state !== 'voiding') await countBooking(db, moved);
      return moved;
    },

    /** Counts and notes that change no state (another try of `find`, a wanted printer). */
    note: (id: string, patch: ShipmentPatch) => shipments.update({ id }, patch),
  };
}

export function createShipmentRepository(db: Kysely<Schema>) {
  const shipments = tableOf(db, 'shipments');
  return {
    ...stateWrites(db),
    ...laneWrites(db),
    ...accountReads(db),
    async insert(row: Shipment): Promise<void> {
      await shipments.insert(row);
      await show(db, row.orderId, {
        shipmentId: row.id,
        shipmentState: row.state,
        platform: row.platform,
        bookedCarrier: row.carrier,
        errorCode: row.errorCode,
        freightFen: row.freightFen,
      });
      await countBooking(db, row);
    },

    byId: (id: string) => shipments.row({ id }),

    byIds: (ids: readonly string[]) => shipments.rows().where('id', 'in', listed(ids)).execute(),

    async ofOrder(orderId: string): Promise<Shipment[]> {
      const ofIt = () => shipments.rows({ orderId }).orderBy('id');
      return (await executeKept(db, 'shipments of an order', [orderId], () => ofIt().compile())).rows;
    },

    /** The booking that a platform knows by this code; one account never reuses a code. */
    byCode: (accountId: string, orderCode: string) => shipments.row({ accountId, orderCode }),

    /** Shipments of these accounts in one state. */
    ofAccounts: (accountIds: readonly string[], state: ShipmentState) =>
      shipments.rows({ state }).where('accountId', 'in', listed(accountIds)).orderBy('id').execute(),

    inState: (state: ShipmentState) => shipments.rows({ state }).execute(),

    /** Shipments in a state without a job in the queue. */
    lackingJob: (state: ShipmentState) =>
      db
        .selectFrom('shipments')
        .select(['id', 'accountId'])
        .where('state', '=', state)
        .where(sql<SqlBool>`not exists (select 1 from jobs where subject_id = shipments.id)`)
        .execute(),

    countBookedSince: (at: number) => countRows(db.selectFrom('shipments').where('bookedAt', '>=', at)),

    /** When each of those booked since then got its number, oldest first. */
    async bookedTimes(since: number): Promise<number[]> {
      const rows = await db
        .selectFrom('shipments')
        .select('bookedAt')
        .where('bookedAt', '>=', since)
        .orderBy('bookedAt')
        .execute();
      return rows.flatMap(({ bookedAt }) => bookedAt ?? []);
    },
  };
}

function show(db: Kysely<Schema>, orderId: string, patch: OrderPatch) {
  return tableOf(db, 'orders').update({ id: orderId }, patch);
}
