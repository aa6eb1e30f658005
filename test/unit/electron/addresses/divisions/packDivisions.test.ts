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
const patch = { extraDistricts: [], oldDistricts: [], oldCities: [], upgraded: [], aliases: [] };

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

  test("keeps towns and leaves zones out; a zone's towns go to its city", () => {
    const rows = [
      'code,name,areaCode,provinceCode,cityCode',
      '420111001,"洪山街道办事处",420111,42,4201',
      '420111002,"洪山经济开发区",420111,42,4201',
      '420111003,"洪山区和平街道",420111,42,4201',
      '420171001,"关东街道",420171,42,4201',
    ].join('\n');
    const { names } = packThreeLevels(legal, overseas, patch);
    const packed = packTowns(rows, names);
    expect(packed.tables).toEqual({ '420100': '关东街道', '420111': '洪山街道,和平街道' });
    expect(packed.counts).toEqual({ towns: 3, dropped: 1 });
  });
});
