import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AltCharacter, AltDigits } from '../../../../../renderer/app/scan/altDigits.ts';
import { noScan, type ScanStep, stepScan } from '../../../../../renderer/app/scan/scanSteps.ts';

/** Types a number on the keypad while Alt is held, so many ms a stroke. */
function type(digits: string, gapMs = 4, from = 1_000) {
  const alt = new AltDigits();
  let at = from;
  for (const digit of digits) {
    expect(alt.take({ code: `Numpad${digit}`, at })).toBe(true);
    at += gapMs;
  }
  return alt.end(at);
}
const keyOf = (digits: string, gapMs?: number) => type(digits, gapMs).character?.key ?? null;

describe('a gun that types by Alt and the keypad', () => {
  test('is read by number, with leading zeros or without, with its Enter and Tab', () => {
    expect(['65', '065', '0065', '97', '48', '32', '126'].map((digits) => keyOf(digits))).toEqual([
      'A',
      'A',
      'A',
      'a',
      '0',
      ' ',
      '~',
    ]);
    expect(['13', '013', '10', '9', '009'].map((digits) => keyOf(digits))).toEqual([
      'Enter',
      'Enter',
      'Enter',
      'Tab',
      'Tab',
    ]);
  });

  test('types Chinese as Windows in China takes it, and western letters', () => {
    expect(keyOf('54992')).toBe('中');
    expect(keyOf('0233')).toBe('é');
  });

  test('what is no character is none, and no digit of the keypad ends the number', () => {
    for (const digits of ['1', '31', '0', '99999', '123456']) expect(keyOf(digits)).toBeNull();
    const alt = new AltDigits();
    alt.take({ code: 'Numpad6', at: 1 });
    expect(alt.take({ code: 'Digit5', at: 2 })).toBe(false);
    expect([alt.isOpen, alt.end(3).digits]).toEqual([false, '']);
  });

  test('a hand is slower, and is left alone; its digits are told', () => {
    expect(type('0233', 120)).toEqual({ character: null, digits: '0233' });
    expect(type('4', 120)).toEqual({ character: null, digits: '4' });
    expect(keyOf('065', 59)).toBe('A');
    expect(keyOf('065', 61)).toBeNull();
  });

  test('any code comes out as it went in, whatever the gun puts before its numbers, at 1 to 20 ms a stroke', () => {
    const code = fc.stringMatching(/^[\x21-\x7e]{6,30}$/);
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 2, max: 4 }),
        (text, gapMs, width) => {
          fc.pre(!/^\][A-Za-z]\d/.test(text));
          let at = 1_000;
          let state = noScan;
          let last: ScanStep | null = null;
          for (const sign of [...text, '\r']) {
            const { character } = type(String(sign.charCodeAt(0)).padStart(width, '0'), gapMs, at);
            const { key, at: begin, endAt } = character as AltCharacter;
            last = stepScan(state, { key, at: begin, isModified: false });
            state = { ...last.state, lastAt: endAt };
            at = endAt + 2 * gapMs;
          }
          expect(last).toMatchObject({ kind: 'scan', code: text });
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
