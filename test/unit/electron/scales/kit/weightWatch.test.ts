import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScaleFrame } from '../../../../../electron/scales/kit/scaleFormat.ts';
import { WeightWatch } from '../../../../../electron/scales/kit/weightWatch.ts';

const weight = (grams: number, isStable: boolean | null = true): ScaleFrame => ({
  kind: 'weight',
  grams,
  isStable,
});

function hear(frames: readonly (readonly [at: number, frame: ScaleFrame])[]): WeightWatch {
  const watch = new WeightWatch();
  for (const [at, frame] of frames) watch.take(18, [frame], at);
  return watch;
}

describe('when a weight counts', () => {
  test('a scale that says so is believed: moving, at rest, empty', () => {
    expect(hear([[0, weight(523, false)]]).says(50)).toMatchObject({ state: 'moving', grams: 523 });
    expect(hear([[0, weight(523)]]).says(50)).toMatchObject({ state: 'stable', grams: 523, at: 0 });
    expect(hear([[0, weight(0)]]).says(50)).toMatchObject({ state: 'zero', zeroAt: 0 });
  });

  test('one that does not say so must say the same three times over 300 ms', () => {
    const frames = [0, 100, 200, 300].map((at) => [at, weight(3_000, null)] as const);
    expect(hear(frames.slice(0, 3)).says(200).state).toBe('moving');
    expect(hear(frames).says(300).state).toBe('stable');
    expect(hear([...frames, [400, weight(3_005, null)]]).says(400).state).toBe('moving');
    const fast = [0, 10, 20, 30].map((at) => [at, weight(3_000, null)] as const);
    expect(hear(fast).says(30).state).toBe('moving');
  });

  test('nothing older than a second counts, and what comes after a pause starts over', () => {
    const watch = hear([0, 150, 300].map((at) => [at, weight(3_000, null)] as const));
    expect(watch.says(1_300).state).toBe('stable');
    expect(watch.says(1_301)).toMatchObject({ state: 'silent', grams: null });
    watch.take(18, [weight(3_000, null)], 2_000);
    expect(watch.says(2_000).state).toBe('moving');
  });

  test('a clock set back makes no old reading new', () => {
    expect(hear([[5_000, weight(523)]]).says(4_000).state).toBe('silent');
  });

  test('talk that no format knows is nonsense, and silence is silence', () => {
    const watch = new WeightWatch();
    expect(watch.says(0)).toMatchObject({ state: 'silent', at: null });
    watch.take(40, [], 0);
    expect(watch.says(10).state).toBe('silent');
    watch.take(40, [], 100);
    expect(watch.says(200)).toMatchObject({ state: 'nonsense', grams: null });
    expect(watch.says(2_000).state).toBe('silent');
  });

  test('a trouble of the scale gives no weight until it speaks again', () => {
    const watch = hear([
      [0, weight(523)],
      [100, { kind: 'trouble', trouble: 'over' }],
    ]);
    expect(watch.says(150)).toMatchObject({ state: 'over', grams: null });
    watch.take(18, [weight(500)], 200);
    expect(watch.says(200)).toMatchObject({ state: 'stable', grams: 500 });
  });

  test('below zero is a scale to be set to zero, not a parcel', () => {
    expect(hear([[0, weight(-120)]]).says(10)).toMatchObject({ state: 'under', grams: null });
  });

  test('when it last stood empty is known, whatever came since', () => {
    const watch = hear([
      [0, weight(4, false)],
      [500, weight(800, false)],
      [900, weight(800)],
    ]);
    expect(watch.says(1_000)).toMatchObject({ state: 'stable', grams: 800, zeroAt: 0 });
  });

  test('whatever comes, a weight told as at rest was said within the last second', () => {
    const frame = fc.record({
      gapMs: fc.integer({ min: 0, max: 1_500 }),
      grams: fc.constantFrom(0, 5, 300, 301, 3_000),
      isStable: fc.constantFrom(true, false, null),
    });
    fc.assert(
      fc.property(
        fc.array(frame, { maxLength: 30 }),
        fc.integer({ min: 0, max: 2_000 }),
        (frames, waitMs) => {
          const watch = new WeightWatch();
          let at = 0;
          for (const { gapMs, grams, isStable } of frames) {
            at += gapMs;
            watch.take(18, [weight(grams, isStable)], at);
          }
          const says = watch.says(at + waitMs);
          if (says.state !== 'stable') return;
          expect(waitMs).toBeLessThanOrEqual(1_000);
          expect(says.grams).toBe(frames.at(-1)?.grams);
          expect(frames.at(-1)?.isStable).not.toBe(false);
        },
      ),
    );
  });
});
