import { describe, expect, it } from 'vitest';
import {
  bodyHeightPx,
  type RowList,
  rowsInSight,
  scrollTo,
} from '../../../../../renderer/parts/table/rowWindow.ts';

const sightPx = 600;
const headPx = 32;
const list = (total: number, heads: readonly number[] = []): RowList => ({ total, rowHeightPx: 34, heads });
/** The furthest a person can scroll: the table's head lies above the rows in the same scroller. */
const endOf = (rows: RowList): number => Math.max(0, bodyHeightPx(rows) + headPx - sightPx);

/** Rows of which something is between the table's head and its lower edge. */
function seen(rows: RowList, scrollPx: number): number[] {
  const { items, shiftPx } = rowsInSight(rows, { scrollPx, sightPx });
  return items
    .map(({ index, start }) => ({
      index,
      top: start + shiftPx + (rows.heads.includes(index) ? rows.rowHeightPx : 0),
    }))
    .filter(({ top }) => top + rows.rowHeightPx > scrollPx && top < scrollPx + sightPx - headPx)
    .map(({ index }) => index);
}

describe('rows in sight', () => {
  it('are drawn with some beyond both edges, however many the list has', () => {
    for (const total of [1_000, 100_000, 800_000]) {
      const { items: drawn } = rowsInSight(list(total), { scrollPx: 3_400, sightPx });
      expect(drawn.length).toBeLessThan(60);
      expect(drawn[0]?.index).toBeLessThan(100 - 10);
      expect(drawn.at(-1)?.index).toBeGreaterThan(100 + sightPx / 34 + 10);
    }
  });

  it.each([1, 17, 100_000, 1_000_000, 5_000_000])('reach from the first to the last of %i', (total) => {
    const rows = list(total);
    expect(seen(rows, 0)[0]).toBe(0);
    expect(seen(rows, endOf(rows)).at(-1)).toBe(total - 1);
    expect(rowsInSight(rows, { scrollPx: endOf(rows), sightPx }).items.at(-1)?.index).toBe(total - 1);
  });

  it('leave no gap at any place of a list that is higher than an element may be', () => {
    const rows = list(1_500_000);
    for (let part = 0; part <= 20; part++) {
      const scrollPx = (endOf(rows) * part) / 20;
      const indexes = seen(rows, scrollPx);
      expect(indexes.length).toBeGreaterThanOrEqual(Math.floor((sightPx - headPx) / 34));
      expect(indexes).toEqual(indexes.map((_, step) => (indexes[0] ?? 0) + step));
    }
  });

  it('stand beneath the heads of their groups, which are as high as a row', () => {
    const rows = list(10, [0, 4]);
    const places = rowsInSight(rows, { scrollPx: 0, sightPx }).items.map(({ start }) => start / 34);
    // A row with a head is placed where its head is.
    expect(places).toEqual([0, 2, 3, 4, 5, 7, 8, 9, 10, 11]);
    expect(bodyHeightPx(rows)).toBe(12 * 34);
  });

  it('keep their places while a list that is higher than an element may be scrolls: all of them are moved as one', () => {
    const rows = list(1_500_000);
    const places = (scrollPx: number) =>
      new Map(rowsInSight(rows, { scrollPx, sightPx }).items.map(({ index, start }) => [index, start]));
    const before = places(7_000_000);
    const kept = [...places(7_000_001)].filter(([index]) => before.has(index));
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.filter(([index, start]) => before.get(index) !== start)).toEqual([]);
  });

  it('are at first those that are seen, which are not waited for until the others are drawn as well', () => {
    const rows = list(1_000);
    const first = rowsInSight(rows, { scrollPx: 3_400, sightPx }, 0).items;
    const all = rowsInSight(rows, { scrollPx: 3_400, sightPx }).items;
    expect(first).toEqual(all.filter(({ isSeen }) => isSeen));
    expect(first.length).toBeLessThan(all.length - 20);
    expect(first.map(({ index }) => index)).toEqual(expect.arrayContaining(seen(rows, 3_400)));
  });

  it('none of an empty list', () => {
    expect(rowsInSight(list(0), { scrollPx: 0, sightPx }).items).toEqual([]);
  });
});

describe('a row asked for by the keyboard', () => {
  it.each([list(100), list(100, [0, 50]), list(2_000_000)])('is scrolled to, and no further', (rows) => {
    const last = rows.total - 1;
    for (const index of [last, Math.floor(last / 2), 0]) {
      const from = { scrollPx: index === 0 ? endOf(rows) : 0, sightPx };
      const scrollPx = scrollTo(rows, from, headPx, index) ?? Number.NaN;
      expect(seen(rows, scrollPx)).toContain(index);
      const again = scrollTo(rows, { scrollPx, sightPx }, headPx, index) ?? scrollPx;
      expect(again).toBeCloseTo(scrollPx, 3);
    }
  });

  it('stays where it is in sight already', () => {
    expect(scrollTo(list(100), { scrollPx: 0, sightPx }, headPx, 3)).toBeNull();
  });
});
