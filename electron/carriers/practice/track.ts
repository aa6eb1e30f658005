import type { TrackingEvent, TrackingSnapshot, TrackingState } from '../../../shared/domain/tracking.ts';
import { drawNumber } from './book.ts';

/** What practice tracking reports as the carrier. */
export const practiceCarrier = 'PRACTICE';

interface Step {
  readonly afterMinutes: number;
  readonly status: TrackingState;
  readonly text: string;
  readonly exception?: string;
}

const road: readonly Step[] = [
  { afterMinutes: 120, status: 'collected', text: '【练习】快件已由揽收员取走' },
  { afterMinutes: 300, status: 'in-transit', text: '【练习】快件离开始发分拨中心' },
  { afterMinutes: 1_200, status: 'destination', text: '【练习】快件到达目的地分拨中心' },
  { afterMinutes: 1_800, status: 'delivering', text: '【练习】快递员正在派送' },
];

/** Of 25 numbers one ends as each of the first three; all others are signed for. */
const endings: readonly (readonly Step[])[] = [
  [
    {
      afterMinutes: 2_400,
      status: 'problem',
      text: '【练习】地址不详，派送失败',
      exception: 'address-incomplete',
    },
  ],
  [
    { afterMinutes: 2_400, status: 'returning', text: '【练习】收件人拒收，快件退回', exception: 'refused' },
    { afterMinutes: 4_800, status: 'returned', text: '【练习】退件已由寄件人签收' },
  ],
  [
    { afterMinutes: 2_100, status: 'locker', text: '【练习】快件已放入快递柜，请凭取件码领取' },
    { afterMinutes: 2_700, status: 'signed', text: '【练习】已从快递柜取出' },
  ],
];
const usualEnding: readonly Step[] = [
  { afterMinutes: 2_400, status: 'signed', text: '【练习】已签收，签收人：本人' },
];

/**
 * Where a practice parcel is at `now`: the number alone decides its road and how it ends, the time since booking how
 * far it has come (about two days in all; up to three hours earlier or later by number).
 */
export function practiceTrack(
  waybillNo: string,
  carrier: string | null,
  bookedAt: number | null,
  now: number,
): TrackingSnapshot {
  const steps = [...road, ...(endings[drawNumber(waybillNo, 25)] ?? usualEnding)];
  const pace = 0.925 + drawNumber(`${waybillNo}#pace`, 151) / 1_000;
  const events: TrackingEvent[] = [];
  let exception = '';
  for (const step of steps) {
    const at = bookedAt === null ? Number.POSITIVE_INFINITY : bookedAt + step.afterMinutes * pace * 60_000;
    if (at > now) break;
    exception = step.exception ?? '';
    events.push({
      at: Math.round(at),
      text: step.text,
      location: '练习网点',
      status: step.status,
      rawStatus: step.status,
    });
  }
  const waiting: TrackingState = bookedAt === null ? 'none' : 'awaiting-collection';
  return {
    waybillNo,
    carrier: carrier ?? practiceCarrier,
    state: events.at(-1)?.status ?? waiting,
    events,
    exception,
  };
}
