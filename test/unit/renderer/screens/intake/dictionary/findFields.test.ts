import { expect, test } from 'vitest';
import { findFields } from '../../../../../../renderer/screens/intake/dictionary/FieldsTab.tsx';

const fields = [
  { field: 'receiverName', nameZh: '收件人姓名', nameEn: 'Receiver name', spellings: ['收货人'], own: [] },
  {
    field: 'quantity',
    nameZh: '数量',
    nameEn: 'Quantity',
    spellings: ['件数'],
    own: [{ spelling: 'PCS 数', createdAt: 0 }],
  },
];

test('a field is found by either name, by its id, by a built-in header and by one of one’s own', () => {
  for (const text of ['收件', 'receiver n', 'receivername', '收货人'])
    expect(findFields(fields, text).map(({ field }) => field)).toEqual(['receiverName']);
  expect(findFields(fields, 'pcs').map(({ field }) => field)).toEqual(['quantity']);
  expect(findFields(fields, '')).toHaveLength(2);
});
