import { dayMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import type { Repositories } from '../../store/store.ts';
import type { LaneHours } from '../../tracking/arrivalForecast.ts';
import type { LaneSilence } from '../../tracking/caseLimits.ts';

/** Parcels that arrived earlier say nothing about today's lanes. */
export const silenceDays = 120;
/** With fewer parcels there is no history. */
const leastParcels = 30;
const mostParcels = 300;
/** Of a hundred parcels that arrived, this many had news within the time. */
const share = 0.98;

export interface LaneSilences {
  /** null: too few of this lane have arrived. */
  of(read: Repositories, carrier: string, province: string): Promise<LaneSilence | null>;
}

/** The usual times of each lane; read once per lane and round. */
export function createLaneSilences(now: number): LaneSilences {
  const known = new Map<string, LaneSilence | null>();
  return {
    async of(read, carrier, province) {
      if (carrier === '' || province === '') return null;
      const lane = `${carrier} ${province}`;
      const found = known.get(lane);
      if (found !== undefined) return found;
      const since = now - silenceDays * dayMs;
      const hours = await read.parcelSilences.hoursOf(carrier, province, since, mostParcels);
      const silence = silenceOf(hours);
      known.set(lane, silence);
      return silence;
    },
  };
}

function silenceOf(hours: readonly number[]): LaneSilence | null {
  if (hours.length < leastParcels) return null;
  const sorted = [...hours].sort((one, other) => one - other);
  // The hours were rounded down.
  const longest = (sorted[Math.ceil(share * sorted.length) - 1] ?? 0) + 1;
  return { hours: longest, parcels: hours.length };
}

/** Lanes change with the season: older parcels say nothing about today. */
const historyDays = 90;

export interface LaneForecasts {
  /** Recently arrived parcels of this lane, by hours in transit. */
  of(read: Repositories, carrier: string, province: string): Promise<readonly LaneHours[]>;
}

export function createLaneForecasts(now: number): LaneForecasts {
  const known = new Map<string, readonly LaneHours[]>();
  const today = startOfShopDay(now);
  const days = Array.from({ length: historyDays }, (_, day) => today - day * dayMs);
  return {
    async of(read, carrier, province) {
      const lane = `${carrier} ${province}`;
      const found = known.get(lane) ?? (await read.parcelArrivals.laneHours(carrier, province, days));
      known.set(lane, found);
      return found;
    },
  };
}
