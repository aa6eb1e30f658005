import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOf, normaliseText, startOf } from '../../../../../electron/addresses/text/normaliseText.ts';
import { anyCharacter } from '../../../../doubles/anyCharacter.ts';

describe('normalised text', () => {
  test('is half-width, without emoji and invisible characters, and simplified for matching only', () => {
    const normal = normaliseText('📦臺北市１２號\u200b，Ａ座\r\n');
    expect(normal.text).toBe(' 臺北市12號,A座\n\n');
    expect(normal.plain).toBe(' 台北市12号,A座\n\n');
  });

  test('reads what a scan gives for a colon as one', () => {
    expect(normaliseText('姓名∶王芳 电话꞉1').text).toBe('姓名:王芳 电话:1');
  });

  test('tells for each character where it stood', () => {
    const original = '📦 １2㎡号';
    const normal = normaliseText(original);
    expect(normal.text).toBe('  12m2号');
    expect(original.slice(startOf(normal, 2), endOf(normal, 2))).toBe('１');
    expect(original.slice(startOf(normal, 4), endOf(normal, 5))).toBe('㎡');
    expect(original.slice(startOf(normal, 6), endOf(normal, 6))).toBe('号');
  });

  test('leaves a text without rare signs where it stood', () => {
    const normal = normaliseText('王芳，１２號');
    expect(normal.places).toBeNull();
    expect([startOf(normal, 3), endOf(normal, 3)]).toEqual([3, 4]);
  });

  test('keeps its parts of one length whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (original) => {
        const normal = normaliseText(original);
        const { length } = normal.text;
        const { starts, ends } = normal.places ?? { starts: { length }, ends: { length } };
        expect([normal.plain.length, starts.length, ends.length]).toEqual([length, length, length]);
        for (let at = 0; at < length; at += 1) {
          expect(startOf(normal, at)).toBeLessThan(endOf(normal, at));
          expect(endOf(normal, at)).toBeLessThanOrEqual(original.length);
          if (at > 0) expect(startOf(normal, at)).toBeGreaterThanOrEqual(startOf(normal, at - 1));
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
