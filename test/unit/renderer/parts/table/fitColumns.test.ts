import { describe, expect, test } from 'vitest';
import { fitColumns } from '../../../../../renderer/parts/table/fitColumns.ts';

const chinese = { widthScale: 1, isEnglish: false };
const plain = { widths: {}, shown: {}, order: [] };
const columns = [
  { id: 'orderNo', width: 160 },
  { id: 'address', width: 100, isFlexible: true, leaves: 2 },
  { id: 'createdAt', width: 100, leaves: 1 },
  { id: 'waybillNo', width: 140 },
];
const idsIn = (roomPx: number, look = plain): string[] =>
  fitColumns(columns, look, roomPx, chinese).shown.map(({ id }) => id);

describe('the columns of a table', () => {
  test('all stand where there is room, and what is left over goes to the flexible one', () => {
    const { shown, template, minWidth } = fitColumns(columns, plain, 600, chinese);
    expect(shown).toHaveLength(4);
    expect(minWidth).toBe(500);
    expect(template).toBe('160px minmax(100px, 100fr) 100px 140px');
  });

  test('leave by their rank where there is none, and the others never', () => {
    expect(idsIn(499)).toEqual(['orderNo', 'address', 'waybillNo']);
    expect(idsIn(350)).toEqual(['orderNo', 'waybillNo']);
    expect(idsIn(100)).toEqual(['orderNo', 'waybillNo']);
  });

  test('stay when the operator asked for them by hand', () => {
    expect(idsIn(350, { ...plain, shown: { createdAt: true } })).toEqual([
      'orderNo',
      'createdAt',
      'waybillNo',
    ]);
  });

  test('none leaves before the room is known', () => {
    expect(idsIn(0)).toHaveLength(4);
  });

  test('a width the operator gave is kept, larger rows widen the others', () => {
    const look = { ...plain, widths: { address: 90 } };
    const { template } = fitColumns(columns, look, 1_000, { ...chinese, widthScale: 1.5 });
    expect(template).toBe('240px 90px 150px minmax(210px, 210fr)');
  });

  test('a head is never cut, and a state has the room its English words take', () => {
    const narrow = [
      { id: 'state', title: 'State', width: 112, isMark: true },
      { id: 'name', title: 'Receiver', width: 68 },
      { id: 'rest', width: 100, isFlexible: true },
    ];
    const english = { ...chinese, isEnglish: true };
    expect(fitColumns(narrow, plain, 600, english).template).toBe('157px 80px minmax(100px, 100fr)');
    expect(fitColumns(narrow.slice(0, 1), plain, 600, chinese).minWidth).toBe(112);
  });

  test('the number of an order is whole in English, where its digits are wider: rather it leaves', () => {
    const numbered = [
      { id: 'kind', width: 100 },
      { id: 'orderNo', width: 176, isLongNo: true, leaves: 1 },
    ];
    const english = { ...chinese, isEnglish: true };
    expect(fitColumns(numbered, plain, 300, english).template).toBe('100px minmax(194px, 194fr)');
    expect(fitColumns(numbered, plain, 280, english).shown.map(({ id }) => id)).toEqual(['kind']);
    expect(fitColumns(numbered, plain, 280, chinese).shown).toHaveLength(2);
  });

  test('a carrier is wider in English as far as there is room, and leaves no other column without', () => {
    const wordy = [
      { id: 'carrier', width: 100, isWordy: true },
      { id: 'rest', width: 100, isFlexible: true },
    ];
    const english = { ...chinese, isEnglish: true };
    const { template, minWidth } = fitColumns(wordy, plain, 200, english);
    expect(template).toBe('minmax(100px, 140px) minmax(100px, 100fr)');
    expect(minWidth).toBe(200);
    expect(fitColumns(wordy, plain, 200, chinese).template).toBe('100px minmax(100px, 100fr)');
    const look = { ...plain, widths: { carrier: 90 } };
    expect(fitColumns(wordy, look, 200, english).template).toBe('90px minmax(100px, 100fr)');
  });
});
