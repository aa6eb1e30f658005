import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseText } from '../../../../../electron/addresses/text/normaliseText.ts';

describe('normalised text', () => {
  test('is half-width, without emoji and invisible characters, and simplified for matching only', () => {
    const normal = normaliseText('📦臺北市１２號\u200b，Ａ座\r\n');
    expect(normal.text).toBe(' 臺北市12號,A座\n\n');
    expect(normal.plain).toBe(' 台北市12号,A座\n\n');
  });

  test('tells for each character where it stood', () => {
    const original = '📦 １2㎡号';
    const { text, starts, ends } = normaliseText(original);
    expect(text).toBe('  12m2号');
    expect(original.slice(starts[2], ends[2])).toBe('１');
    expect(original.slice(starts[4], ends[5])).toBe('㎡');
    expect(original.slice(starts[6], ends[6])).toBe('号');
  });

  test('keeps its parts of one length whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const { text, plain, starts, ends } = normaliseText(original);
        expect([plain.length, starts.length, ends.length]).toEqual([text.length, text.length, text.length]);
        starts.forEach((start, index) => {
          expect(start).toBeLessThan(ends[index] ?? 0);
          expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0);
        });
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
