import { hourMs } from '../../shared/rules/shopTime.ts';

/** How many parcels of a lane took so many whole hours from the carrier's taking them to the signature. */
export interface LaneHours {
  readonly hours: number;
  readonly total: number;
}

export interface ArrivalForecast {
  /** Half of the parcels had arrived by then, and nine of ten by `mostAt`. UTC ms. */
  readonly halfAt: number;
  readonly mostAt: number;
  /** How many parcels say so. */
  readonly parcels: number;
}

/** Fewer parcels are no history. */
const leastParcels = 20;
/** Slower ones are counted together: how slow they were is not known. */
const slowestHours = 720;

/**
 * When a parcel of this lane will probably arrive, by those that had not arrived either after as long as it is on its way
 * now. null: too few of them are known to say anything.
 */
export function forecastArrival(
  lane: readonly LaneHours[],
  collectedAt: number,
  now: number,
): ArrivalForecast | null {
  const spent = Math.floor(Math.max(0, now - collectedAt) / hourMs);
  const slower = lane.filter(({ hours }) => hours >= spent).sort((one, other) => one.hours - other.hours);
  const parcels = slower.reduce((sum, { total }) => sum + total, 0);
  if (parcels < leastParcels) return null;
  const half = hoursOfShare(slower, parcels * 0.5);
  const most = hoursOfShare(slower, parcels * 0.9);
  if (most >= slowestHours) return null;
  // Whole hours were counted, the rest of the hour belongs to them.
  return { halfAt: collectedAt + (half + 1) * hourMs, mostAt: collectedAt + (most + 1) * hourMs, parcels };
}

function hoursOfShare(lane: readonly LaneHours[], wanted: number): number {
  let counted = 0;
  for (const { hours, total } of lane) {
    counted += total;
    if (counted >= wanted) return hours;
  }
  return slowestHours;
}

/**
 * The last moment that keeps what a carrier said on booking: `2026-01-03`, with a time or without. null: it says no day,
 * or one that cannot be meant.
 */
export function readPromise(words: string, bookedAt: number): number | null {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?/.exec(words.trim());
  if (match === null) return null;
  const [, year, month = '', day = '', hour, minute] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const hasTime = hour !== undefined && `${hour}:${minute}` !== '0:00' && `${hour}:${minute}` !== '00:00';
  const at = Date.parse(`${date}T${hasTime ? `${hour.padStart(2, '0')}:${minute}:00` : '23:59:59'}+08:00`);
  return Number.isNaN(at) || at <= bookedAt || at > bookedAt + longestPromiseMs ? null : at;
}

const longestPromiseMs = 60 * 24 * hourMs;
