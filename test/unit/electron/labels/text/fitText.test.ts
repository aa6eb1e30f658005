import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLines, cleanText } from '../../../../../electron/labels/text/cleanText.ts';
import { fitText, measureText, splitPieces } from '../../../../../electron/labels/text/fitText.ts';
import { shippedFonts } from '../../../../doubles/printers/labelFonts.ts';
import { processorWatch } from '../../../../doubles/processorWatch.ts';

const font = shippedFonts().regular;
const room = { widthDots: 300, heightDots: 90, maxSizeDots: 32, minSizeDots: 16, maxLines: 9 };

describe('fitText', () => {
  it('keeps the largest size while the text fits', () => {
    expect(fitText(font, '杭州', room)).toMatchObject({ sizeDots: 32, lines: ['杭州'], isCut: false });
  });

  it('never draws wider or higher than its room, and loses text only behind …', () => {
    const characters = fc.constantFrom(...Array.from('杭州市余杭区 文一西路969号A座，（。）-wWi1'));
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 250 }), (list) => {
        const text = cleanText(list.join(''));
        const fitted = fitText(font, text, room);
        for (const line of fitted.lines) {
          expect(measureText(font, line, fitted.sizeDots)).toBeLessThanOrEqual(room.widthDots);
        }
        expect(fitted.heightDots).toBeLessThanOrEqual(room.heightDots);
        const drawn = fitted.lines.join('').replace(/ /g, '');
        if (fitted.isCut) expect(drawn.endsWith('…')).toBe(true);
        else expect(drawn).toBe(text.replace(/ /g, ''));
      }),
      { seed: 42 },
    );
  });

  it('copes with a text as long as a whole file', () => {
    const spentMs = processorWatch();
    for (const text of ['W'.repeat(500_000), '路'.repeat(500_000), 'a '.repeat(250_000)]) {
      expect(fitText(font, text, room)).toMatchObject({ isCut: true, sizeDots: 16 });
      expect(fitText(font, text, { ...room, maxLines: 1 })).toMatchObject({ isCut: true });
    }
    expect(spentMs()).toBeLessThan(2_000);
  });

  it('keeps numbers and words whole and closing marks off the start of a line', () => {
    // A packer read “手机壳 ×” at the end of a line, and the number began the next.
    expect(splitPieces('壳 ×12；')).toEqual(['壳', ' ', '×12；']);
    expect(splitPieces('文一西路969号，A座-12（东）ok go')).toEqual([
      '文',
      '一',
      '西',
      '路',
      '969',
      '号，',
      'A',
      '座',
      '-12',
      '（东）',
      'ok',
      ' ',
      'go',
    ]);
  });
});

describe('cleanText', () => {
  it('drops what draws nothing and what could steer a printer', () => {
    expect(cleanText(' 张\u202e三\u200b\x1b@\r\n路\u3000 1号\ufeff ')).toBe('张三 @ 路 1号');
  });

  it('keeps the line breaks of the merchant zone only', () => {
    expect(cleanLines('一\r\n\r\n二\t三')).toBe('一\n二 三');
  });
});
