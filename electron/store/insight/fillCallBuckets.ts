import type { Kysely } from 'kysely';
import { callClassOf, isUnavailable } from '../../../shared/errors/callMeaning.ts';
import { tableOf } from '../database/table.ts';
import type { CallBucket, Schema } from '../schema.ts';
import { type BucketKey, bucketKeyOf, type CountedCall, codeCountsJson, grains } from './callBucketing.ts';
import { slotOf, storedCounts } from './durations.ts';

/** Some two seconds' work: a workspace with more calls opens no later for them, and says since when it knows. */
const mostFilled = 200_000;
const chunk = 10_000;

interface Count {
  readonly platform: string;
  calls: number;
  faults: number;
  unavailable: number;
  refusals: number;
  readonly slots: Map<number, number>;
  readonly codes: Map<string, number>;
}

/**
 * Counts the newest calls of a database that was made before there were buckets. `knownSince`: the moment from which all
 * are counted; null: all there are.
 */
export async function fillCallBuckets(
  db: Kysely<Schema>,
  most = mostFilled,
): Promise<{ readonly knownSince: number | null }> {
  const counts = new Map<string, Count & { readonly key: BucketKey }>();
  let below = '\uffff';
  let earliestAt = Number.POSITIVE_INFINITY;
  for (let filled = 0; filled < most; filled += chunk) {
    const calls = await db
      .selectFrom('calls')
      .select(['id', 'at', 'accountId', 'platform', 'interfaceName', 'errorCode', 'durationMs'])
      .where('id', '<', below)
      .orderBy('id', 'desc')
      .limit(Math.min(chunk, most - filled))
      .execute();
    for (const call of calls) {
      count(counts, call);
      earliestAt = Math.min(earliestAt, call.at);
      below = call.id;
    }
    if (calls.length < Math.min(chunk, most - filled)) {
      await store(db, counts.values());
      return { knownSince: null };
    }
  }
  await store(db, counts.values());
  return { knownSince: earliestAt };
}

function count(counts: Map<string, Count & { readonly key: BucketKey }>, call: CountedCall): void {
  const callClass = callClassOf(call.errorCode);
  if (callClass === 'none') return;
  const slot = slotOf(call.durationMs);
  for (const grain of grains) {
    const key = bucketKeyOf(grain, call);
    const name = `${grain} ${key.at} ${call.accountId} ${call.interfaceName}`;
    const known = counts.get(name) ?? { key, ...nothing(call.platform) };
    counts.set(name, known);
    known.calls++;
    if (callClass === 'fault') known.faults++;
    if (callClass === 'refusal') known.refusals++;
    if (isUnavailable(call.errorCode)) known.unavailable++;
    known.slots.set(slot, (known.slots.get(slot) ?? 0) + 1);
    if (call.errorCode !== '') known.codes.set(call.errorCode, (known.codes.get(call.errorCode) ?? 0) + 1);
  }
}

const nothing = (platform: string): Count => ({
  platform,
  calls: 0,
  faults: 0,
  unavailable: 0,
  refusals: 0,
  slots: new Map(),
  codes: new Map(),
});

async function store(
  db: Kysely<Schema>,
  counts: Iterable<Count & { readonly key: BucketKey }>,
): Promise<void> {
  const rows: CallBucket[] = [];
  for (const { key, slots, codes, ...numbers } of counts) {
    const durations = storedCounts(slots);
    rows.push({ ...key, ...numbers, durations, codesJson: codeCountsJson.write(Object.fromEntries(codes)) });
  }
  await db.deleteFrom('callBuckets').execute();
  await db.deleteFrom('serviceHours').execute();
  await tableOf(db, 'callBuckets').insertMany(rows);
}
