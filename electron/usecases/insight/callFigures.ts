import type { CallFigures, CallGrouping } from '../../../shared/contracts/insight/calls.ts';
import { callClassOf } from '../../../shared/errors/callMeaning.ts';
import { type Span, segmentsOf, wholeMinutes } from '../../insight/callSpans.ts';
import { codeCountsOf } from '../../store/insight/callBucketing.ts';
import type { BucketFilter } from '../../store/insight/callBucketRepository.ts';
import { DurationSum } from '../../store/insight/durations.ts';
import type { CallBucket } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface CallFiguresRequest extends Span, BucketFilter {
  /** `line`: each interface of each account. */
  readonly by: CallGrouping;
}

type Row = CallFigures['rows'][number];

/**
 * What outside calls came to in a time, in whole minutes. Everything that shows or judges calls reads them here; the share
 * of faults is `faults / calls`.
 */
export async function readCallFigures(
  { store }: Pick<Workspace, 'store'>,
  { by, from, to, ...filter }: CallFiguresRequest,
): Promise<CallFigures> {
  const span = wholeMinutes({ from, to });
  const total = new CallSum();
  const groups = new Map<string, { readonly first: CallBucket; readonly sum: CallSum }>();
  for (const segment of segmentsOf(span))
    for (const bucket of await store.read.callBuckets.rows(filter, segment)) {
      const name = groupOf(bucket, by);
      const group = groups.get(name) ?? { first: bucket, sum: new CallSum() };
      groups.set(name, group);
      group.sum.add(bucket);
      total.add(bucket);
    }
  const names = await accountNames({ store });
  const rows = [...groups.values()].map(
    ({ first, sum }): Row => ({
      platform: first.platform,
      accountId: by === 'account' || by === 'line' ? first.accountId : '',
      accountName: by === 'account' || by === 'line' ? (names.get(first.accountId) ?? '') : '',
      interfaceName: by === 'interface' || by === 'line' ? first.interfaceName : '',
      ...sum.figures(),
    }),
  );
  const { knownSince } = (await store.read.settings.get('callFigures')) ?? { knownSince: null };
  return {
    ...span,
    knownSince: knownSince !== null && knownSince > span.from ? knownSince : null,
    total: total.figures(),
    rows: rows.sort((left, right) => right.calls - left.calls || compareNames(left, right)),
  };
}

export interface CallCounts {
  readonly calls: number;
  readonly faults: number;
  readonly unavailable: number;
}

/** Numbers alone, by account: what is asked with every status. */
export async function readCallSums(
  { store }: Pick<Workspace, 'store'>,
  span: Span,
): Promise<Map<string, CallCounts>> {
  const sums = new Map<string, CallCounts>();
  for (const segment of segmentsOf(wholeMinutes(span)))
    for (const { accountId, calls, faults, unavailable } of await store.read.callBuckets.sums({}, segment)) {
      const before = sums.get(accountId) ?? { calls: 0, faults: 0, unavailable: 0 };
      sums.set(accountId, {
        calls: before.calls + calls,
        faults: before.faults + faults,
        unavailable: before.unavailable + unavailable,
      });
    }
  return sums;
}

function groupOf({ platform, accountId, interfaceName }: CallBucket, by: CallGrouping): string {
  if (by === 'platform') return platform;
  if (by === 'account') return accountId;
  return by === 'interface' ? `${platform} ${interfaceName}` : `${accountId} ${interfaceName}`;
}

const nameOf = ({ platform, accountName, interfaceName }: Row) =>
  `${platform} ${accountName} ${interfaceName}`;
const compareNames = (left: Row, right: Row) => (nameOf(left) < nameOf(right) ? -1 : 1);

async function accountNames({ store }: Pick<Workspace, 'store'>): Promise<Map<string, string>> {
  const accounts = [...(await store.read.removedAccounts.all()), ...(await store.read.accounts.all())];
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

/** Buckets together. */
class CallSum {
  #calls = 0;
  #faults = 0;
  #unavailable = 0;
  #refusals = 0;
  readonly #durations = new DurationSum();
  readonly #codes = new Map<string, number>();

  add(bucket: CallBucket): void {
    this.#calls += bucket.calls;
    this.#faults += bucket.faults;
    this.#unavailable += bucket.unavailable;
    this.#refusals += bucket.refusals;
    this.#durations.add(bucket.durations);
    for (const [code, count] of Object.entries(codeCountsOf(bucket)))
      this.#codes.set(code, (this.#codes.get(code) ?? 0) + count);
  }

  figures(): CallFigures['total'] {
    const calls = this.#calls;
    return {
      calls,
      faults: this.#faults,
      refusals: this.#refusals,
      unavailable: this.#unavailable,
      errorShare: calls === 0 ? null : this.#faults / calls,
      availability: calls === 0 ? null : 1 - this.#unavailable / calls,
      p50Ms: this.#durations.percentileMs(50),
      p95Ms: this.#durations.percentileMs(95),
      p99Ms: this.#durations.percentileMs(99),
      codes: [...this.#codes]
        .map(([code, count]) => ({
          code,
          count,
          isFault: callClassOf(code) === 'fault',
        }))
        .sort((left, right) => right.count - left.count || (left.code < right.code ? -1 : 1)),
    };
  }
}

/** Counts the calls that were recorded before there were figures, once; see `store/insight/fillCallBuckets`. */
export async function countEarlierCalls({ store }: Workspace): Promise<void> {
  if ((await store.read.settings.get('callFigures')) !== null) return;
  await store.write(async (write) => write.settings.put('callFigures', await write.callBuckets.fill()));
}
