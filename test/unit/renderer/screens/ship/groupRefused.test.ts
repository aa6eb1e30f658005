import { expect, test } from 'vitest';
import { groupRefused } from '../../../../../renderer/screens/ship/RefusedList.tsx';

test('orders that were left out stand under their reason, the most frequent first', () => {
  const refused = [
    { orderNo: '1', code: 'A' },
    { orderNo: '2', code: 'B' },
    { orderNo: '3', code: 'B' },
  ];
  expect(groupRefused(refused)).toEqual([
    { code: 'B', orderNos: ['2', '3'] },
    { code: 'A', orderNos: ['1'] },
  ]);
  expect(groupRefused([])).toEqual([]);
});
