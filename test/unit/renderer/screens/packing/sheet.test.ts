import { describe, expect, test } from 'vitest';
import { remarksOf } from '../../../../../renderer/screens/packing/bench/remarks.ts';
import { shownLines } from '../../../../../renderer/screens/packing/bench/shownLines.ts';
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
