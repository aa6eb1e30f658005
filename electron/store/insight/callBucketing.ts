import { z } from 'zod';
import { callClassOf, isUnavailable } from '../../../shared/errors/callMeaning.ts';
import { hourMs, minuteMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import { storedJson } from '../database/storedJson.ts';
import type { RecordedCall } from '../schema.ts';
import type { CallBucket, Grain } from './callBucketRows.ts';
import { withDuration } from './durations.ts';

export const grains: readonly Grain[] = [1, 60, 1440];

export const codeCountsJson = storedJson('codes_json', z.record(z.string(), z.number().int()));

export const codeCountsOf = ({
  codesJson,
}: Pick<CallBucket, 'codesJson'>): Readonly<Record<string, number>> =>
  codesJson === '{}' ? {} : codeCountsJson.readOr(codesJson, {});

/** Where the bucket of a moment begins. */
function bucketStart(grain: Grain, at: number): number {
  if (grain === 1440) return startOfShopDay(at);
  const spanMs = grain === 60 ? hourMs : minuteMs;
  return Math.floor(at / spanMs) * spanMs;
}

/** What a bucket needs to know of a call. */
export type CountedCall = Pick<
  RecordedCall,
  'at' | 'accountId' | 'platform' | 'interfaceName' | 'errorCode' | 'durationMs'
>;

export type BucketKey = Pick<CallBucket, 'grain' | 'at' | 'accountId' | 'interfaceName'>;

export const bucketKeyOf = (grain: Grain, { at, accountId, interfaceName }: CountedCall): BucketKey => ({
  grain,
  at: bucketStart(grain, at),
  accountId,
  interfaceName,
});

export const emptyBucket = (key: BucketKey, platform: string): CallBucket => ({
  ...key,
  platform,
  calls: 0,
  faults: 0,
  unavailable: 0,
  refusals: 0,
  durations: new Uint8Array(),
  codesJson: '{}',
});

/** null: nothing was asked, so that there is nothing to count. */
export function withCall(bucket: CallBucket, { errorCode, durationMs }: CountedCall): CallBucket | null {
  const callClass = callClassOf(errorCode);
  if (callClass === 'none') return null;
  const codes = errorCode === '' ? null : codeCountsOf(bucket);
  return {
    ...bucket,
    calls: bucket.calls + 1,
    faults: bucket.faults + (callClass === 'fault' ? 1 : 0),
    unavailable: bucket.unavailable + (isUnavailable(errorCode) ? 1 : 0),
    refusals: bucket.refusals + (callClass === 'refusal' ? 1 : 0),
    durations: withDuration(bucket.durations, durationMs),
    codesJson:
      codes === null
        ? bucket.codesJson
        : codeCountsJson.write({ ...codes, [errorCode]: (codes[errorCode] ?? 0) + 1 }),
  };
}
