import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { finalTrackingStates, type TrackingState } from '../../../shared/domain/tracking.ts';
import type { PassedParcels } from '../../../shared/domain/trackingGroup.ts';
import { listed, rowTotal, tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Schema } from '../schema.ts';

export interface TrackingFilter {
  /** Absent: any state. */
  readonly states?: readonly TrackingState[] | undefined;
  /** Only with a problem reported by the platform. */
  readonly isException?: boolean | undefined;
  /** Only in transit and without news since then. */
  readonly newsBefore?: number | undefined;
  /** Only overdue for a question. */
  readonly dueBy?: number | undefined;
  readonly carrier?: string | undefined;
  /** A number's beginning or end, an order number, four digits of a phone. */
  readonly search?: string | undefined;
  readonly passed?: PassedParcels | undefined;
}

/** No one scrolls further, and reading so deep takes longer than a search. */
export const mostListed = 100_000;

type Where = ExpressionBuilder<Schema, 'tracking'>;

/** Written as in the indexes, or they would not be used. */
const newsAt = sql<number>`coalesce(last_at, booked_at, 0)`;
const isOpen = sql<SqlBool>`state not in (${sql.raw(finalTrackingStates.map((state) => `'${state}'`).join(', '))})`;
const isException = sql<SqlBool>`exception <> ''`;

/** A search with more matches is too short; which of them are shown is then undefined. */
const mostSearched = 1_000;

/** Numbers are written in capitals and without blanks; what stands for any sign is no part of one. */
const asNumber = (text: string): string => text.replace(/[%_\s]/g, '').toUpperCase();

const shortestTail = 4;
const endsWith = (column: 'waybill_no' | 'order_no', text: string) =>
  sql<SqlBool>`(substr(${sql.raw(column)}, -4) = ${text.slice(-shortestTail)} and ${sql.raw(column)} like ${`%${text}`})`;

/** Each of these has an index. */
function isFound(where: Where, search: string): Expression<SqlBool> {
  const text = asNumber(search);
  if (text === '') return sql<SqlBool>`0`;
  const found: Expression<SqlBool>[] = [where('waybillNo', '=', text), where('orderNo', '=', search.trim())];
  if (text.length < shortestTail) return where.or(found);
  found.push(endsWith('waybill_no', text), endsWith('order_no', text));
  if (text.length === shortestTail) return where.or([...found, where('phoneTail', '=', text)]);
  return where.or([
    ...found,
    where.and([where('waybillNo', '>=', text), where('waybillNo', '<', `${text}\uffff`)]),
  ]);
}

/** Numbers of booked parcels that a search means. */
export const foundNumbers = (db: Kysely<Schema>, search: string) =>
  db
    .selectFrom('tracking')
    .select('waybillNo')
    .where((one) => isFound(one, search))
    .limit(mostSearched);

function matches(where: Where, filter: TrackingFilter): Expression<SqlBool> {
  const { states, newsBefore, dueBy, carrier, search = '' } = filter;
  const conditions: Expression<SqlBool>[] = [];
  if (states !== undefined) conditions.push(where('state', 'in', states));
  if (filter.isException === true) conditions.push(isException);
  if (newsBefore !== undefined) conditions.push(isOpen, sql<SqlBool>`${newsAt} < ${newsBefore}`);
  if (dueBy !== undefined) conditions.push(where('nextDueAt', '<=', dueBy));
  if (carrier !== undefined) conditions.push(where('carrier', '=', carrier));
  if (search.trim() !== '')
    conditions.push(
      where('waybillNo', 'in', (found) =>
        found
          .selectFrom('tracking')
          .select('waybillNo')
          .where((one) => isFound(one, search))
          .limit(mostSearched),
      ),
    );
  return where.and(conditions);
}

/** Word for word as the indexes have it. */
const isCollected = sql<SqlBool>`collected_at is not null`;
const isSigned = sql<SqlBool>`signed_at is not null`;

