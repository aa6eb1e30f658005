import { describe, expect, it } from 'vitest';
import {
  carrierName,
  carrierRow,
  carrierTable,
  readCarrierCode,
} from '../../../../../shared/domain/carriers/carrierTable.ts';

/** From the tests of the public validator the strict forms come from. */
const valid: readonly (readonly [carrier: string, waybillNo: string])[] = [
  ['SF', 'SF1385628716739'],
  ['ZTO', '73610555582883'],
  ['YTO', 'YT8962646785389'],
  ['STO', '773277027280336'],
  ['DBL', 'DPK202252612836'],
  ['YD', '463431409940372'],
  ['JD', 'JDX024407261700'],
  ['JTSD', 'JT5261988016578'],
];

describe('the carrier table', () => {
  it('holds more than 55 carriers, most with both code systems', () => {
    expect(carrierTable.length).toBeGreaterThanOrEqual(55);
    expect(carrierTable.filter(({ pinyinCode }) => pinyinCode !== undefined).length).toBeGreaterThanOrEqual(
      55,
    );
  });

  it.each(valid)('knows the numbers of today: %s %s', (carrier, waybillNo) => {
    expect(carrierRow(carrier)?.strict?.test(waybillNo)).toBe(true);
  });

  it('knows the numbers of the post', () => {
    expect(carrierRow('YZPY')?.loose?.test('1207119765021')).toBe(true);
    expect(carrierRow('EMS')?.strict?.test('EM263999513JP')).toBe(true);
  });

  it('takes a number that fits nobody for nobody’s', () => {
    expect(carrierTable.filter(({ strict }) => strict?.test('5685685685685685'))).toEqual([]);
  });

  it('has number forms that bind both ends and never take an empty text', () => {
    for (const { code, strict, loose } of carrierTable)
      for (const form of [strict, loose].filter((one) => one !== undefined)) {
        expect(
          form.source.split(/(?<!\([^)]*)\|/).every((part) => part.startsWith('^')),
          code,
        ).toBe(true);
        expect(form.test('')).toBe(false);
        expect(form.test(`${'9'.repeat(40)}`)).toBe(false);
      }
  });
});

describe('carriers', () => {
  it('have a name in both languages; an unknown code is its own name', () => {
    expect(carrierName('ZTO', 'zh-CN')).toBe('中通快递');
    expect(carrierName('ZTO', 'en')).toBe('ZTO Express');
    expect(carrierName('hq568', 'zh-CN')).toBe('hq568');
  });

  it.each([
    ['顺丰', 'SF'],
    [' 中通快递 ', 'ZTO'],
    ['zto', 'ZTO'],
    ['ＹＴＯ', 'YTO'],
    ['韵达速递有限公司', 'YD'],
    ['SF Express', 'SF'],
  ])('are read from %j as %s', (text, code) => {
    expect(readCarrierCode(text)).toBe(code);
  });

  it('are not guessed', () => {
    for (const text of ['', '快递', '通', '某某物流']) expect(readCarrierCode(text)).toBeNull();
  });

  it('are in the table once, and each name leads back to its code', () => {
    const codes = carrierTable.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, zh, en, spellings = [] } of carrierTable) {
      for (const name of [code, zh, en, ...spellings]) expect(readCarrierCode(name)).toBe(code);
    }
  });
});

describe('a carrier as order files name it', () => {
  it.each([
    ['圆通速递有限公司', 'YTO'],
    ['中通速递', 'ZTO'],
    ['yunda', 'YD'],
    ['邮政 EMS', 'EMS'],
    ['邮政电商标快', 'YZPY'],
    ['菜鸟速递', 'DNWL'],
    ['J&T', 'JTSD'],
    ['JTSD', 'JTSD'],
  ])('%s is %s', (name, code) => {
    expect(readCarrierCode(name)).toBe(code);
  });

  it('is never guessed from a part of a name', () => {
    expect(readCarrierCode('顺丰冷运')).toBeNull();
  });
});
