import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  maxGapMs,
  minScanLength,
  noScan,
  type ScanStep,
  scanCharacter,
  stepScan,
} from '../../../../../renderer/app/scan/scanCatcher.ts';

interface Stroke {
  readonly key: string;
  readonly gapMs: number;
}

function run(strokes: readonly Stroke[]): ScanStep[] {
  let state = noScan;
  let at = 1000;
  return strokes.map(({ key, gapMs }) => {
    at += gapMs;
    const step = stepScan(state, { key, at, isModified: false });
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

  test('a short burst and Enter is a person: nothing is swallowed', () => {
    expect(codes(run(typed('1'.repeat(minScanLength - 1), 10)))).toEqual([]);
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
    const step = stepScan({ text: '123456789', lastAt: 10 }, { key: 'Enter', at: 15, isModified: true });
    expect(step.kind).toBe('other');
  });

  test('with a Chinese input method on, digits and letters are still read from the keys', () => {
    expect(scanCharacter({ key: 'Process', code: 'Digit7' })).toBe('7');
    expect(scanCharacter({ key: 'Process', code: 'KeyS' })).toBe('S');
    expect(scanCharacter({ key: 'Process', code: 'NumpadEnter' })).toBe('Enter');
    expect(scanCharacter({ key: 'a', code: 'KeyA' })).toBe('a');
  });
});
