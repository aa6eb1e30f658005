import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GunCodes } from '../../../../electron/guns/gunCodes.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const codesOf = (said: readonly { readonly code: string }[]) => said.map(({ code }) => code);

describe('what a serial gun sends', () => {
  test('every code is read once, in whatever pieces it comes and whatever ends it', () => {
    const code = fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{0,39}$/);
    fc.assert(
      fc.property(
        fc.array(code, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\r', '\n', '\r\n', '\t'),
        fc.array(fc.nat({ max: 400 }), { maxLength: 10 }),
        (codes, end, cuts) => {
          const all = bytes(codes.map((one) => one + end).join(''));
          const gun = new GunCodes();
          const places = [...new Set([0, ...cuts.map((cut) => cut % (all.length + 1)), all.length])].sort(
            (a, b) => a - b,
          );
          const said = places.flatMap((from, at) => [
            ...gun.take(all.subarray(from, places[at + 1] ?? from)),
          ]);
          expect(codesOf(said)).toEqual(codes);
          expect(gun.pause()).toEqual([]);
        },
      ),
    );
  });

  test('a gun that sends no end is read by its pauses', () => {
    const gun = new GunCodes();
    expect(gun.take(bytes('69012'))).toEqual([]);
    expect(gun.take(bytes('34567892'))).toEqual([]);
    expect(gun.pause()).toEqual([{ code: '6901234567892', isUnended: false }]);
  });

  test('a missing end is reported once the gun has sent one before', () => {
    const gun = new GunCodes();
    gun.take(bytes('6901234567892\r'));
    gun.take(bytes('69012'));
    expect(gun.pause()).toEqual([{ code: '69012', isUnended: true }]);
  });

  test('signs around a code and its kind are left out; a page of text is cut', () => {
    const gun = new GunCodes();
    expect(codesOf(gun.take(bytes('\u0002]C1SF1234567890123\u0003\r')))).toEqual(['SF1234567890123']);
    // What parts the elements of GS1 is of the code.
    expect(codesOf(gun.take(bytes(']d2010690123456789210A\u001d21B\r')))).toEqual([
      '010690123456789210A\u001d21B',
    ]);
    gun.take(bytes('x'.repeat(9_000)));
    expect(gun.pause()[0]?.code.length).toBe(500);
  });
});
