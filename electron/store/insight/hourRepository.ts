import { type Kysely, sql } from 'kysely';
import { dayMs, shopOffsetMs } from '../../../shared/rules/shopTime.ts';
import type { Bill, Schema } from '../schema.ts';
import { isPayoutList } from './billJson.ts';
import type { HourMeasure, HourSpan } from './hourRows.ts';

function countReads(db: Kysely<Schema>) {
  const counted = (measures: readonly HourMeasure[], { from, to }: HourSpan, shop?: string) =>
    db
      .selectFrom('hourCounts')
      .where('measure', 'in', measures)
      .where('hourAt', '>=', from)
      .where('hourAt', '<', to)
      .$if(shop !== undefined, (query) => query.where('shop', '=', shop ?? ''));
  const total = sql<number>`sum(total)`.as('total');
  return {
    /** Hours in which something was counted. */
    hourTotals: (measures: readonly HourMeasure[], span: HourSpan) =>
      counted(measures, span).select(['measure', 'hourAt', total]).groupBy(['measure', 'hourAt']).execute(),

    /** Days of the shop by carrier; `fen` of what is priced. */
    dayTotals: (measures: readonly HourMeasure[], span: HourSpan, shop?: string) =>
      counted(measures, span, shop)
        .select([
          'measure',
          'carrier',
          sql<number>`hour_at - (hour_at + ${shopOffsetMs}) % ${dayMs}`.as('dayAt'),
          total,
          sql<number>`sum(fen)`.as('fen'),
        ])
        .groupBy(['measure', 'dayAt', 'carrier'])
        .execute(),

    /** Since when something is counted at all; null: nothing yet. */
    async firstHourAt(measure: HourMeasure): Promise<number | null> {
      const first = db.selectFrom('hourCounts').select('hourAt').where('measure', '=', measure);
      return (await first.orderBy('hourAt').limit(1).executeTakeFirst())?.hourAt ?? null;
    },

    /** Shops that had bookings in this time. */
    async shops(span: HourSpan): Promise<string[]> {
      const rows = await counted(['booked'], span).select('shop').distinct().orderBy('shop').execute();
      return rows.map(({ shop }) => shop);
    },
  };
}

function transitReads(db: Kysely<Schema>) {
  return {
    /** Parcels signed for in this time, by carrier, province and the hours they took. */
    transit: ({ from, to }: HourSpan) =>
      db
        .selectFrom('transitCounts')
        .select([
          'carrier',
          'province',
          'hours',
          sql<number>`sum(total)`.as('total'),
          sql<number>`sum(promised)`.as('promised'),
          sql<number>`sum(kept)`.as('kept'),
        ])
        .where('dayAt', '>=', from)
        .where('dayAt', '<', to)
        .groupBy(['carrier', 'province', 'hours'])
        .having(sql<number>`sum(total)`, '>', 0)
        .orderBy('hours')
        .execute(),

    /**
     * Of the parcels booked in this time: how many there are, and how many the carrier had before `deadline`. A number that was
     * given back waits for no courier.
     */
    takenBefore: async ({ from, to }: HourSpan, deadline: number) => {
      const row = await db
        .selectFrom('parcelTimes')
        .leftJoin('tracking', 'tracking.waybillNo', 'parcelTimes.waybillNo')
        .select([
          sql<number>`count(*)`.as('total'),
          sql<number>`count(*) filter (where parcel_times.collected_at < ${deadline})`.as('taken'),
        ])
        .where('parcelTimes.bookedAt', '>=', from)
        .where('parcelTimes.bookedAt', '<', to)
        .where(({ or, eb }) =>
          or([
            eb('tracking.state', 'is', null),
            eb('tracking.state', '<>', 'cancelled'),
            eb('parcelTimes.collectedAt', 'is not', null),
          ]),
        )
        .executeTakeFirstOrThrow();
      return row;
    },
  };
}

/** What bills said. */
function billReads(db: Kysely<Schema>) {
  return {
    /** Of each carrier its newest bill, lists of money paid out aside: what it says of parcels whose freight was estimated. */
    async newestBills() {
      const newest = new Map(
        (
          await db
            .selectFrom('bills')
            .select(['id', 'carrier', 'fromDay', 'toDay', 'layoutJson'])
            .where('state', '=', 'ready')
            .orderBy('toDay')
            .orderBy('id')
            .execute()
        )
          .filter((bill) => !isPayoutList(bill))
          .map((bill) => [bill.carrier, bill]),
      );
      return Promise.all([...newest.values()].map(async (bill) => figuresOfBill(db, bill)));
    },
  };
}

type NewestBill = Pick<Bill, 'id' | 'carrier' | 'fromDay' | 'toDay'>;

async function figuresOfBill(db: Kysely<Schema>, { id, carrier, fromDay, toDay }: NewestBill) {
  const sums = await db
    .selectFrom('billItems')
    .select([
      // A second charge is money, but no second parcel.
      sql<number>`count(*) filter (where class <> 'double')`.as('count'),
      sql<number>`coalesce(sum(billed_fen), 0)`.as('billedFen'),
      sql<number>`coalesce(sum(estimate_fen) filter (where class <> 'double'), 0)`.as('estimateFen'),
    ])
    .where('billId', '=', id)
    .where('class', '<>', 'missing')
    .where('estimateFen', 'is not', null)
    .executeTakeFirstOrThrow();
  return { carrier, figures: { billId: id, fromDay, toDay, ...sums } };
}

/** Counts that are kept while the work is done: their keeping stands in `countHours`. */
export function createHourRepository(db: Kysely<Schema>) {
  return {
    ...countReads(db),
    ...transitReads(db),
    ...billReads(db),
  };
}
