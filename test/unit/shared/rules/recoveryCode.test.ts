import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawRecoveryCode, readRecoveryCode, recoveryLength } from '../../../../shared/rules/recoveryCode.ts';
import { rescueSigns } from '../../../../shared/rules/signInCodes.ts';

/** A code from places in the alphabet. */
const codeOf = (places: readonly number[]): string => {
  const left = [...places];
  return drawRecoveryCode(() => left.shift() ?? 0);
};
const places = fc.array(fc.nat(rescueSigns.length - 1), {
  minLength: recoveryLength - 1,
  maxLength: recoveryLength - 1,
});

describe('a recovery code', () => {
  it('is shown in six groups of four and read back however it is typed', () => {
    fc.assert(
      fc.property(places, (drawn) => {
        const code = codeOf(drawn);
        expect(code).toMatch(/^([A-Z2-9]{4}-){5}[A-Z2-9]{4}$/);
        const signs = code.replaceAll('-', '');
        for (const typed of [code, signs, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code}\n`])
          expect(readRecoveryCode(typed)).toBe(signs);
      }),
      { seed: 3 },
    );
  });

  it('takes what looks like a sign for it', () => {
    const code = codeOf([...'8528528528528528528528V'].map((sign) => rescueSigns.indexOf(sign)));
    const typed = code.replaceAll('8', 'B').replaceAll('5', 's').replaceAll('2', 'z').replaceAll('V', 'u');
    expect(typed).not.toBe(code);
    expect(readRecoveryCode(typed)).toBe(code.replaceAll('-', ''));
  });

  it('is not read with a sign that no code has, though the others add up', () => {
    const last = rescueSigns.length - 1;
    const code = codeOf(Array.from({ length: recoveryLength - 1 }, () => last)).replaceAll('-', '');
    expect(readRecoveryCode(code)).toBe(code);
    expect(readRecoveryCode(code.replace(rescueSigns[last] ?? '', '1'))).toBeNull();
  });

  it('tells every single wrong sign, every two neighbours swapped, a sign lost and one too many', () => {
    fc.assert(
      fc.property(places, fc.nat(recoveryLength - 1), fc.nat(rescueSigns.length - 1), (drawn, at, other) => {
        const signs = codeOf(drawn).replaceAll('-', '');
        const sign = rescueSigns[other] ?? '';
        const wrong = signs.slice(0, at) + sign + signs.slice(at + 1);
        if (wrong !== signs) expect(readRecoveryCode(wrong)).toBeNull();
        const swapped = signs.slice(0, at) + (signs[at + 1] ?? '') + (signs[at] ?? '') + signs.slice(at + 2);
        if (swapped !== signs && swapped.length === signs.length)
          expect(readRecoveryCode(swapped)).toBeNull();
        expect(readRecoveryCode(signs.slice(0, at) + signs.slice(at + 1))).toBeNull();
        expect(readRecoveryCode(`${signs}${sign}`)).toBeNull();
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
