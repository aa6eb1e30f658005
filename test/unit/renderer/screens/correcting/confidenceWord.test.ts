import { expect, test } from 'vitest';
import { confidenceWord } from '../../../../../renderer/screens/correcting/confidenceWord.ts';

test('confidence is said in words', () => {
  expect([1, 0.9, 0.89, 0.7, 0.5, 0.49, 0].map(confidenceWord)).toEqual([
    'sure',
    'sure',
    'likely',
    'likely',
    'doubtful',
    'guess',
    'guess',
  ]);
});
