import { caseKindFacts } from '../../../shared/domain/cases/trackingCase.ts';
import type { TrackingEvent, TrackingSnapshot, TrackingState } from '../../../shared/domain/tracking.ts';
import { dayMs, hourMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import { seededRandom } from '../../doubles/seededRandom.ts';

/** A parcel and all that will ever happen to it. */
export interface WorldParcel {
  readonly waybillNo: string;
  readonly bookedAt: number;
  readonly events: readonly TrackingEvent[];
  /** When something went wrong with it, or was missing for too long. */
  readonly wrongAt: readonly number[];
}

/**
 * Shipments that are on their way when a day begins, with what goes wrong with them. The shares are those of an ordinary
 * shop: 4 % failed attempts, 1 % refused, 0.7 % overdue in a locker, 3 % picked up late, 2.5 % stuck on the way, 0.3 % lost
 * or damaged. The plan knows none of these numbers.
 */
export function parcelWorld(count: number, dayStart: number, seed: number): WorldParcel[] {
  const random = seededRandom(seed);
  const parcels: WorldParcel[] = [];
  while (parcels.length < count) {
    const bookedAt = workingHour(dayStart - random() * 7 * dayMs, random);
    const parcel = parcelFrom(`YT${String(1_000_000_000_000 + parcels.length)}`, bookedAt, random);
    const isOnItsWay = snapshotAt(parcel, dayStart).state !== 'signed';
    if (isOnItsWay && bookedAt < dayStart) parcels.push(parcel);
  }
  return parcels;
}

/** Shops book between nine and nine. */
function workingHour(at: number, random: () => number): number {
  return startOfShopDay(at) + (9 + random() * 12) * hourMs;
}

function parcelFrom(waybillNo: string, bookedAt: number, random: () => number): WorldParcel {
  const between = (least: number, most: number) => least + random() * (most - least);
  const events: TrackingEvent[] = [];
  const wrongAt: number[] = [];
  const say = (at: number, status: TrackingState) =>
    events.push({
      at: Math.round(at),
      text: `${status} ${events.length}`,
      location: '',
      status,
      rawStatus: '',
    });
  let at = bookedAt + (random() < 0.03 ? between(26, 60) : between(2, 20)) * hourMs;
  if (at > bookedAt + dayMs) wrongAt.push(bookedAt + dayMs);
  say(at, 'collected');
  const arrivesAt = at + between(18, 60) * hourMs;
  const isStuck = random() < 0.025;
  while (at < arrivesAt) {
    const isHere = isStuck && wrongAt.length === 0 && random() < 0.4;
    if (isHere) wrongAt.push(at + 3 * dayMs);
    at += (isHere ? between(80, 200) : between(3, 14)) * hourMs;
    say(at, 'in-transit');
    if (random() < 0.0006) {
      say(at + hourMs, 'problem');
      wrongAt.push(at + hourMs);
      return { waybillNo, bookedAt, events, wrongAt };
    }
  }
  say(at + between(1, 4) * hourMs, 'destination');
  deliver(startOfShopDay(at + 4 * hourMs) + dayMs + between(8, 10) * hourMs, {
    say,
    between,
    random,
    wrongAt,
  });
  return { waybillNo, bookedAt, events, wrongAt };
}

interface Telling {
  readonly say: (at: number, status: TrackingState) => void;
  readonly between: (least: number, most: number) => number;
  readonly random: () => number;
  readonly wrongAt: number[];
}

const lockerHours = caseKindFacts['locker-overdue'].limit?.usual ?? 0;

function deliver(outAt: number, { say, between, random, wrongAt }: Telling): void {
  say(outAt, 'delivering');
  const chance = random();
  const endsAt = outAt + between(1, 9) * hourMs;
  if (chance < 0.04) {
    say(endsAt, 'problem');
    wrongAt.push(endsAt);
    say(outAt + dayMs, 'delivering');
    say(endsAt + dayMs, 'signed');
  } else if (chance < 0.05) {
    say(endsAt, 'returning');
    wrongAt.push(endsAt);
  } else if (chance < 0.12) {
    say(endsAt, 'locker');
    const fetchedAt = endsAt + (random() < 0.1 ? lockerHours + between(1, 42) : between(1, 15)) * hourMs;
    if (fetchedAt > endsAt + lockerHours * hourMs) wrongAt.push(endsAt + lockerHours * hourMs);
    say(fetchedAt, 'signed');
  } else say(endsAt, 'signed');
}

/** What a platform answers about it at a moment. */
export function snapshotAt({ waybillNo, events }: WorldParcel, at: number): TrackingSnapshot {
  const told = events.filter((event) => event.at <= at);
  const state = told.at(-1)?.status ?? 'none';
  const exception = state === 'problem' ? 'problem' : state === 'returning' ? 'refused' : '';
  return { waybillNo, carrier: 'YTO', state, events: told, exception };
}
