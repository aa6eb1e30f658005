import { expect, test } from 'vitest';
import { fileName } from '../../../../../renderer/screens/intake/fileName.ts';

test('a file to import is named without its folder on either system', () => {
  expect(fileName('C:\\导出\\订单.xlsx')).toBe('订单.xlsx');
  expect(fileName('/home/a/订单.csv')).toBe('订单.csv');
});
