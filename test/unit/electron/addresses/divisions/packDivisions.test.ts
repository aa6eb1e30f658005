import { describe, expect, test } from 'vitest';
import { packThreeLevels } from '../../../../../resources/divisions/packThreeLevels.ts';
import { packTowns } from '../../../../../resources/divisions/packTowns.ts';

const legal = [
  {
    code: '420000',
    name: '湖北省',
    children: [
      { code: '420100', name: '武汉市', children: [{ code: '420111', name: '洪山区' }] },
      { code: '429000', name: '省直辖县级行政区划', children: [{ code: '429004', name: '仙桃市' }] },
    ],
  },
  { code: '820000', name: '澳门特别行政区' },
];
const overseas = {
  city_list: { '820200': '离岛' },
  county_list: { '820202': '嘉模堂区', '820299': '其它区' },
};
const patch = {
  extraDistricts: [],
  extraTowns: [],
  oldDistricts: [],
  oldCities: [],
  upgraded: [],
  aliases: [],
  parted: [],
};

describe('packing the division data', () => {
  test('groups counties under a province in a city without a name, and drops fillers', () => {
    const { tables, counts } = packThreeLevels(legal, overseas, patch);
    expect(tables.provinces[0]?.[2][1]).toEqual(['429000', '', [['429004', '仙桃市']]]);
    expect(tables.provinces[1]?.[2]).toEqual([['820200', '离岛', [['820202', '嘉模堂区']]]]);
    expect(counts).toMatchObject({ provinces: 2, cities: 2, districts: 2 });
  });

  test('gives the same bytes for the same input', () => {
    const pack = () => JSON.stringify(packThreeLevels(legal, overseas, patch).tables);
    expect(pack()).toBe(pack());
  });

  test('stops at a path of the patch that is not in the tree', () => {
    const wrong = { ...patch, aliases: [{ name: '洪山', path: '湖北省/武汉市/红山区' }] };
    expect(() => packThreeLevels(legal, overseas, wrong)).toThrow('湖北省/武汉市/红山区');
  });

  test('resolves old names to codes', () => {
    const old = { ...patch, upgraded: [{ province: '湖北省', names: ['仙桃县>仙桃市'] }] };
    expect(packThreeLevels(legal, overseas, old).tables.oldNames).toEqual([
      ['仙桃县', 'upgraded', ['429004']],
    ]);
  });

  const { names } = packThreeLevels(legal, overseas, patch);
  const list = (...rows: string[]): string =>
    ['code,name,areaCode,provinceCode,cityCode', ...rows].join('\n');

  test("keeps towns and leaves zones out; a zone's towns go to its city", () => {
    const rows = list(
      '420111001,"洪山街道办事处",420111,42,4201',
      '420111002,"洪山经济开发区",420111,42,4201',
      '420111003,"洪山区和平街道",420111,42,4201',
      '420171001,"关东街道",420171,42,4201',
    );
    const packed = packTowns(rows, '', [], names);
    expect(packed.tables).toEqual({ '420100': '关东街道', '420111': '洪山街道,和平街道' });
    expect(packed.counts).toEqual({ towns: 3, former: 0, dropped: 1 });
  });

  test('keeps former towns of a district that stands, unless another of its city has the name today', () => {
    const present = list('420111001,"洪山街道",420111,42,4201', '420171001,"关东街道",420171,42,4201');
    const former = list(
      '420111001,"洪山街道",420111,42,4201',
      '420111002,"和平乡",420111,42,4201',
      '420111003,"洪山镇",420111,42,4201',
      '420111004,"关东镇",420111,42,4201',
      '420111005,"青山社区街道",420111,42,4201',
    );
    const extra = [{ district: '洪山区', code: '420111', towns: ['花山镇'] }];
    const { tables, counts } = packTowns(present, former, extra, names);
    expect(tables['420111']).toBe('洪山街道,和平乡,洪山镇,花山镇');
    expect(counts).toEqual({ towns: 5, former: 3, dropped: 0 });
  });

  test('stops at a town of the patch whose code is another district', () => {
    const wrong = [{ district: '洪山区', code: '429004', towns: ['花山镇'] }];
    expect(() => packTowns(list(), '', wrong, names)).toThrow('429004');
  });
});
