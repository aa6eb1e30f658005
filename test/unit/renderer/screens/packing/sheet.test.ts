import { describe, expect, test } from 'vitest';
import { remarksOf } from '../../../../../renderer/screens/packing/bench/remarks.ts';
import {
  fitsBeside,
  isLongLine,
  shownLines,
  variantOf,
} from '../../../../../renderer/screens/packing/bench/shownLines.ts';
import { labelStanding, standingsOf } from '../../../../../renderer/screens/packing/bench/steps.ts';
import { line, openParcel } from './samples.ts';

describe('the goods in sight', () => {
  const lines = [
    line({ counted: 1 }),
    line({ quantity: 3 }),
    line({ quantity: 3, counted: 1 }),
    line({ quantity: 2, elsewhere: 2 }),
    line(),
  ];
  const nosOf = (room: number) => shownLines(lines, room).shown.map(({ no }) => no);

  test('where all have room all are shown, in the order’s own order', () => {
    expect(nosOf(9)).toEqual([0, 1, 2, 3, 4]);
    expect(shownLines(lines, 9)).toMatchObject({ complete: 0, wanted: 0 });
  });

  test('where not, complete ones leave first, then untouched ones, and all that is out of sight is counted', () => {
    expect(nosOf(3)).toEqual([1, 2, 4]);
    expect(shownLines(lines, 3)).toMatchObject({ complete: 2, wanted: 0 });
    expect(nosOf(1)).toEqual([2]);
    expect(shownLines(lines, 1)).toMatchObject({ complete: 2, wanted: 2 });
  });
});

describe('the name of goods and what tells them apart', () => {
  test('a line without a name is called by its variant, once', () => {
    expect(variantOf({ name: '手冲滤杯', sku: '白' })).toBe('白');
    expect(variantOf({ name: '', sku: '白' })).toBe('');
  });

  test('only short ones stand beside each other; a Chinese sign counts as two Latin ones', () => {
    const fits = (name: string, sku: string) => fitsBeside(line({ name, sku }));
    expect(fits('云南小粒咖啡 500g', '中度烘焙')).toBe(true);
    expect(fits('Drip filter cone, size 02', '')).toBe(false);
    expect(fits('滤杯', '颜色：白；尺码：大')).toBe(false);
  });

  test('the longest of them are written smaller', () => {
    expect(isLongLine(line({ name: '卫衣'.repeat(10), sku: '蓝' }))).toBe(false);
    expect(isLongLine(line({ name: '卫衣'.repeat(25), sku: '蓝' }))).toBe(true);
    expect(
      isLongLine(line({ name: '卫衣', sku: '颜色分类：雾霾蓝；尺码：XL（建议 120-140 斤，偏瘦一码）' })),
    ).toBe(true);
  });
});

describe('what was written', () => {
  test('the shop’s word stands first, blanks are no remark', () => {
    const parcel = openParcel({ buyerRemark: ' 送朋友 ', sellerRemark: '加滤纸' });
    expect(remarksOf(parcel)).toEqual([
      { kind: 'seller', text: '加滤纸' },
      { kind: 'buyer', text: '送朋友' },
    ]);
    expect(remarksOf(openParcel({ buyerRemark: '  ' }))).toEqual([]);
  });
});

describe('how far a parcel is', () => {
  const rules = { checksItems: true, weighs: true };

  test('one step is now, those before are done, those behind wait', () => {
    expect(standingsOf(openParcel({ phase: 'weight' }), rules)).toEqual({
      items: 'done',
      weight: 'now',
      label: 'later',
    });
    expect(standingsOf(openParcel({ phase: 'print' }), rules).label).toBe('now');
  });

  test('a parcel that was opened by its label has that step behind it, not “later”', () => {
    expect(standingsOf(openParcel({ phase: 'items', labelSeenAt: 5 }), rules).label).toBe('done');
  });

  test('what this bench does not ask for is off, unless it was done all the same', () => {
    const none = { checksItems: false, weighs: false };
    expect(standingsOf(openParcel({ phase: 'label' }), none)).toEqual({
      items: 'off',
      weight: 'off',
      label: 'now',
    });
    expect(standingsOf(openParcel({ phase: 'label', weightGrams: 900 }), none).weight).toBe('done');
  });

  test('a parcel without a number has a slip, one whose label was read has that', () => {
    expect(labelStanding(openParcel({ isBooked: false, labelState: 'confirmed' }))).toBe('slip');
    expect(labelStanding(openParcel({ labelState: 'confirmed', labelSeenAt: 5 }))).toBe('seen');
    expect(labelStanding(openParcel())).toBe('none');
  });
});
