import { expect, test } from 'vitest';
import {
  isKnownFile,
  isWrittenText,
  missingFields,
  openQuestions,
} from '../../../../../renderer/work/intake/openQuestions.ts';

const recognition = {
  format: 'csv',
  encoding: 'gb18030',
  sheet: '',
  headerRowNumber: 1,
  profile: 'generic',
  mapping: ['orderNo', 'receiverName', 'receiverPhone', 'fullAddress'].map((field, columnIndex) => ({
    columnIndex,
    header: field,
    field,
    rule: 'dictionary' as const,
    confidence: 0.95,
    samples: [],
  })),
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

test('a text in which not one column is what an order needs is asked about, not taken in', () => {
  expect(openQuestions({ recognition: { ...recognition, mapping: [] }, overrides: {} })).toEqual(['columns']);
});

test('a text in one column that is no field is receivers from a chat, not a table', () => {
  const [column] = recognition.mapping;
  const mapping = column === undefined ? [] : [{ ...column, field: null }];
  expect(isWrittenText({ ...recognition, mapping })).toBe(true);
  expect(isWrittenText({ ...recognition, mapping: [...mapping, ...mapping] })).toBe(false);
  expect(isWrittenText({ ...recognition, mapping, format: 'xlsx' })).toBe(false);
  expect(isWrittenText(recognition)).toBe(false);
});

test('a file is known when each needed column goes by its name, not by a guess at its values', () => {
  const known = { stage: 'known', recognition, overrides: {} } as const;
  expect(isKnownFile(known)).toBe(true);
  const [first, ...others] = recognition.mapping;
  if (first === undefined) throw new Error('no column');
  for (const rule of ['content', 'contained'] as const) {
    const mapping = [{ ...first, rule }, ...others];
    expect(isKnownFile({ ...known, recognition: { ...recognition, mapping } })).toBe(false);
  }
  expect(isKnownFile({ ...known, recognition: { ...recognition, encodingQuestion } })).toBe(false);
  expect(isKnownFile({ ...known, stage: 'unreadable', recognition: null })).toBe(false);
});
