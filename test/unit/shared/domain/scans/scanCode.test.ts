import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGoodsCode, isPartOf, splitGlued } from '../../../../../shared/domain/scans/scanCode.ts';

/** With the check digit that belongs to it, worked out from the left. */
function ean13(first: string): string {
  const sum = [...first].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${first}${(10 - (sum % 10)) % 10}`;
}
const twelveDigits = fc.stringMatching(/^69\d{10}$/);

describe('what a scanned code is', () => {
  test('goods codes by their check digit', () => {
    for (const code of ['6901234567892', '96385074', '036000291452', '10614141000415'])
      expect(isGoodsCode(code)).toBe(true);
    for (const code of ['6901234567893', '690123456789', 'SF1234567890123', ''])
      expect(isGoodsCode(code)).toBe(false);
  });

  test('two goods codes that came as one are parted', () => {
    fc.assert(
      fc.property(twelveDigits, twelveDigits, (one, two) => {
        const codes = [ean13(one), ean13(two)];
        const parts = splitGlued(codes.join(''));
        // Where chance allows a second way to part them, they are left together.
        expect(parts === null || parts.join() === codes.join()).toBe(true);
      }),
    );
    expect(splitGlued('69012345678926901234567892')).toEqual(['6901234567892', '6901234567892']);
  });

  test('waybills are parted at their letters', () => {
    expect(splitGlued('SF1234567890123SF1234567890124')).toEqual(['SF1234567890123', 'SF1234567890124']);
    expect(splitGlued('YT12345678901236901234567892')).toEqual(['YT1234567890123', '6901234567892']);
  });

  test('elements of GS1 behind one another are one code', () => {
    for (const code of ['01069048856919092154523007', '01069096705705371125010117261130210022'])
      expect(splitGlued(code)).toBeNull();
  });

  test('a number that stands for itself is never parted', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{15,24}$/), (orderNo) => {
        expect(splitGlued(orderNo)).toBeNull();
      }),
    );
    expect(splitGlued('SF1234567890123')).toBeNull();
    expect(splitGlued('2026112800012345-6789')).toBeNull();
  });

  test('half a code is a beginning or an end of it', () => {
    expect(isPartOf('SF12345', 'SF1234567890123')).toBe(true);
    expect(isPartOf('890123', 'SF1234567890123')).toBe(true);
    expect(isPartOf('SF1234567890123', 'SF1234567890123')).toBe(false);
    expect(isPartOf('SF2', 'SF1234567890123')).toBe(false);
  });
});
