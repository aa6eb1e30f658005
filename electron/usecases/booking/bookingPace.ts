import { minuteMs } from '../../../shared/rules/shopTime.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** With fewer, or over less time, one slow answer more or less would change what is said. */
const fewestBooked = 6;
const shortestMs = 5_000;
/** Nothing got through for so long, and for so many times the usual gap: the run stands still, and nobody knows until when. */
const silenceMs = 15_000;
const silentGaps = 6;
/** What the last of them did says more about what comes than all of them. */
const recentBooked = 20;

export interface BookingPace {
  readonly perMinute: number;
  /** By the slower and the faster of what was kept lately. */
  secondsFor(waiting: number): { readonly least: number; readonly most: number };
}

/** How fast bookings get through, once that can be told; null: too few have, or none any more. */
export async function readBookingPace({
  store,
  clock,
}: Pick<Workspace, 'store' | 'clock'>): Promise<BookingPace | null> {
  const now = clock.now();
  const times = await store.read.shipments.bookedTimes(now - minuteMs);
  const whole = perMs(times);
  const last = times.at(-1);
  if (whole === null || last === undefined) return null;
  if (now - last > Math.max(silenceMs, silentGaps / whole)) return null;
  const recent = perMs(times.slice(-recentBooked)) ?? whole;
  const [slow, fast] = [Math.min(whole, recent), Math.max(whole, recent)];
  return {
    perMinute: whole * minuteMs,
    secondsFor: (waiting) => ({ least: waiting / fast / 1_000, most: waiting / slow / 1_000 }),
  };
}

/** null: cannot be told from these. */
function perMs(times: readonly number[]): number | null {
  const spanMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return times.length < fewestBooked || spanMs < shortestMs ? null : (times.length - 1) / spanMs;
}
