import type { Kysely } from 'kysely';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import { keptSql } from '../database/keptStatement.ts';
import type { Order, Schema, Shipment } from '../schema.ts';
import type { HeldJob } from './jobRepository.ts';

interface StateBeforeSending {
  /** The job is still in the hands of who claimed it so. */
  readonly isHeld: boolean;
  /** The order, or a booking that a restored backup knows nothing of, may stand against it: both are to be looked at. */
  readonly isDoubtful: boolean;
  /** Goods of other orders travel in this one. */
  readonly carriesOthers: boolean;
}

export interface StateBeforeSettling {
  /** The job goes on in other hands: not where it was, nor done. */
  readonly isTakenOver: boolean;
  /** One of these numbers is, or was, another order's. */
  readonly isForeign: boolean;
  /** The booking's version; null: it is gone. */
  readonly version: number | null;
  /** Something stops the account, though it has just booked. */
  readonly isHalted: boolean;
  /** null: it is gone. */
  readonly order: Pick<Order, 'id' | 'orderNo' | 'state' | 'version'> | null;
}

type SendingRow = Readonly<Record<'held' | 'alarms' | 'known' | 'parts', number>>;

interface SettlingRow {
  readonly fence: number | null;
  readonly version: number | null;
  readonly orderNo: string | null;
  readonly orderState: Order['state'] | null;
  readonly orderVersion: number | null;
  readonly others: number;
  readonly halts: number;
}

/**
 * How all that a booking hangs on stands, asked in the transactions of its two marks: one statement each, for hardly an order has anything
 * beside itself, and at twenty bookings a second each statement counts.
 */
export function createBookingStates(db: Kysely<Schema>, workstation: Workstation) {
  return {
    async beforeSending({ id, fence }: HeldJob, orderId: string): Promise<StateBeforeSending> {
      // Behind a promotion that lost a claim another bench gives the same fence.
      const { rows } = await keptSql(db)<SendingRow>`
        select (select count(*) from jobs
            where id = ${id} and fence = ${fence} and state = 'claimed' and claimed_by = ${workstation.id}) as held,
          (select count(*) from orders where id = ${orderId} and alarm <> '') as alarms,
          (select count(*) from (select 1 from outside_references
            where state in ('open', 'bound', 'voiding', 'voided') limit 1) as known) as known,
          (select count(*) from order_parts where order_id = ${orderId}) as parts`;
      const [{ held, alarms, known, parts } = { held: 0, alarms: 0, known: 0, parts: 0 }] = rows;
      return { isHeld: held > 0, isDoubtful: alarms + known > 0, carriesOthers: parts > 0 };
    },

    async beforeSettling(
      { id, fence }: HeldJob,
      { id: shipmentId, orderId, accountId }: Pick<Shipment, 'id' | 'orderId' | 'accountId'>,
      waybillNos: readonly string[],
    ): Promise<StateBeforeSettling> {
      const { rows } = await keptSql(db)<SettlingRow>`
        select (select fence from jobs where id = ${id}) as fence,
          (select version from shipments where id = ${shipmentId}) as version,
          (select order_no from orders where id = ${orderId}) as order_no,
          (select state from orders where id = ${orderId}) as order_state,
          (select version from orders where id = ${orderId}) as order_version,
          (select count(*) from tracking where order_id not in ('', ${orderId})
            and waybill_no in (select value from json_each(${JSON.stringify(waybillNos)}))) as others,
          (select count(*) from account_lanes where account_id = ${accountId} and halt_code <> '') as halts`;
      const [now] = rows;
      if (now === undefined) throw new Error('a select of one row gave none');
      const { orderNo, orderState: state, orderVersion: version } = now;
      const isGone = orderNo === null || state === null || version === null;
      return {
        isTakenOver: now.fence !== null && now.fence !== fence,
        isForeign: now.others > 0,
        version: now.version,
        isHalted: now.halts > 0,
        order: isGone ? null : { id: orderId, orderNo, state, version },
      };
    },
  };
}
