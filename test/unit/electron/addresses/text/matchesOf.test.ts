import { describe, expect, test } from 'vitest';
import { matchesOf } from '../../../../../electron/addresses/text/matchesOf.ts';

describe('every match of a pattern', () => {
  const codes = /\[(\d{4})\]/g;

  test('is found in order, with its place and what stands in it', () => {
    const found = matchesOf(codes, '张三[7839] 海苑[1234]');
    expect(found.map(({ index, 1: code }) => [index, code])).toEqual([
      [2, '7839'],
      [11, '1234'],
    ]);
  });

  test('is found from the beginning, wherever another search has stopped', () => {
    codes.lastIndex = 5;
    expect(matchesOf(codes, '[7839]')).toHaveLength(1);
    expect(matchesOf(codes, '[7839]')).toHaveLength(1);
  });

  test('is none in a text without any', () => {
    expect(matchesOf(codes, '张三')).toEqual([]);
  });
});
