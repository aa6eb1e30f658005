import type { Kysely } from 'kysely';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import { keptSql } from '../database/keptStatement.ts';
import type { Order, Schema, Shipment } from '../schema.ts';
import type { HeldJob } from './jobRepository.ts';

interface StateBeforeSending {
  /** The worker that claimed the job still holds it. */
  readonly isHeld: boolean;
  /** An alarm of the order, or a booking unknown to a restored backup, may forbid it: both must be checked. */
  readonly isDoubtful: boolean;
  /** It carries goods of other orders. */
  readonly carriesOthers: boolean;
}

export interface StateBeforeSettling {
  /** Another worker has claimed the job meanwhile. */
  readonly isTakenOver: boolean;
  /** One of these numbers belongs, or belonged, to another order. */
  readonly isForeign: boolean;
  /** The booking's version; null: it no longer exists. */
  readonly version: number | null;
  /** The account is stopped although it has just booked. */
  readonly isHalted: boolean;
  /** null: it no longer exists. */
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
 * Everything a booking depends on, read in the transactions of its two marks with one statement each: hardly any order has more, and at
 * twenty bookings per second each statement counts.
 */
export function createBookingStates(db: Kysely<Schema>, workstation: Workstation) {
  return {
    async beforeSending({ id, fence }: HeldJob, orderId: string): Promise<StateBeforeSending> {
      // After the promotion of a server that lost a claim, another bench issues the same fence.
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
