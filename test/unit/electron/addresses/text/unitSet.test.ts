import { describe, expect, test } from 'vitest';
import { UnitSet } from '../../../../../electron/addresses/text/unitSet.ts';

describe('a set of units', () => {
  const vowels = new UnitSet('ae').with(0x69, 0x69);

  test('knows its own units and no others, and none outside a text', () => {
    expect(['a', 'e', 'i', 'b', '路'].map((unit) => vowels.has(unit.charCodeAt(0)))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect([-1, 0, 1, 2].map((at) => vowels.isAt('ab', at))).toEqual([false, true, false, false]);
    expect([vowels.endsWith('ba'), vowels.endsWith('ab'), vowels.endsWith('')]).toEqual([true, false, false]);
    expect([vowels.isIn('bab'), vowels.isIn('bab', 0, 1), vowels.isIn('')]).toEqual([true, false, false]);
    expect([vowels.isAllOf('aei'), vowels.isAllOf('aeb')]).toEqual([true, false]);
  });

  test('stays apart from all others, however many there are', () => {
    const letters = Array.from({ length: 70 }, (_, at) => String.fromCharCode(0x4e00 + at));
    const sets = letters.map((letter) => new UnitSet(letter));
    sets.forEach((set, own) => {
      const known = letters.filter((letter) => set.has(letter.charCodeAt(0)));
      expect(known).toEqual([letters[own]]);
    });
  });
});
