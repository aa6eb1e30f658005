import { describe, expect, it } from 'vitest';
import { carrierCodeOf, carrierName, carrierNames } from '../../../../shared/domain/carrierNames.ts';

describe('carrier names', () => {
  it.each([
    ['顺丰', 'SF'],
    ['圆通快递', 'YTO'],
    ['圆通速递有限公司', 'YTO'],
    ['yunda', 'YD'],
    ['邮政 EMS', 'EMS'],
    ['中国邮政', 'YZPY'],
    ['JTSD', 'JTSD'],
  ])('%s is %s', (name, code) => {
    expect(carrierCodeOf(name)).toBe(code);
  });

  it('does not guess from a part of a name', () => {
    expect(carrierCodeOf('顺丰冷运')).toBeNull();
    expect(carrierCodeOf('快递')).toBeNull();
  });

  it('every name leads back to its own code', () => {
    for (const [code, naming] of Object.entries(carrierNames)) {
      for (const name of [code, naming['zh-CN'], naming.en, ...naming.aliases])
        expect(carrierCodeOf(name)).toBe(code);
    }
  });

  it('an unknown code is shown as it is', () => {
    expect([carrierName('SF'), carrierName('SF', 'en'), carrierName('XX')]).toEqual([
      '顺丰速运',
      'SF Express',
      'XX',
    ]);
  });
});
