import { expect, test } from 'vitest';
import { readOriginal } from '../../../../../electron/usecases/correcting/reviewQueue.ts';
import { emptyReceiverColumns } from '../../../../../shared/domain/receiverColumns.ts';
import { divisions } from '../../addresses/shippedDivisions.ts';

test('the original shows every filled column with the places of the fields in its text', () => {
  const columns = {
    ...emptyReceiverColumns,
    name: ' 于洋 ',
    phone: '13812345678 王先生',
    district: '玄武区',
    address: '南京市玄武区珠江路1号',
  };
  const shown = readOriginal(columns, divisions).map(({ column, text, spans }) => [
    column,
    spans.map(({ field, start, end }) => [field, text.slice(start, end)]),
  ]);
  expect(shown).toEqual([
    ['name', [['name', '于洋']]],
    [
      'phone',
      [
        ['phone', '13812345678'],
        ['leftover', '王先生'],
      ],
    ],
    ['district', [['district', '玄武区']]],
    [
      'address',
      [
        ['city', '南京市'],
        ['district', '玄武区'],
        ['detail', '珠江路1号'],
      ],
    ],
  ]);
});
