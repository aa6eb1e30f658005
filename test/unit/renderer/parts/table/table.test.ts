import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isColumnShown, nextSort, orderColumns } from '../../../../../renderer/parts/table/tableLook.ts';
import { nextRowIndex } from '../../../../../renderer/parts/table/VirtualTable.tsx';

describe('moving through a table', () => {
  test('no key leads out of the table', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'];
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat(100_000),
        fc.integer({ min: 1, max: 60 }),
        (key, total, from, pageRows) => {
          const to = nextRowIndex(key, from % total, total, pageRows) ?? -1;
          expect(to).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThan(total);
        },
      ),
    );
  });

  test('other keys and empty tables do not move', () => {
    expect(nextRowIndex('a', 3, 10, 5)).toBeNull();
    expect(nextRowIndex('End', 0, 0, 5)).toBeNull();
  });
});

describe('an operator’s columns', () => {
  const columns = [{ id: 'a' }, { id: 'b' }, { id: 'c', isOptional: true }];

  test('stand in the chosen order; a column the order does not know keeps its place at the end', () => {
    const look = { widths: {}, shown: {}, order: ['b', 'a'] };
    expect(orderColumns(columns, look).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  test('optional ones wait until they are wanted, others until they are hidden', () => {
    const look = { widths: {}, shown: { a: false, c: true }, order: [] };
    expect(columns.filter((column) => isColumnShown(column, look)).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});

test('pressing a title orders the list upwards, then downwards, then as it was', () => {
  const up = nextSort(null, 'a');
  const down = nextSort(up, 'a');
  expect([up, down, nextSort(down, 'a')]).toEqual([
    { columnId: 'a', isDescending: false },
    { columnId: 'a', isDescending: true },
    null,
  ]);
  expect(nextSort(down, 'b')).toEqual({ columnId: 'b', isDescending: false });
});
