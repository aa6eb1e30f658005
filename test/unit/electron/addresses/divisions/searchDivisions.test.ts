import { describe, expect, it } from 'vitest';
import {
  childDivisions,
  searchDivisions,
} from '../../../../../electron/addresses/divisions/searchDivisions.ts';
import { divisions } from '../shippedDivisions.ts';

const best = (typed: string, count = 1): string[] =>
  searchDivisions(divisions, divisions.initials(), typed, count).map((hit) =>
    Object.values(hit)
      .filter((name) => name !== '')
      .join(' '),
  );

describe('typing a region', () => {
  it.each([
    ['gdsz', '广东省 深圳市'],
    ['szns', '广东省 深圳市 南山区'],
    ['深圳ns', '广东省 深圳市 南山区'],
    ['杭州 余杭', '浙江省 杭州市 余杭区'],
    ['浙江余杭', '浙江省 杭州市 余杭区'],
    ['tjq', '福建省 福州市 台江区'],
    ['bjcy', '北京市 北京市 朝阳区'],
    ['szns yh', '广东省 深圳市 南山区 粤海街道'],
    ['粤海', '广东省 深圳市 南山区 粤海街道'],
    ['东莞长安', '广东省 东莞市 长安镇'],
    ['闸北', '上海市 上海市 静安区'],
    ['仙桃', '湖北省 仙桃市'],
  ])('finds %s', (typed, wanted) => {
    expect(best(typed)).toEqual([wanted]);
  });

  it.each([
    ['cq', '重庆市 重庆市'],
    ['cs', '湖南省 长沙市'],
    ['xm', '福建省 厦门市'],
    ['la', '安徽省 六安市'],
    ['bb', '安徽省 蚌埠市'],
    ['yqs', '浙江省 温州市 乐清市'],
    ['byx', '河南省 驻马店市 泌阳县'],
  ])('reads %s as the people of the place do', (typed, wanted) => {
    expect(best(typed, 20)).toContain(wanted);
    if (typed.length === 2) expect(best(typed)).toEqual([wanted]);
  });

  it('finds every city and district by its full name and by all its initials', () => {
    const initialsOf = divisions.initials();
    for (const province of divisions.provinces.slice(0, 20)) {
      for (const { name } of province.children.filter((city) => city.name !== '')) {
        const wanted = name === province.name ? `${name} ${name}` : `${province.name} ${name}`;
        expect(best(province.name === name ? name : `${province.name}${name}`, 5)).toContain(wanted);
        expect(initialsOf(name)).toHaveLength([...name].length);
      }
    }
  });

  it('answers nonsense with nothing, and at once', () => {
    for (const typed of ['', ' ', '，', 'zzzzzzzz', '😀', 'a'.repeat(60)]) expect(best(typed)).toEqual([]);
  });

  it('walks the levels down to the towns, counties under a province among its cities', () => {
    expect(childDivisions(divisions, { province: '湖北省' })).toContain('仙桃市');
    expect(childDivisions(divisions, { province: '湖北省', city: '仙桃市' }).length).toBeGreaterThan(3);
    expect(childDivisions(divisions, { province: '广东省', city: '东莞市' })).toContain('长安镇');
    expect(childDivisions(divisions, { province: '广东省', city: '深圳市', district: '南山区' })).toContain(
      '粤海街道',
    );
  });
});
