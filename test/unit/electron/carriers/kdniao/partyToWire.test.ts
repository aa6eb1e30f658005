import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../../electron/carriers/kdniao/partyToWire.ts';
import { anyCharacter } from '../../../../doubles/anyCharacter.ts';

describe('text as the platform takes it', () => {
  it('turns each of the nine forbidden characters into its full-width twin', () => {
    expect(cleanText(`1栋'A"#5&6+<7>%\\`)).toBe('1栋＇A＂＃5＆6＋＜7＞％＼');
  });

  it('turns line breaks and invisible characters into one space', () => {
    expect(cleanText(' 一\r\n\t二\u200B三 ')).toBe('一 二 三');
  });

  it('never holds a forbidden character, never grows, and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/['"#&+<>%\\\p{Cc}]/u);
        expect(clean.length).toBeLessThanOrEqual(text.length);
        expect(cleanText(clean)).toBe(clean);
      }),
      { seed: 11 },
    );
  });
});
