import { expect, it } from 'vitest';
import { layoutLabel } from '../../../../../electron/labels/layout/layoutLabel.ts';
import {
  cleanText,
  leaveOutSigns,
  replaceUndrawable,
} from '../../../../../electron/labels/text/cleanText.ts';
import { shippedFonts } from '../../../../doubles/printers/labelFonts.ts';
import { plainLabel } from '../../../../doubles/printers/standardLabels.ts';

const fonts = shippedFonts();

it('leaves a box where an emoji stood, one for each run', () => {
  expect(replaceUndrawable('谢谢\u{1F60A}\u{1F60A}请轻放\u2764', fonts)).toBe('谢谢□请轻放□');
  expect(replaceUndrawable('一行\n二行 A-1★', fonts)).toBe('一行\n二行 A-1★');
});

it('prints a label whose remark, goods and merchant text hold emoji', () => {
  const document = {
    ...plainLabel,
    goods: [{ name: '\u{1F375}绿茶', quantity: 1 }],
    remark: '\u{1F469}\u200D\u{1F467} 收',
    merchantText: '好评\u{1F44D}\n返现',
  };
  expect(layoutLabel(document, { size: '76x130', dpi: 203 }, fonts).ok).toBe(true);
});

it('writes fancy letters of a nickname as plain ones, and keeps a letter whose accent no font has', () => {
  const drawn = (name: string) => leaveOutSigns(cleanText(name), fonts);
  expect(drawn('𝓐𝓷𝓷 李')).toEqual({ text: 'Ann 李', missing: [] });
  expect(drawn('𝟏𝟐栋 R\u0323osa')).toEqual({ text: '12栋 Rosa', missing: [] });
  expect(drawn('Nguyễn Thị Ánh')).toEqual({ text: 'Nguyễn Thị Ánh', missing: [] });
  expect(replaceUndrawable('𝕊𝔸𝕃𝔼 🍱', fonts)).toBe('SALE □');
});

it('loses no letter of a name in Polish, Turkish or Ukrainian', () => {
  const drawn = (name: string) => leaveOutSigns(cleanText(name), fonts);
  expect(drawn('Łukasz Michał Wróbel, Łódź')).toEqual({ text: 'Lukasz Michal Wróbel, Lódz', missing: [] });
  expect(drawn('Işıl Yıldız')).toEqual({ text: 'Isil Yildiz', missing: [] });
  expect(drawn('Київ, Інна Єременко')).toEqual({ text: 'Киïв, Iнна Еременко', missing: [] });
});
