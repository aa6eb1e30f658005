import { describe, expect, it } from 'vitest';
import { readCarrierCode } from '../../../../../shared/domain/carriers/readCarrierCode.ts';

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
