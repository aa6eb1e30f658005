import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmountFen, readCount, readWeightGrams } from '../../../../../electron/imports/kit/quantities.ts';

describe('money', () => {
  it.each([
    ['1,234.50', 123_450],
    ['￥12', 1200],
    ['¥0.1', 10],
    ['12.00元', 1200],
    ['12.340000000000001', 1234],
    ['0.005', 1],
    ['', 0],
    ['１２．５', 1250],
    ['12，800', 1_280_000],
    ['1280.5元整', 128_050],
    ['人民币1,280', 128_000],
    ['保价3000', 300_000],
  ])('%j is %i fen', (text, fen) => {
    expect(readAmountFen(text)).toBe(fen);
  });

  it.each(['-1', '1.280,50', '1,28', '1,2800', '69.20(折扣：47.80)', 'abc', '1.2.3', '1E5', '9999999999999'])(
    '%j is not guessed',
    (text) => {
      expect(readAmountFen(text)).toBeNull();
    },
  );

  it('is exact for every amount of fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
        const text = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        expect(readAmountFen(text)).toBe(fen);
      }),
    );
  });
});

describe('weight', () => {
  it.each([
    ['1.5', '重量(kg)', 1500],
    ['0.35', '实际重量（KG）', 350],
    ['500', '重量(克)', 500],
    ['500', '重量g', 500],
    ['3', '重量（斤）', 1500],
    ['1.5', '重量', 1500],
    ['350', '重量', 350],
    ['350g', '重量(kg)', 350],
    ['2斤', '重量', 1000],
    ['1公斤', '重量', 1000],
    ['1.2千克', '重量', 1200],
    ['0', '重量', null],
    ['', '重量', null],
    ['重', '重量', undefined],
    ['99999', '重量(kg)', undefined],
  ])('%j under %s is %s grams', (text, header, grams) => {
    expect(readWeightGrams(text, header)).toBe(grams);
  });
});

describe('count', () => {
  it.each([
    ['2', 2],
    ['2件', 2],
    ['x3', 3],
    ['1.00', 1],
    ['', 1],
    ['0', null],
    ['-1', null],
    ['13800000001', null],
    ['1.5', null],
  ])('%j is %s', (text, count) => {
    expect(readCount(text)).toBe(count);
  });
});
