import type { implement } from '@orpc/server';
import { periodAt, periodBefore } from '../../../electron/insight/reviewPeriods.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { Review, ReviewKind } from '../../../shared/domain/insight/review.ts';
import { dayMs, readShopDate } from '../../../shared/rules/shopTime.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Reviews of a small shop: a platform that is well, one that is not, and a shop that began three weeks ago. */
export function pageReviews(
  os: Os,
  { now, own, options: { isFresh } }: Pick<PageWorld, 'now' | 'own' | 'options'>,
) {
  const spanOf = (kind: ReviewKind, day: string | undefined) => {
    const at = day === undefined ? null : readShopDate(day);
    return at === null ? periodBefore(periodAt(kind, now())) : periodAt(kind, at);
  };
  const week = spanOf('week', undefined);
  return {
    read: os.reviews.read.handler(({ input }) => {
      const review = madeReview(input.kind, spanOf(input.kind, input.day), now());
      const openNow = own.cases().filter(({ state }) => state !== 'solved').length;
      return isFresh ? emptied(review) : { ...review, cases: { ...review.cases, openNow } };
    }),
    kept: os.reviews.kept.handler(() =>
      (isFresh ? [] : [0, 1, 2]).map((back) => ({
        from: week.from - back * 7 * dayMs,
        to: week.to - back * 7 * dayMs,
        booked: 511 - back * 35,
      })),
    ),
    write: os.reviews.write.handler(({ input }) => ({
      fileToken: 'review',
      name: `review-${input.kind}.${input.type}`,
    })),
  };
}

/** The same time in a shop that had not begun. */
function emptied(review: Review): Review {
  const none = { booked: 0, printed: 0, collected: 0, signed: 0 };
  const days = review.volume.days.map(({ dayAt }) => ({ dayAt, ...none }));
  return {
    ...review,
    volume: { now: none, before: none, days, carriers: [] },
    calls: {
      knownSince: null,
      calls: 0,
      errorShare: null,
      before: { calls: 0, errorShare: null },
      lines: [],
      codes: [],
    },
    availability: [],
    traces: { booked: 0, traced: 0, share: null, isFew: true },
    cases: { opened: 0, solved: 0, openNow: 0, medianHours: null, kinds: [] },
    labels: { printed: 0, reprinted: 0, failed: 0, unsure: 0, share: null, isFew: true },
    corrections: { corrected: 0, undone: 0 },
    operators: [],
  };
}

function madeReview(kind: ReviewKind, { from, to }: { from: number; to: number }, now: number): Review {
  const days = (to - from) / dayMs;
  const volume = (booked: number) => ({
    booked,
    printed: booked - 1,
    collected: Math.floor(booked * 0.9),
    signed: Math.floor(booked * 0.6),
  });
  return {
    kind,
    from,
    to,
    madeAt: now,
    isFinished: to <= now,
    volume: {
      now: volume(73 * days),
      before:
        kind === 'week' ? volume(68 * days) : { booked: null, printed: null, collected: null, signed: null },
      days: Array.from({ length: days }, (_, day) => ({
        dayAt: from + day * dayMs,
        ...volume(60 + day * 4),
      })),
      carriers: [
        { carrier: 'YTO', ...volume(40 * days), priced: 40 * days, freightFen: 40 * days * 380 },
        { carrier: 'SF', ...volume(33 * days), priced: 0, freightFen: 0 },
      ],
    },
    calls: {
      knownSince: null,
      calls: 420 * days,
      errorShare: 0.006,
      before: { calls: 401 * days, errorShare: 0.002 },
      lines: [
        {
          platform: 'kdniao',
          interfaceName: 'book',
          calls: 80 * days,
          faults: 0,
          refusals: 2 * days,
          errorShare: 0,
          p50Ms: 181,
          p95Ms: 420,
          p99Ms: 911,
        },
        {
          platform: 'kuaidi100',
          interfaceName: 'track',
          calls: 340 * days,
          faults: 3 * days,
          refusals: 9 * days,
          errorShare: 0.0088,
          p50Ms: 262,
          p95Ms: 2_303,
          p99Ms: 9_791,
        },
      ],
      codes: [
        { code: 'CARRIER_NOT_FOUND', count: 9 * days, isFault: false },
        { code: 'NETWORK_TIMEOUT', count: 3 * days, isFault: true },
      ],
    },
    availability: [
      {
        platform: 'kdniao',
        worked: 412 * days,
        failed: 0,
        unknown: 1_028 * days,
        share: 1,
        isFew: kind === 'day',
      },
      {
        platform: 'kuaidi100',
        worked: 395 * days,
        failed: 3 * days,
        unknown: 1_042 * days,
        share: 395 / 398,
        isFew: kind === 'day',
      },
    ],
    traces: { booked: 73 * days, traced: 71 * days, share: 71 / 73, isFew: false },
    cases: {
      opened: 4 * days,
      solved: 3 * days,
      openNow: 0,
      medianHours: 21.5,
      kinds: [
        { kind: 'no-first-scan', opened: 3 * days, solved: 2 * days, medianHours: 18 },
        { kind: 'failed-attempt', opened: days, solved: days, medianHours: 26.25 },
      ],
    },
    labels: {
      printed: 72 * days,
      reprinted: 2 * days,
      failed: days,
      unsure: 0,
      share: 74 / 75,
      isFew: false,
    },
    corrections: { corrected: 11 * days, undone: 1 },
    operators: [
      {
        name: '小周',
        booked: 50 * days,
        printed: 49 * days,
        reprinted: days,
        corrected: 9 * days,
        solved: days,
      },
      {
        name: '',
        booked: 23 * days,
        printed: 23 * days,
        reprinted: days,
        corrected: 2 * days,
        solved: 2 * days,
      },
    ],
  };
}
