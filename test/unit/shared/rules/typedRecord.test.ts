import { expect, test } from 'vitest';
import { definedIn, keysOf, recordOf } from '../../../../shared/rules/typedRecord.ts';

test('a record is read and made by the names its type has, in their order', () => {
  const weights = { small: 1, large: 9 };
  expect(keysOf(weights)).toEqual(['small', 'large']);
  expect(recordOf(keysOf(weights), (name) => weights[name] * 2)).toEqual({ small: 2, large: 18 });
});

test('a change that names a field and gives it no value changes nothing; empty and zero are values', () => {
  const kept = { days: 30, note: 'x', limit: 5 };
  const change = definedIn({ days: undefined, note: '', limit: 0 });
  expect(Object.keys(change)).toEqual(['note', 'limit']);
  expect({ ...kept, ...change }).toEqual({ days: 30, note: '', limit: 0 });
});
