import { expect, it } from 'vitest';
import { operandLimit } from '../../../../../electron/commands/main/usage.ts';

it.each([
  ['', 0],
  ['[--out FILE]', 0],
  ['--order FILE.json --lang tspl|zpl [--dpi 203|300] --out FILE', 0],
  ['NO [--reveal]', 1],
  ['[ID] [--out FILE.xlsx]', 1],
  ['NAME (--per-second N --until ISO | --own)', 1],
  ['[URI [--carrier CODE] [--size 76x130|60x40] | --remove N]', 1],
  ['NO WAYBILL --carrier CODE [--reveal]', 2],
  ['76x130|100x150 NAME|--standard', 2],
  ['FILE… [--account NAME]', Number.POSITIVE_INFINITY],
])('%s takes %s words', (usage, limit) => {
  expect(operandLimit(usage)).toBe(limit);
});
