import { CompiledQuery, type Kysely, sql } from 'kysely';
import { dayMs, hourMs } from '../../../shared/rules/shopTime.ts';
import type { CallBucket, Schema } from '../schema.ts';
import { bucketKeyOf, type CountedCall, emptyBucket, grains, withCall } from './callBucketing.ts';
import type { Grain } from './callBucketRows.ts';
import { fillCallBuckets } from './fillCallBuckets.ts';

/** Buckets of one grain that begin in a time. */
export interface BucketSegment {
  readonly grain: Grain;
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

export interface BucketFilter {
  readonly platform?: string | undefined;
  readonly accountId?: string | undefined;
  readonly interfaceName?: string | undefined;
}

export const bucketDays = 90;
/** Of the oldest hours, removed with each new one: twice as fast as they come. */
const sweptHours = 2;
/** A clock that jumped ahead must have kept its time for so many hours with calls before anything is old by it. */
const provenHours = 24;

/** With each call go these statements, and building them takes longer than running them. */
interface Texts {
  readonly find: string;
  /** A bucket that changes is removed and put again: what is kept beside it follows what is put. */
  readonly remove: string;
  readonly put: string;
}

/** Of each engine, which lives as long as its connection. */
const texts = new WeakMap<object, Texts>();

function textsOf(db: Kysely<Schema>): Texts {
  const engine = db.getExecutor().adapter;
  const known = texts.get(engine) ?? buildTexts(db);
  texts.set(engine, known);
  return known;
}

function buildTexts(db: Kysely<Schema>): Texts {
  const isOne = sql`grain = ${0} and at = ${0} and account_id = ${''} and interface_name = ${''}`;
  const found = sql`select * from call_buckets where ${isOne}`;
  const key = { grain: 1, at: 0, accountId: '', interfaceName: '' } as const;
  const rows = grains.map(() => emptyBucket(key, ''));
  return {
    find: sql
      .join(
        grains.map(() => found),
        sql` union all `,
      )
      .compile(db).sql,
    remove: sql`delete from call_buckets where ${sql.join(
      grains.map(() => sql`(${isOne})`),
      sql` or `,
    )}`.compile(db).sql,
    put: db.insertInto('callBuckets').values(rows).compile().sql,
  };
}

/** Figures of outside calls in minutes, hours and days, written with each call record. */
export function createCallBucketRepository(db: Kysely<Schema>) {
  const buckets = (
    { platform, accountId, interfaceName }: BucketFilter,
    { grain, from, to }: BucketSegment,
  ) =>
    db
      .selectFrom('callBuckets')
      .where('grain', '=', grain)
      .where('at', '>=', from)
      .where('at', '<', to)
      .$if(platform !== undefined, (query) => query.where('platform', '=', platform ?? ''))
      .$if(accountId !== undefined, (query) => query.where('accountId', '=', accountId ?? ''))
      .$if(interfaceName !== undefined, (query) => query.where('interfaceName', '=', interfaceName ?? ''));

  return {
    /** A call of any moment stands in the buckets of that moment, whatever the clock says now. */
    async add(call: CountedCall): Promise<void> {
      const text = textsOf(db);
      const keys = grains.map((grain) => bucketKeyOf(grain, call));
      const wanted = keys.flatMap(({ grain, at, accountId, interfaceName }) => [
        grain,
        at,
        accountId,
        interfaceName,
      ]);
      const { rows } = await db.executeQuery<CallBucket>(CompiledQuery.raw(text.find, wanted));
      const counted = keys.map((key) =>
        withCall(rows.find(({ grain }) => grain === key.grain) ?? emptyBucket(key, call.platform), call),
      );
      if (counted.includes(null)) return;
      if (rows.length > 0) await db.executeQuery(CompiledQuery.raw(text.remove, wanted));
      await db.executeQuery(CompiledQuery.raw(text.put, counted.flatMap(valuesOf)));
      if (!rows.some(({ grain }) => grain === 60)) await sweep(db);
    },

    rows: (filter: BucketFilter, segment: BucketSegment): Promise<CallBucket[]> =>
      buckets(filter, segment).selectAll().execute(),

    /** Of a database that was made before: see `fillCallBuckets`. */
    fill: (most?: number) => fillCallBuckets(db, most),

    /** Numbers alone, by account: what is asked with every status. */
    sums: (filter: BucketFilter, segment: BucketSegment) =>
      buckets(filter, segment)
        .select(['accountId', 'platform'])
        .select([
          sql<number>`sum(calls)`.as('calls'),
          sql<number>`sum(faults)`.as('faults'),
          sql<number>`sum(unavailable)`.as('unavailable'),
        ])
        .groupBy(['accountId', 'platform'])
        .execute(),
  };
}

function valuesOf(bucket: CallBucket | null): unknown[] {
  if (bucket === null) return [];
  const { grain, at, accountId, interfaceName, platform, calls } = bucket;
  const { faults, unavailable, refusals, durations, codesJson } = bucket;
  return [
    grain,
    at,
    accountId,
    interfaceName,
    platform,
    calls,
    faults,
    unavailable,
    refusals,
    Buffer.from(durations),
    codesJson,
  ];
}

/** Removes what is older than is kept, a few hours of it: no call waits for a long removal. */
async function sweep(db: Kysely<Schema>): Promise<void> {
  const proven = await db
    .selectFrom('callBuckets')
    .select('at')
    .distinct()
    .where('grain', '=', 60)
    .orderBy('at', 'desc')
    .limit(1)
    .offset(provenHours)
    .executeTakeFirst();
  if (proven === undefined) return;
  const keptFrom = proven.at - bucketDays * dayMs;
  await db.deleteFrom('serviceHours').where('hourAt', '<', keptFrom).execute();
  for (const grain of grains) {
    const oldest = await db
      .selectFrom('callBuckets')
      .select('at')
      .where('grain', '=', grain)
      .orderBy('at')
      .limit(1)
      .executeTakeFirst();
    if (oldest === undefined || oldest.at >= keptFrom) continue;
    await db
      .deleteFrom('callBuckets')
      .where('grain', '=', grain)
      .where('at', '<', Math.min(keptFrom, oldest.at + sweptHours * hourMs))
      .execute();
  }
}
