import { expect, test } from 'vitest';
import { fileName, missingFields, openQuestions } from '../../../../../renderer/work/intake/openQuestions.ts';

const recognition = {
  format: 'csv',
  encoding: 'gb18030',
  sheet: '',
  headerRowNumber: 1,
  profile: 'generic',
  mapping: [],
};
const encodingQuestion = { choices: [] };

test('a file may start once its encoding is known or was answered', () => {
  expect(openQuestions({ recognition, overrides: {} })).toEqual([]);
  expect(openQuestions({ recognition: { ...recognition, encodingQuestion }, overrides: {} })).toEqual([
    'encoding',
  ]);
  expect(
    openQuestions({ recognition: { ...recognition, encodingQuestion }, overrides: { encoding: 'big5' } }),
  ).toEqual([]);
});

test('a file lacks only what no column gives; one combined column gives name, phone and address', () => {
  expect(missingFields(['orderNo', 'oneLineReceiver'])).toEqual([]);
  expect(missingFields(['orderNo', 'receiverName', null])).toEqual(['receiverPhone', 'fullAddress']);
});

test('a file to import is named without its folder on either system', () => {
  expect(fileName('C:\\导出\\订单.xlsx')).toBe('订单.xlsx');
  expect(fileName('/home/a/订单.csv')).toBe('订单.csv');
});
