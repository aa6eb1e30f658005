import type { CarrierPlatform } from '../../../../electron/carriers/kit/carrierPlatform.ts';
import type { TrackingEvent, TrackingSnapshot, TrackingState } from '../../../../shared/domain/tracking.ts';
import { done, happened, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { hourMs } from '../../../../shared/rules/shopTime.ts';
import { bookingNo, scriptedPlatform } from '../../../doubles/platforms/scriptedPlatform.ts';

/** Hours after its booking at which a parcel gets there. */
const way: readonly (readonly [number, TrackingState])[] = [
  [2, 'collected'],
  [9, 'in-transit'],
  [17, 'in-transit'],
  [25, 'in-transit'],
  [33, 'in-transit'],
  [41, 'destination'],
  [58, 'delivering'],
  [66, 'signed'],
];

/** Numbers from here on are given out on the day itself: nobody has collected those parcels yet. */
const ownFrom = 500_000_000;

export const dayWaybillNo = (no: number): string => `YT${String(1_000_000_000_000 + no)}`;
/** When it was booked, from its number alone: what a platform knows must not lie in the memory that is measured. */
const bookedHoursBefore = (waybillNo: string): number => 1 + (Number(waybillNo.slice(-6)) % 60);

export const dayBookedAt = (waybillNo: string, dayStart: number): number =>
  dayStart - bookedHoursBefore(waybillNo) * hourMs;

/** What a platform would tell about it then. */
function daySnapshot(waybillNo: string, dayStart: number, now: number): TrackingSnapshot {
  const bookedAt = dayBookedAt(waybillNo, dayStart);
  const isOwn = waybillNo >= dayWaybillNo(ownFrom);
  const events = (isOwn ? [] : way).flatMap(([hours, status]): TrackingEvent[] => {
    const at = bookedAt + hours * hourMs;
    return at > now ? [] : [{ at, text: `${status} 样板分拨中心`, location: '杭州', status, rawStatus: '' }];
  });
  return { waybillNo, carrier: 'YTO', state: events.at(-1)?.status ?? 'none', events, exception: '' };
}

export interface DayCounts {
  questions: number;
  booked: number;
}

/** Every so manieth call gets no answer. */
const lostEach = { book: 300, track: 1_500 } as const;

/** A platform that answers at once, loses an answer now and then, and counts; it remembers nothing. */
export function dayPlatform(dayStart: number, now: () => number, counts: DayCounts): CarrierPlatform {
  const scripted = scriptedPlatform(20);
  const lost = unknownOutcome('NETWORK_TIMEOUT', { host: 'scripted' });
  const book = async () => happened(bookingNo(dayWaybillNo(ownFrom + ++counts.booked)));
  const loseOrBook = async () => {
    if ((counts.booked + 1) % lostEach.book !== 0) return book();
    counts.booked += 1;
    return lost;
  };
  return {
    ...scripted,
    manifest: {
      ...scripted.manifest,
      ratePerSecond: { book: 1_000, track: 1_000_000 },
      trackPerDay: 1_000_000,
    },
    book: loseOrBook,
    find: book,
    track: async ({ waybillNo }) =>
      ++counts.questions % lostEach.track === 0 ? lost : happened(daySnapshot(waybillNo, dayStart, now())),
    readPush: (body) => ({
      news: done({
        snapshots: body.split(' ').map((waybillNo) => daySnapshot(waybillNo, dayStart, now())),
        pickups: [],
        codNews: [],
      }),
      acknowledgement: '',
    }),
  };
}
