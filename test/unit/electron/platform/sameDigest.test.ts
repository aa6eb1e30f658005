import { expect, it } from 'vitest';
import { isSameDigest } from '../../../../electron/platform/sameDigest.ts';

it('a signature is right only to the last byte, as text or as bytes', () => {
  expect(isSameDigest('a0b1', 'a0b1')).toBe(true);
  expect(isSameDigest('a0b2', 'a0b1')).toBe(false);
  expect(isSameDigest(Buffer.from('a0b1'), 'a0b1')).toBe(true);
});

it('one cut short, one too long and none at all are wrong, and end nothing', () => {
  for (const given of ['a0b', 'a0b1a0b1', '', '签名']) expect(isSameDigest(given, 'a0b1')).toBe(false);
});