/** The parcels counted by a mark of the board, by the time of that step. */
function passedNumbers(db: Kysely<Schema>, { step, from, to, carrier, province }: PassedParcels) {
  const at = step === 'collected' ? ('collectedAt' as const) : ('signedAt' as const);
  return db
    .selectFrom('parcelTimes')
    .where(step === 'collected' ? isCollected : isSigned)
    .where(at, '>=', from)
    .where(at, '<', to)
    .$if(carrier !== undefined, (rows) => rows.where('carrier', '=', carrier ?? ''))
    .$if(province !== undefined, (rows) => rows.where('province', '=', province ?? ''))
    .$if(step === 'timed' || step === 'late', (rows) => rows.whereRef('collectedAt', '<=', 'signedAt'))
    .$if(step === 'late', (rows) => rows.whereRef('promisedAt', '<', 'signedAt'));
}

/** Those of them that a search finds as well. */
const searchedAmong = (db: Kysely<Schema>, passed: PassedParcels, search: string) =>
  passedNumbers(db, passed).$if(search.trim() !== '', (rows) =>
    rows.where('waybillNo', 'in', foundNumbers(db, search)),
  );

/** The newest first, whatever became of them since. */
async function passedWindow(
  db: Kysely<Schema>,
  passed: PassedParcels,
  { search = '', offset, limit }: WindowRequest & { readonly search?: string | undefined },
) {
  const at = passed.step === 'collected' ? ('collectedAt' as const) : ('signedAt' as const);
  const numbers = await searchedAmong(db, passed, search)
    .select('waybillNo')
    .orderBy(at, 'desc')
    .orderBy('waybillNo', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const inOrder = numbers.map(({ waybillNo }) => waybillNo);
  const rows = await tableOf(db, 'tracking').rows().where('waybillNo', 'in', listed(inOrder)).execute();
  const place = new Map(inOrder.map((waybillNo, index) => [waybillNo, index]));
  return rows.sort((one, other) => (place.get(one.waybillNo) ?? 0) - (place.get(other.waybillNo) ?? 0));
}

/** The longest waiting first; among ended and all parcels the newest. */
function orderOf({ states, isException: isBad, newsBefore, dueBy, carrier }: TrackingFilter) {
  if (dueBy !== undefined) return { by: sql<number>`next_due_at`, direction: 'asc' } as const;
  const hasEnded = states?.every((state) => finalTrackingStates.includes(state)) ?? false;
  const isNarrow = states !== undefined || isBad === true || newsBefore !== undefined;
  if (!isNarrow || carrier !== undefined) return { by: sql<number>`booked_at`, direction: 'desc' } as const;
  return { by: newsAt, direction: hasEnded ? 'desc' : 'asc' } as const;
}

/** Lists of parcels, quick whatever their length. */
export function trackingLists(db: Kysely<Schema>) {
  return {
    window(filter: TrackingFilter, { offset, limit }: WindowRequest) {
      const { passed, search } = filter;
      if (passed !== undefined) return passedWindow(db, passed, { search, offset, limit });
      const { by, direction } = orderOf(filter);
      return tableOf(db, 'tracking')
        .rows()
        .where('waybillNo', 'in', (numbers) =>
          // Only numbers are sorted and skipped: otherwise whole rows would be read in passing.
          numbers
            .selectFrom('tracking')
            .select('waybillNo')
            .where((where) => matches(where, filter))
            .orderBy(by, direction)
            .orderBy('waybillNo', direction)
            .limit(limit)
            .offset(offset),
        )
        .orderBy(by, direction)
        .orderBy('waybillNo', direction)
        .execute();
    },

    /** The count, up to one more than are ever listed. */
    async count(filter: TrackingFilter): Promise<number> {
      const { passed, search = '' } = filter;
      const one = sql<number>`1`.as('one');
      const most = mostListed + 1;
      const found =
        passed === undefined
          ? db
              .selectFrom('tracking')
              .select(one)
              .where((where) => matches(where, filter))
              .limit(most)
              .as('found')
          : searchedAmong(db, passed, search).select(one).limit(most).as('found');
      const { total } = await db.selectFrom(found).select(rowTotal).executeTakeFirstOrThrow();
      return total;
    },

    /** The count per state, maintained with every change. */
    totals: () => tableOf(db, 'trackingTotals').rows().execute(),

    /** Parcels matching a part of a number: those in transit first, then the newest. */
    find: (text: string, limit: number) =>
      tableOf(db, 'tracking')
        .rows()
        .where((where) => isFound(where, text))
        .orderBy(isOpen, 'desc')
        .orderBy('bookedAt', 'desc')
        .limit(limit)
        .execute(),
  };
}
