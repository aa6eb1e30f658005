import { describe, expect, it } from 'vitest';
import { carrierName } from '../../../../../shared/domain/carriers/carrierNames.ts';
import { carrierTable } from '../../../../../shared/domain/carriers/carrierTable.ts';
import { readCarrierCode } from '../../../../../shared/domain/carriers/readCarrierCode.ts';

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
