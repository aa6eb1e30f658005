import { expect, it } from 'vitest';
import { formatMoney, formatWeight, plainYuan } from '../../../../shared/rules/amounts.ts';

it('shows money to the cent, with its sign in front', () => {
  expect([1_230, 123_400, 5, 0, -1_230].map(formatMoney)).toEqual([
    '¥12.30',
    '¥1,234.00',
    '¥0.05',
    '¥0.00',
    '-¥12.30',
  ]);
});

it('writes money into a cell to the cent and without signs, and nothing where nothing is known', () => {
  expect([1_230, 123_400, 5, 0].map(plainYuan)).toEqual(['12.30', '1234.00', '0.05', '0.00']);
  expect([plainYuan(null), plainYuan(undefined)]).toEqual(['', '']);
});

it('shows a weight in kilograms, and a dash for one that nobody knows', () => {
  expect([1_250, 0, null].map(formatWeight)).toEqual(['1.25 kg', '0.00 kg', '–']);
});
