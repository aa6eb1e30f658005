import { expect, test } from 'vitest';
import { openQuestions } from '../../../../../renderer/screens/intake/openQuestions.ts';

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
