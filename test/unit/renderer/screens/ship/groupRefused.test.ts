import { expect, test } from 'vitest';
import { groupRefused } from '../../../../../renderer/screens/ship/RefusedList.tsx';

test('orders that were left out stand under their reason, the most frequent first', () => {
  const refused = [
    { orderNo: '1', code: 'A' },
    { orderNo: '2', code: 'B' },
    { orderNo: '3', code: 'B' },
  ];
  expect(groupRefused(refused)).toEqual([
    { code: 'B', params: {}, orderNos: ['2', '3'] },
    { code: 'A', params: {}, orderNos: ['1'] },
  ]);
  expect(groupRefused([])).toEqual([]);
});

test('a reason keeps what it names: another field is another reason, another order is not', () => {
  const refused = [
    { orderNo: '1', code: 'A', params: { field: 'receiver.name', limit: 20, orderNo: '1' } },
    { orderNo: '2', code: 'A', params: { field: 'receiver.detail', limit: 200, orderNo: '2' } },
    { orderNo: '3', code: 'A', params: { field: 'receiver.name', limit: 20, orderNo: '3' } },
  ];
  expect(groupRefused(refused)).toEqual([
    { code: 'A', params: { field: 'receiver.name', limit: 20 }, orderNos: ['1', '3'] },
    { code: 'A', params: { field: 'receiver.detail', limit: 200 }, orderNos: ['2'] },
  ]);
});
