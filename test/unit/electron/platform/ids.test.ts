import { expect, test } from 'vitest';
import { createIdSource, firstIdAt, pooledRandom } from '../../../../electron/platform/ids.ts';
import { handClock } from '../../../doubles/handClock.ts';

const bytes = (value: number) => (size: number) => new Uint8Array(size).fill(value);

test('ids sort in the order they were made, whatever the clock does', () => {
  let now = 1_764_000_000_000;
  const nextId = createIdSource({ ...handClock(), now: () => now });
  const made: string[] = [];
  for (let step = 0; step < 3_000; step++) {
    if (step % 3 === 0) now = 1_764_000_000_000 + ((step * 7) % 11) * 1_000;
    made.push(nextId());
  }
  expect(new Set(made).size).toBe(made.length);
  expect([...made].sort()).toEqual(made);
  for (const id of made) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

test('the time stands in the first ten places', () => {
  const nextId = createIdSource(handClock(1), bytes(0));
  expect(nextId()).toBe('00000000010000000000000000');
  expect(nextId()).toBe('00000000010000000000000001');
});

test('counting within one millisecond carries over', () => {
  const nextId = createIdSource(handClock(32), bytes(31));
  expect(nextId()).toBe('0000000010ZZZZZZZZZZZZZZZZ');
  expect(nextId()).toBe('00000000100000000000000000');
});

test('what was made from a moment on sorts behind that moment', () => {
  const at = 1_764_000_000_000;
  const made = createIdSource(handClock(at), bytes(0))();
  expect(firstIdAt(at) <= made).toBe(true);
  expect(firstIdAt(at + 1) > made).toBe(true);
});

test('random bytes are handed out once, and stay as they were', () => {
  const taken = Array.from({ length: 1_000 }, () => pooledRandom(12));
  const seen = taken.map((bytes) => Buffer.from(bytes).toString('hex'));
  expect(new Set(seen).size).toBe(seen.length);
  pooledRandom(10_000);
  expect(taken.map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual(seen);
  expect(pooledRandom(10_000)).toHaveLength(10_000);
});
