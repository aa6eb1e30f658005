import { describe, expect, it } from 'vitest';
import {
  saleColumnsOf,
  saleOf,
  saleOfFurther,
  saleOfMerged,
  saleOfRows,
  saleWithoutPersons,
  shownSale,
} from '../../../../../electron/usecases/orders/sale.ts';

const whole = {
  buyer: '旺旺小店',
  originalNo: '3571000000000012345',
  amountFen: 12_800,
  paidFen: 11_990,
  payChannel: '微信支付',
  orderedAt: 1_764_000_000_000,
  oaid: 'abcDEF==',
  warehouse: '昆明仓',
  flag: '红',
};

describe('what a file says of the sale', () => {
  it('is kept as it was said, and nothing where nothing was', () => {
    expect(saleOf(saleColumnsOf(whole))).toEqual(whole);
    expect(saleColumnsOf({})).toEqual({ buyer: '', originalNo: '', saleJson: '' });
    expect(saleOf(saleColumnsOf({}))).toEqual({});
  });

  it('counts an amount once that stands on every row, and adds different ones', () => {
    const rows = (...amounts: number[]) => amounts.map((amountFen) => ({ sale: { buyer: '甲', amountFen } }));
    expect(saleOfRows(rows(500, 500))).toEqual({ buyer: '甲', amountFen: 500 });
    expect(saleOfRows(rows(500, 700))).toEqual({ buyer: '甲', amountFen: 1_200 });
    expect(saleOfRows([{ sale: null }, { sale: { flag: '蓝' } }])).toEqual({ flag: '蓝' });
  });

  it('adds amounts of combined orders unless one is not known, and leaves them with the first of split ones', () => {
    const one = saleColumnsOf({ buyer: '甲', originalNo: 'A', amountFen: 500, paidFen: 400 });
    const two = saleColumnsOf({ buyer: '甲', originalNo: 'B', amountFen: 300 });
    expect(saleOf(saleOfMerged([one, two]))).toEqual({ buyer: '甲', amountFen: 800 });
    expect(saleOf(saleOfFurther(one))).toEqual({ buyer: '甲', originalNo: 'A' });
  });

  it('shows nobody’s name and no key to a hidden receiver to whoever may not see them', () => {
    const shown = saleWithoutPersons(saleColumnsOf(whole), (text) => text);
    expect(shown.buyer).not.toBe(whole.buyer);
    expect(shownSale(shown)).toMatchObject({
      oaid: '',
      amount: '128.00',
      paid: '119.90',
      payChannel: '微信支付',
    });
  });
});
