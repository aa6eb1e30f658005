import { expect, test } from 'vitest';
import { limitText, readLimit } from '../../../../../renderer/screens/caseRules/limitText.ts';

const fee = { unit: 'fen', least: 1, most: 100_000 } as const;
const hours = { unit: 'hours', least: 12, most: 336 } as const;

test('money is read and typed in yuan, hours whole', () => {
  expect([limitText('fen', 50), limitText('hours', 72)]).toEqual(['0.50', '72']);
  expect([readLimit('0.5', fee), readLimit(' 1.05 ', fee), readLimit('1000', fee)]).toEqual([
    50, 105, 100_000,
  ]);
  expect(readLimit('72', hours)).toBe(72);
});

test('what is no amount, or out of range, is none', () => {
  for (const text of ['', '0', '1000.01', '0.505', '-1', '1.']) expect(readLimit(text, fee)).toBeNull();
  for (const text of ['', '11', '337', '24.5']) expect(readLimit(text, hours)).toBeNull();
});
