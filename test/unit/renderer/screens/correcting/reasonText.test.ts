import { expect, test } from 'vitest';
import { reasonText } from '../../../../../renderer/screens/correcting/reasonText.ts';

test('a reason carries its year, an unknown rule still has words', () => {
  expect(reasonText('merged:2015')).toEqual({ key: 'merged', year: '2015' });
  expect(reasonText('something-new')).toEqual({ key: 'other', year: '' });
});
