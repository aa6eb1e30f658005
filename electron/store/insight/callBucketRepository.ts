import { type Kysely, sql } from 'kysely';
import { dayMs, hourMs } from '../../../shared/rules/shopTime.ts';
import { executeKept } from '../database/keptStatement.ts';
import type { CallBucket, Schema } from '../schema.ts';
import {
  type BucketKey,
  bucketKeyOf,
  type CountedCall,
  emptyBucket,
  grains,
  withCall,
} from './callBucketing.ts';
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

const bucketDays = 90;
/** Of the oldest hours, removed with each new one: twice as fast as they come. */
const sweptHours = 2;
/** A clock that jumped ahead must have kept its time for so many hours with calls before anything is old by it. */
const provenHours = 24;

const isBucket = ({ grain, at, accountId, interfaceName }: BucketKey) =>
  sql`grain = ${grain} and at = ${at} and account_id = ${accountId} and interface_name = ${interfaceName}`;

const keyValues = ({ grain, at, accountId, interfaceName }: BucketKey) => [
  grain,
  at,
  accountId,
  interfaceName,
];

async function findBuckets(db: Kysely<Schema>, keys: readonly BucketKey[]): Promise<CallBucket[]> {
  const found = await executeKept(db, 'buckets of a call', keys.flatMap(keyValues), () =>
    sql
      .join<CallBucket>(
        keys.map((key) => sql`select * from call_buckets where ${isBucket(key)}`),
        sql` union all `,
      )
      .compile(db),
  );
  return found.rows;
}

async function removeBuckets(db: Kysely<Schema>, keys: readonly BucketKey[]): Promise<void> {
  await executeKept(db, 'remove buckets of a call', keys.flatMap(keyValues), () =>
    sql`delete from call_buckets where ${sql.join(
      keys.map((key) => sql`(${isBucket(key)})`),
      sql` or `,
    )}`.compile(db),
  );
}

async function putBuckets(db: Kysely<Schema>, buckets: readonly CallBucket[]): Promise<void> {
  const rows = buckets.map(valuesOf);
  await executeKept(db, 'put buckets of a call', rows.flat(), () =>
    sql`insert into call_buckets (grain, at, account_id, interface_name, platform, calls, faults, unavailable,
      refusals, durations, codes_json)
      values ${sql.join(rows.map((row) => sql`(${sql.join(row)})`))}`.compile(db),
  );
}

function valuesOf(bucket: CallBucket): unknown[] {
  const { platform, calls, faults, unavailable, refusals, durations, codesJson } = bucket;
  return [
    ...keyValues(bucket),
    platform,
    calls,
    faults,
    unavailable,
    refusals,
    Buffer.from(durations),
    codesJson,
  ];
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
      const keys = grains.map((grain) => bucketKeyOf(grain, call));
      const known = await findBuckets(db, keys);
      const counted = keys.map((key) =>
        withCall(known.find(({ grain }) => grain === key.grain) ?? emptyBucket(key, call.platform), call),
      );
      if (!counted.every((bucket) => bucket !== null)) return;
      // A bucket that changes is removed and put again: what is kept beside it follows what is put.
      if (known.length > 0) await removeBuckets(db, keys);
      await putBuckets(db, counted);
      if (!known.some(({ grain }) => grain === 60)) await sweep(db);
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
