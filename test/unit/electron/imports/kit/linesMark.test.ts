import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesMark } from '../../../../../electron/imports/kit/linesMark.ts';
import { anyCharacter } from '../../../../doubles/anyCharacter.ts';

test('lines have the mark of the text they would be together', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: anyCharacter }), { minLength: 1, maxLength: 5 }), (lines) => {
      expect(linesMark(lines.map((text) => ({ text })))).toBe(linesMark([{ text: lines.join('\n') }]));
    }),
    { seed: 20_261_129 },
  );
});
