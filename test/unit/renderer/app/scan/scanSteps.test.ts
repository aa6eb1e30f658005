import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeOf,
  type GunHabits,
  maxGapMs,
  minShortLength,
  noScan,
  plainGun,
  type ScanStep,
  shortGapMs,
  stepScan,
} from '../../../../../renderer/app/scan/scanSteps.ts';

const withPrefix = (prefix: string): GunHabits => ({ ...plainGun, prefix });

interface Stroke {
  readonly key: string;
  readonly gapMs: number;
  readonly isModified?: boolean;
}

function run(strokes: readonly Stroke[], habits: GunHabits = plainGun): ScanStep[] {
  let state = noScan;
  let at = 1000;
  return strokes.map(({ key, gapMs, isModified = false }) => {
    at += gapMs;
    const step = stepScan(state, { key, at, isModified }, habits);
    state = step.state;
    return step;
  });
}

const typed = (text: string, gapMs: number, end = 'Enter'): Stroke[] =>
  [...text, end].map((key) => ({ key, gapMs }));

const codes = (steps: readonly ScanStep[]): string[] =>
  steps.flatMap((step) => (step.kind === 'scan' ? [step.code] : []));

describe('telling a scan gun from fingers', () => {
  test('any code of six characters or more at gun speed is caught whole, ended by Enter or Tab', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{5,39}$/),
        fc.integer({ min: 0, max: maxGapMs }),
        fc.constantFrom('Enter', 'Tab'),
        (code, gapMs, end) => {
          expect(codes(run(typed(code, gapMs, end)))).toEqual([code]);
        },
      ),
    );
  });

  test('a gun at twenty keys a second is heard whatever its jitter, two thousand codes without one missed', () => {
    const chance = fc.sample(fc.integer({ min: -9, max: 9 }), { numRuns: 32_000, seed: 7 });
    const expected = Array.from({ length: 2_000 }, (_, at) => `SF1${String(at).padStart(12, '0')}`);
    let next = 0;
    const strokes = expected.flatMap((code) =>
      typed(code, 50).map(({ key }, at) => ({ key, gapMs: at === 0 ? 400 : 50 + (chance[next++] ?? 0) })),
    );
    expect(codes(run(strokes))).toEqual(expected);
  });

  test('typing at human speed is never a scan, however long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: maxGapMs + 1, max: 400 }), { minLength: 1, maxLength: 40 }),
        (gaps) => {
          const strokes = [...gaps.map((gapMs) => ({ key: '7', gapMs })), { key: 'Enter', gapMs: 60 }];
          expect(codes(run(strokes))).toEqual([]);
        },
      ),
    );
  });

  test('a short code at the speed of a gun is caught, at the speed of rolling fingers never', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z0-9]{3,5}$/),
        fc.integer({ min: 0, max: maxGapMs }),
        (code, gapMs) => {
          expect(codes(run(typed(code, gapMs)))).toEqual(gapMs <= shortGapMs ? [code] : []);
        },
      ),
    );
  });

  test('two keys and Enter are a person, however fast', () => {
    const steps = run(typed('1'.repeat(minShortLength - 1), 1));
    expect(codes(steps)).toEqual([]);
    expect(steps.at(-1)?.kind).toBe('other');
  });

  test('Enter pressed later than a gun would is the operator’s own', () => {
    const strokes = [...typed('69012345678', 10).slice(0, -1), { key: 'Enter', gapMs: maxGapMs + 1 }];
    expect(codes(run(strokes))).toEqual([]);
  });

  test('what was typed slowly before a scan is no part of the code', () => {
    const strokes = [...typed('abc', 120).slice(0, -1), { key: '9', gapMs: 300 }, ...typed('876543210', 8)];
    expect(codes(run(strokes))).toEqual(['9876543210']);
  });

  test('the moment before the first character is marked, so that the field can be put back', () => {
    expect(run(typed('123456', 10)).map(({ kind }) => kind)).toEqual([
      'begins',
      'grows',
      'grows',
      'grows',
      'grows',
      'grows',
      'scan',
    ]);
  });

  test('Shift between characters neither ends nor breaks a scan', () => {
    const strokes = [...'SF10'].flatMap((key) => [
      { key: 'Shift', gapMs: 2 },
      { key, gapMs: 4 },
    ]);
    expect(codes(run([...strokes, ...typed('23456', 5)]))).toEqual(['SF1023456']);
  });

  test('a shortcut with Ctrl ends a burst', () => {
    const step = stepScan(
      { ...noScan, text: '123456789', lastAt: 10 },
      { key: 'Enter', at: 15, isModified: true },
    );
    expect(step.kind).toBe('other');
  });

  test('a gun that ends a code with CR and LF, or Enter and Tab, presses nothing with the second', () => {
    for (const second of [{ key: 'Enter' }, { key: 'Tab' }, { key: 'j', isModified: true }]) {
      const steps = run([...typed('69012345678', 5), { gapMs: 4, ...second }]);
      expect(steps.slice(-2).map(({ kind }) => kind)).toEqual(['scan', 'swallowed']);
    }
  });

  test('the separator inside a GS1 code neither ends it nor runs a shortcut', () => {
    const strokes = [...'0106901234567892'].map((key) => ({ key, gapMs: 4 }));
    const steps = run([...strokes, { key: ']', gapMs: 4, isModified: true }, ...typed('10AB12', 4)]);
    expect(codes(steps)).toEqual(['010690123456789210AB12']);
  });

  test('with a prefix even one character is a code, and the prefix is no part of it', () => {
    expect(codes(run(typed('~7', 40), withPrefix('~')))).toEqual(['7']);
    expect(codes(run(typed('##S', 40), withPrefix('##')))).toEqual(['S']);
    expect(codes(run(typed('7', 40), withPrefix('~')))).toEqual([]);
    expect(codes(run([{ key: 'F9', gapMs: 500 }, ...typed('XL', 30)], withPrefix('F9')))).toEqual(['XL']);
  });

  test('behind its prefix a code may come as slowly as the slowest gun sends it', () => {
    expect(codes(run(typed('~SF1234567890123', 140), withPrefix('~')))).toEqual(['SF1234567890123']);
  });

  test('a prefix typed by hand is a character like any other', () => {
    expect(codes(run(typed('~7', 180), withPrefix('~')))).toEqual([]);
  });

  test('what the gun says of the kind of barcode is left out', () => {
    expect(codeOf(']C1SF1234567890123', plainGun)).toBe('SF1234567890123');
    expect(codeOf('~]E06901234567892', withPrefix('~'))).toBe('6901234567892');
  });

  test('a gun that sends one code right behind the other loses none', () => {
    const steps = run([...typed('690123', 5), ...typed('690124', 5), ...typed('S12', 5)]);
    expect(codes(steps)).toEqual(['690123', '690124', 'S12']);
    expect(
      steps.filter(({ kind }) => kind === 'scan').map((step) => 'isBehind' in step && step.isBehind),
    ).toEqual([false, true, true]);
  });

  test('two guns at once: what is left behind the first Enter presses nothing and is told', () => {
    // 6901234567892 and 73123456789012, their keys one by one; the shorter ends first.
    const mixed = [...'679301213243546576879809210'].map((key) => ({ key, gapMs: 3 }));
    const steps = run([...mixed, { key: 'Enter', gapMs: 3 }, ...typed('2', 3)]);
    expect(steps.at(-1)).toMatchObject({ kind: 'rest', text: '2' });
  });
});
