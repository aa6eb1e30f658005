import { describe, expect, test } from 'vitest';
import { colloquialName, shortName } from '../../../../../electron/addresses/divisions/division.ts';

describe('the short name of a division', () => {
  test.each([
    ['广东省', '广东'],
    ['内蒙古自治区', '内蒙古'],
    ['新疆维吾尔自治区', '新疆'],
    ['香港特别行政区', '香港'],
    ['恭城瑶族自治县', '恭城'],
    ['积石山保安族东乡族撒拉族自治县', '积石山'],
    ['克孜勒苏柯尔克孜自治州', '克孜勒苏'],
    ['鄂温克族自治旗', '鄂温克'],
    ['浦东新区', '浦东'],
    ['清新区', '清新'],
    ['碑林区', '碑林'],
    ['忠县', ''],
    ['东区', ''],
    ['科尔沁左翼中旗', ''],
    ['九龙', ''],
  ])('%s is "%s"', (name, short) => {
    expect(shortName(name)).toBe(short);
  });

  test('autonomous places have a colloquial name as well', () => {
    expect(colloquialName('恩施土家族苗族自治州')).toBe('恩施州');
    expect(colloquialName('酉阳土家族苗族自治县')).toBe('酉阳县');
    expect(colloquialName('南山区')).toBe('');
  });
});
