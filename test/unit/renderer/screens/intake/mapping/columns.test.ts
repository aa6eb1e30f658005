import { expect, test } from 'vitest';
import {
  certaintyOf,
  needsLook,
  searchFields,
} from '../../../../../../renderer/screens/intake/mapping/columns.ts';

test('a column is called sure, likely or a guess by its confidence, and chosen when a person spoke', () => {
  expect(certaintyOf({ rule: 'profile', field: 'orderNo', confidence: 0.98 })).toBe('sure');
  expect(certaintyOf({ rule: 'contained', field: 'sku', confidence: 0.75 })).toBe('likely');
  expect(certaintyOf({ rule: 'content', field: 'quantity', confidence: 0.7 })).toBe('guess');
  expect(certaintyOf({ rule: 'remembered', field: 'fullAddress', confidence: 1 })).toBe('chosen');
  expect(certaintyOf({ rule: 'operator', field: null, confidence: 0 })).toBe('chosen');
  expect(certaintyOf({ rule: 'none', field: null, confidence: 0 })).toBe('none');
});

test('only columns that are taken for something without certainty ask for a look', () => {
  expect(needsLook({ rule: 'content', field: 'quantity', confidence: 0.7 })).toBe(true);
  expect(needsLook({ rule: 'dictionary', field: 'quantity', confidence: 0.5 })).toBe(true);
  expect(needsLook({ rule: 'none', field: null, confidence: 0 })).toBe(false);
  expect(needsLook({ rule: 'operator', field: 'sku', confidence: 1 })).toBe(false);
});

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
