import { Int32Histogram } from 'hdr-histogram-js';
import { hourMs } from '../../../shared/rules/shopTime.ts';

/** Longer than any call is waited for: what a jumping clock makes longer counts as this long. */
const longestMs = hourMs;

const newHistogram = () => new Int32Histogram(1, longestMs, 2);
/** Says into which slot a duration falls: exact up to 255 ms, within one percent above. */
const scale = newHistogram();

/** Into which slot a duration falls. */
export const slotOf = (durationMs: number): number =>
  scale.countsArrayIndex(Math.min(Math.max(0, Math.round(durationMs)), longestMs));

/** Slots that hold anything, rising, each followed by its count. */
type Counts = readonly number[];

/**
 * Durations as they are stored: slots of an HDR histogram that hold anything, each as the distance to the one before and its
 * count, seven bits a byte. One call takes three bytes where the format of the library takes 43.
 */
export function withDuration(stored: Uint8Array, durationMs: number): Uint8Array {
  const slot = slotOf(durationMs);
  const counts = decode(stored);
  let place = 0;
  while (place < counts.length && (counts[place] ?? 0) < slot) place += 2;
  if (counts[place] === slot) counts[place + 1] = (counts[place + 1] ?? 0) + 1;
  else counts.splice(place, 0, slot, 1);
  return encode(counts);
}

function decode(stored: Uint8Array): number[] {
  const counts: number[] = [];
  let slot = 0;
  let place = 0;
  const next = (): number => {
    let value = 0;
    for (let factor = 1; place < stored.length; factor *= 128) {
      const byte = stored[place++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) break;
    }
    return value;
  };
  while (place < stored.length) {
    slot += next();
    counts.push(slot, next());
  }
  return counts;
}

/** Counts by slot, as they are stored. */
export function storedCounts(slots: ReadonlyMap<number, number>): Uint8Array {
  return encode([...slots].sort(([left], [right]) => left - right).flat());
}

/** A number takes five bytes at most. */
function encode(counts: Counts): Uint8Array {
  const bytes = new Uint8Array(counts.length * 5);
  let length = 0;
  let lastSlot = 0;
  for (let place = 0; place < counts.length; place++) {
    let rest = counts[place] ?? 0;
    if (place % 2 === 0) {
      rest -= lastSlot;
      lastSlot += rest;
    }
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes[length++] = (rest % 128) | 128;
    bytes[length++] = rest;
  }
  return bytes.slice(0, length);
}

/** Durations of many buckets together. */
export class DurationSum {
  readonly #histogram = newHistogram();

  add(stored: Uint8Array): void {
    const counts = decode(stored);
    for (let place = 0; place < counts.length; place += 2)
      this.#histogram.recordValueWithCount(
        this.#histogram.valueFromIndex(counts[place] ?? 0),
        counts[place + 1] ?? 0,
      );
  }

  /** Milliseconds that so many percent of the calls did not exceed; null: there was none. */
  percentileMs(percent: number): number | null {
    return this.#histogram.totalCount === 0 ? null : this.#histogram.getValueAtPercentile(percent);
  }
}
