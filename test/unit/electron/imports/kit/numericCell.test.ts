import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numericCell } from '../../../../../electron/imports/kit/numberCell.ts';

describe('a number in a spreadsheet cell', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['1.3800138001E10', '13800138001'],
    ['0.5', '0.5'],
    ['12.50', '12.5'],
    ['5E-2', '0.05'],
    ['-3', '-3'],
    ['007', '007'],
    ['12.340000000000001', '12.340000000000001'],
    ['773123456789012', '773123456789012'],
  ])('%s is the text %s', (stored, text) => {
    expect(numericCell(stored)).toEqual({ text });
  });

  it.each(['7731234567890123', '773123456789012300000', '1.23E+17', '7.73123456789012E14', '1E400'])(
    '%s has lost digits and is never trusted',
    (stored) => {
      expect(numericCell(stored).isDamaged).toBe(true);
    },
  );

  it('what is no number stays as it is', () => {
    expect(numericCell('SF0000000000001')).toEqual({ text: 'SF0000000000001' });
  });

  it('keeps all digits of every whole number of up to 15 digits, however it is stored', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n, max: 99_999_999_999_999n }), (value) => {
        const digits = String(value);
        expect(numericCell(digits)).toEqual({ text: digits });
        expect(numericCell(`${digits[0]}.${digits.slice(1)}E${digits.length - 1}`)).toEqual({ text: digits });
      }),
    );
  });
});
