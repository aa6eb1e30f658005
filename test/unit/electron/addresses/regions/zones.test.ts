import { expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { findWrittenZone } from '../../../../../electron/addresses/regions/zones.ts';
import { divisions } from '../shippedDivisions.ts';

const read = (address: string) => readText(`李明 13812345678 ${address}`, divisions);
const offered = (address: string) =>
  read(address).candidates.map(({ city, district }) => `${city}${district}`);

test.each([
  ['贵州贵安新区马场镇百马大道1号', '安顺市平坝区'],
  ['四川省天府新区华阳街道天府大道南段1号', '成都市双流区'],
  ['四川天府新区万安街道麓山大道1号', '成都市双流区'],
  ['云南省滇中新区大板桥街道1号', '昆明市官渡区'],
])('a new area alone: the town that one of its districts has tells which: %s', (address, place) => {
  const { city, district, status } = read(address);
  expect([`${city}${district}`, status]).toEqual([place, expect.stringMatching(/ok|review/)]);
});

test.each([
  ['陕西省西咸新区沣东新城世纪大道55号', ['西安市未央区', '西安市长安区']],
  ['陕西省咸阳市西咸新区空港新城1号', ['咸阳市渭城区', '咸阳市泾阳县']],
  ['贵州省贵安新区湖潮乡大学城1号', ['贵阳市花溪区', '贵阳市清镇市', '安顺市平坝区', '安顺市西秀区']],
  ['贵州省贵阳市贵安新区大学城1号', ['贵阳市花溪区', '贵阳市清镇市']],
  ['河北雄安新区启动区1号', ['保定市容城县', '保定市安新县', '保定市雄县']],
  ['黑龙江省哈尔滨市哈尔滨新区世茂大道1号', ['哈尔滨市松北区', '哈尔滨市呼兰区', '哈尔滨市平房区']],
])('a new area without a town is a question with its districts to choose from: %s', (address, places) => {
  expect(read(address).status).toBe('review');
  expect(read(address).issues).toEqual(['district_missing', 'zone_not_district']);
  expect(offered(address)).toEqual(places);
});

test('every district of every new area is one of the law', () => {
  const known = [
    '天府新区',
    '西咸新区',
    '贵安新区',
    '雄安新区',
    '兰州新区',
    '赣江新区',
    '金普新区',
    '滇中新区',
    '湘江新区',
  ];
  const found = known.map(
    (zone) =>
      divisions.provinces.flatMap((province) => findWrittenZone(zone, province)?.districts ?? []).length,
  );
  expect(found).toEqual([6, 7, 4, 3, 2, 4, 2, 3, 3]);
});
