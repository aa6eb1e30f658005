import { type Kysely, type SqlBool, sql } from 'kysely';
import {
  type CaseKind,
  type CaseLevel,
  type CaseState,
  caseKindFacts,
  caseKinds,
} from '../../../shared/domain/cases/trackingCase.ts';
import { countRows, listed, rowTotal, tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { CaseWatch, ParcelSilence, Schema, TrackingCase } from '../schema.ts';

export interface CaseFilter {
  /** Absent: everything that is not solved. */
  readonly state?: CaseState | undefined;
  readonly kind?: CaseKind | undefined;
  readonly level?: CaseLevel | undefined;
  readonly carrier?: string | undefined;
  readonly province?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly isOverdue?: true | undefined;
  readonly search?: string | undefined;
}

// A literal, not a parameter: only so does the database use the partial index.
const isUnsolved = sql<SqlBool>`state <> 'solved'`;
const isSolved = sql<SqlBool>`state = 'solved'`;

function caseReads(db: Kysely<Schema>) {
  const cases = tableOf(db, 'trackingCases');

  const matching = ({ state, level, isOverdue, search, ...columns }: CaseFilter, now: number) => {
    const kinds = caseKinds.filter((kind) => level === undefined || caseKindFacts[kind].level === level);
    let query = cases.rows(columns).where(state === 'solved' ? isSolved : isUnsolved);
    if (state !== undefined && state !== 'solved') query = query.where('state', '=', state);
    if (level !== undefined) query = query.where('kind', 'in', kinds);
    if (isOverdue) query = query.where('dueAt', '<=', now);
    const text = search?.trim() ?? '';
    if (text === '') return query;
    return query.where((where) =>
      where.or([
        where('waybillNo', 'like', `${text.replace(/[%_]/g, '')}%`),
        where('orderNo', '=', text),
        where('phoneTail', '=', text),
      ]),
    );
  };

  return {
    byId: (id: string) => cases.row({ id }),
    byIds: (ids: readonly string[]) => cases.rows().where('id', 'in', listed(ids)).execute(),
    ofParcels: (waybillNos: readonly string[]) =>
      cases.rows().where('waybillNo', 'in', listed(waybillNos)).execute(),

    window: (filter: CaseFilter, { offset, limit }: WindowRequest, now: number) => {
      const rows = matching(filter, now).limit(limit).offset(offset);
      return filter.state === 'solved'
        ? rows.orderBy('closedAt', 'desc').orderBy('id', 'desc').execute()
        : rows.orderBy('rank').orderBy('limitAt').orderBy('id').execute();
    },
    count: (filter: CaseFilter, now: number) => countRows(matching(filter, now)),

    /** The number of unsolved cases by kind and state. */
    counts: (now: number) =>
      db
        .selectFrom('trackingCases')
        .select([
          'kind',
          'state',
          rowTotal,
          sql<number>`count(*) filter (where due_at <= ${now})`.as('overdue'),
          sql<number>`count(*) filter (where owner_id = '')`.as('unowned'),
        ])
        .where(isUnsolved)
        .groupBy(['kind', 'state'])
        .execute(),

    /** Since when each unsolved case has existed, by kind, oldest first. */
    ages: () =>
      db
        .selectFrom('trackingCases')
        .select(['kind', 'sinceAt'])
        .where(isUnsolved)
        .orderBy('kind')
        .orderBy('sinceAt')
        .execute(),

    /** Cases whose snooze is over. */
    toWake: (now: number, limit: number) =>
      cases
        .rows()
        .where(sql<SqlBool>`state = 'snoozed'`)
        .where('snoozeUntil', '<=', now)
        .orderBy('snoozeUntil')
        .limit(limit)
        .execute(),

    steps: (caseId: string) => tableOf(db, 'caseSteps').rows({ caseId }).orderBy('id').execute(),
  };
}

export function createCaseRepository(db: Kysely<Schema>) {
  const cases = tableOf(db, 'trackingCases');
  const steps = tableOf(db, 'caseSteps');
  return {
    ...caseReads(db),
    /** false: this reason of this parcel already has a case. */
    open: cases.insertIfNew,
    /** undefined: it was changed meanwhile. */
    change: (
      { id, version }: Pick<TrackingCase, 'id' | 'version'>,
      changes: Partial<Omit<TrackingCase, 'id' | 'version'>>,
    ) => cases.change({ id, version }, changes),
    addStep: steps.insert,
  };
}

export function createCaseWatchRepository(db: Kysely<Schema>) {
  const watches = tableOf(db, 'caseWatches');
  return {
    put: (row: CaseWatch) => watches.put(row, ['waybillNo']),
    due: (now: number, limit: number) =>
      watches.rows().where('dueAt', '<=', now).orderBy('dueAt').limit(limit).execute(),
    countDue: (now: number) => countRows(watches.rows().where('dueAt', '<=', now)),
    /** After new rules, or a clock that was set back: every parcel is due for a check. */
    async watchAll(dueAt: number): Promise<void> {
      await db.updateTable('caseWatches').set({ dueAt }).where('dueAt', '>', dueAt).execute();
    },
    /** A carrier's bill has news about these parcels: they are due for a check. */
    async watchBill(billId: string, dueAt: number): Promise<void> {
      await sql`insert into case_watches (waybill_no, due_at)
        select distinct t.waybill_no, cast(${dueAt} as bigint) from bill_items b join tracking t on t.waybill_no = b.waybill_no
        where b.bill_id = ${billId} and b.class in ('weight', 'price', 'weight-price')
        on conflict (waybill_no) do update set due_at = excluded.due_at`.execute(db);
    },
    remove: (waybillNo: string) => watches.remove({ waybillNo }),
  };
}

/** How long parcels that arrived had been silent on their way, lane by lane. */
export function createParcelSilenceRepository(db: Kysely<Schema>) {
  const silences = tableOf(db, 'parcelSilences');
  return {
    put: (row: ParcelSilence) => silences.put(row, ['waybillNo']),
    /** Hours that the latest parcels of a lane took. */
    async hoursOf(carrier: string, province: string, since: number, limit: number): Promise<number[]> {
      const rows = await db
        .selectFrom('parcelSilences')
        .select('hours')
        .where('carrier', '=', carrier)
        .where('province', '=', province)
        .where('arrivedAt', '>=', since)
        .orderBy('arrivedAt', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ hours }) => hours);
    },
    async removeBefore(arrivedAt: number): Promise<void> {
      await db.deleteFrom('parcelSilences').where('arrivedAt', '<', arrivedAt).execute();
    },
  };
}
