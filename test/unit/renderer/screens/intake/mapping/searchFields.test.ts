import { expect, test } from 'vitest';
import { searchFields } from '../../../../../../renderer/screens/intake/mapping/searchFields.ts';

const fields = [
  { id: 'receiverPhone', label: '收件人手机' },
  { id: 'buyerPhone', label: '买家手机' },
  { id: 'phoneExt', label: '分机号' },
];

test('a field is found by its name or ours, the better fit first', () => {
  expect(searchFields(fields, '买家').map(({ id }) => id)).toEqual(['buyerPhone']);
  expect(searchFields(fields, 'PHONE').map(({ id }) => id)).toEqual([
    'phoneExt',
    'receiverPhone',
    'buyerPhone',
  ]);
  expect(searchFields(fields, '  ')).toEqual(fields);
  expect(searchFields(fields, '没有')).toEqual([]);
});
