import { type Figure, whole } from './kit/figure.ts';
import { makeOrderFile } from './kit/makeOrderFile.ts';
import { median, repeat } from './kit/median.ts';
import { runChild } from './kit/runChild.ts';

interface BookingFigures {
  readonly planned: number;
  readonly booked: number;
  readonly durationMs: number;
  readonly peakPerSecond: number;
}

/** The platform’s limit for bookings. */
const limitPerSecond = 20;
const aimShare = 0.95;

export async function measureBooking(): Promise<Figure[]> {
  const path = await makeOrderFile(420);
  const runs = await repeat(3, () => runChild<BookingFigures>('bookOrders', path));
  const share = median(runs.map(({ booked, durationMs }) => booked / (durationMs / 1000) / limitPerSecond));
  const peak = Math.max(...runs.map(({ peakPerSecond }) => peakPerSecond));
  const [first] = runs;
  if (first === undefined || runs.some(({ planned, booked }) => planned !== booked))
    throw new Error('not every planned order was booked');
  return [
    {
      name: `Bookings against a gateway that answers after 80 ms, ${first.booked} orders`,
      value: `${(share * 100).toFixed(1)} % of ${limitPerSecond}/s`,
      aim: `≥ ${aimShare * 100} %`,
      isMet: share >= aimShare,
      note: 'every mark on disk before its call leaves',
    },
    {
      name: 'Most booking requests the gateway saw in any second',
      value: whole(peak),
      aim: `≤ ${limitPerSecond}`,
      isMet: peak <= limitPerSecond,
      note: 'worst of the runs, not the median',
    },
  ];
}
