import { randomFillSync } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Crockford's base 32: no I, L, O, U, so that an id read aloud is not misheard. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type IdSource = () => string;

const timePlaces = 10;
const idPlaces = 26;
const codes = Buffer.from(alphabet, 'latin1');
const placeOf = new Map([...codes].map((code, value) => [code, value]));

/**
 * ULID-shaped ids (26 characters): they sort by the time they were made, and within one millisecond by order of
 * making, so a table keyed by them reads back in order. Written into one buffer: an import makes 100,000 of them, and
 * texts joined from single characters take ten times the room.
 */
export function createIdSource(clock: Clock, random: (size: number) => Uint8Array = pooledRandom): IdSource {
  const id = Buffer.alloc(idPlaces, codes[0]);
  let lastAt = 0;
  return () => {
    const now = Math.max(clock.now(), lastAt);
    if (now > lastAt) {
      writeTime(id, now);
      random(idPlaces - timePlaces).forEach((byte, place) => {
        id[timePlaces + place] = codes[byte & 31] ?? 0;
      });
    } else increment(id);
    lastAt = now;
    return id.toString('latin1');
  };
}

/** No id that was made at that moment or later is smaller. */
export function firstIdAt(at: number): string {
  const id = Buffer.alloc(idPlaces, codes[0]);
  writeTime(id, Math.max(0, at));
  return id.toString('latin1');
}

function writeTime(id: Buffer, at: number): void {
  let rest = at;
  for (let place = timePlaces - 1; place >= 0; place--) {
    id[place] = codes[rest % 32] ?? 0;
    rest = Math.floor(rest / 32);
  }
}

function increment(id: Buffer): void {
  for (let place = idPlaces - 1; place >= timePlaces; place--) {
    const value = ((placeOf.get(id[place] ?? 0) ?? 0) + 1) & 31;
    id[place] = codes[value] ?? 0;
    if (value !== 0) return;
  }
}

/** Enough for some 300 ids or nonces: asking the system costs the same for a dozen bytes as for all of these. */
const poolBytes = 4_096;

let pool = Buffer.alloc(0);
let taken = 0;

/** Random bytes for ids and nonces, each handed out once. Not for keys: what was handed out stays in memory for a while. */
export function pooledRandom(size: number): Uint8Array {
  if (taken + size > pool.length) {
    pool = randomFillSync(Buffer.allocUnsafeSlow(Math.max(poolBytes, size)));
    taken = 0;
  }
  taken += size;
  return pool.subarray(taken - size, taken);
}
