import { describe, expect, test } from 'vitest';
import { tabText } from '../../../../../renderer/parts/charts/ChartFrame.tsx';
import { percentOf, ticksTo } from '../../../../../renderer/parts/charts/scale.ts';

describe('the scale of a chart', () => {
  test('begins at nought and ends at a round number that nothing is taller than', () => {
    expect(ticksTo(0)).toEqual([0, 1]);
    expect(ticksTo(3)).toEqual([0, 1, 2, 3]);
    expect(ticksTo(97)).toEqual([0, 50, 100]);
    for (const most of [1, 7, 19, 20, 21, 333, 12_345]) {
      const ticks = ticksTo(most);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(ticks.length).toBeLessThan(8);
    }
  });
  test('of nothing nothing is a share', () => expect(percentOf(3, 0)).toBe(0));
});

describe('the table behind a chart', () => {
  test('is copied so that a spreadsheet keeps its cells apart', () => {
    const rows = [{ key: 'a', cells: ['名\t字', '1\n2'] }];
    expect(tabText({ head: ['快递', '单数'], rows })).toBe('快递\t单数\n名 字\t1 2');
  });
});
