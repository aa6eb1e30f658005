import { describe, expect, it } from 'vitest';
import {
  goodsSetOf,
  isWithin,
  readingFault,
  type ScaleReading,
  weightRange,
} from '../../../../electron/packing/judgeWeight.ts';

const reading = (change: Partial<ScaleReading> = {}): ScaleReading => ({
  source: 'scale',
  grams: 1_000,
  ageMs: 200,
  isStable: true,
  zeroAgeMs: 3_000,
  ...change,
});

describe('a reading of the scale', () => {
  it.each([
    ['stable, fresh, emptied since', reading(), 10_000, null],
    ['the first of the day', reading({ zeroAgeMs: null }), null, null],
    ['nothing on it', reading({ grams: 1 }), 10_000, 'no-weight'],
    ['nonsense', reading({ grams: Number.NaN }), 10_000, 'no-weight'],
    ['below zero', reading({ grams: -400 }), 10_000, 'no-weight'],
    ['old', reading({ ageMs: 1_001 }), 10_000, 'weight-old'],
    ['moving', reading({ isStable: false }), 10_000, 'weight-moving'],
    ['still the parcel before', reading({ zeroAgeMs: 20_000 }), 10_000, 'weight-carried'],
    ['never at zero since it was connected', reading({ zeroAgeMs: null }), 10_000, 'weight-carried'],
    ['typed by a person', reading({ source: 'typed', ageMs: 9_000, isStable: false }), 10_000, null],
  ] as const)('%s', (_name, said, lastMs, fault) => expect(readingFault(said, lastMs)).toBe(fault));
});

describe('what equal parcels weigh', () => {
  it('is not known from two', () => {
    expect(weightRange([1_000, 1_004])).toBeNull();
    expect(isWithin(5, null)).toBe(true);
  });
  it('is the middle of what was weighed, and one wrong one changes nothing', () => {
    const usual = weightRange([1_000, 1_004, 998, 1_002]);
    expect(usual).toMatchObject({ leastGrams: 970, mostGrams: 1_032, samples: 4 });
    expect(weightRange([1_000, 1_004, 998, 1_002, 5_000])).toMatchObject({
      leastGrams: 971,
      mostGrams: 1_033,
    });
    expect(isWithin(1_500, usual)).toBe(false);
  });
  it('goes by the goods, in whatever order they were counted', () => {
    const one = goodsSetOf([
      { key: 'B', pieces: 1 },
      { key: 'A', pieces: 2 },
    ]);
    const other = goodsSetOf([
      { key: 'A', pieces: 1 },
      { key: 'B', pieces: 1 },
      { key: 'A', pieces: 1 },
    ]);
    expect(one).toBe('A×2+B×1');
    expect(other).toBe(one);
    expect(goodsSetOf([{ key: 'A', pieces: 0 }])).toBe('');
  });
});
