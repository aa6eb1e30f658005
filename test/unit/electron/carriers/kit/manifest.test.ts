import { expect, test } from 'vitest';
import { productNameAt, rateOf } from '../../../../../electron/carriers/kit/manifest.ts';

test('a group without a rate of its own goes at the pace of its nearest', () => {
  const bare = { ratePerSecond: { book: 20, track: 10 } };
  expect(rateOf(bare, 'book')).toBe(20);
  expect(rateOf(bare, 'track')).toBe(10);
  expect(rateOf(bare, 'ask')).toBe(10);
  expect(rateOf(bare, 'pickup')).toBe(20);
  const full = { ratePerSecond: { book: 20, track: 10, ask: 5, pickup: 40 } };
  expect([rateOf(full, 'ask'), rateOf(full, 'pickup')]).toEqual([5, 40]);
});

test('a booked product has the name people write, where the platform knows it for that carrier', () => {
  const platform = {
    products: [
      { carriers: ['JD'], names: ['特惠送'], value: '5', field: 'TransType' },
      { names: ['顺丰标快', '标快'], value: '2' },
      { names: ['普通'], value: '' },
    ],
  };
  expect(productNameAt(platform, 'SF', { product: '2' })).toBe('顺丰标快');
  expect(productNameAt(platform, 'JD', { carrierFields: { TransType: '5' } })).toBe('特惠送');
  expect(productNameAt(platform, 'SF', { carrierFields: { TransType: '5' } })).toBe('');
  expect(productNameAt(platform, 'SF', { product: 'X9' })).toBe('');
  expect(productNameAt(platform, 'SF', { product: '' })).toBe('');
  expect(productNameAt(undefined, 'SF', { product: '2' })).toBe('');
});
