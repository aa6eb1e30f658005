import { expect, test } from 'vitest';
import { groupBy } from '../../../../shared/rules/groupBy.ts';

test('what belongs together stands together, in the order in which it came', () => {
  const parcels = ['ZTO 1', 'SF 2', 'ZTO 3'];
  expect([...groupBy(parcels, (parcel) => parcel.split(' ')[0])]).toEqual([
    ['ZTO', ['ZTO 1', 'ZTO 3']],
    ['SF', ['SF 2']],
  ]);
  expect(groupBy([], String).size).toBe(0);
});

test('200,000 rows of one kind are grouped as they come', () => {
  const rows = Array.from({ length: 200_000 }, (_, no) => no);
  expect(groupBy(rows, () => 'one').get('one')).toHaveLength(rows.length);
});
