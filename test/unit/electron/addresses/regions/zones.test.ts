import { expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { zonesOfCities } from '../../../../../electron/addresses/regions/cityZones.ts';
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

test.each([
  ['陕西省西安市高新区丈八街道锦业路69号', ['西安市雁塔区', '西安市长安区', '西安市鄠邑区']],
  ['安徽省合肥市经济技术开发区芙蓉社区翡翠路', ['合肥市蜀山区', '合肥市肥西县']],
  ['河南省郑州市郑东新区商务外环路14号', ['郑州市金水区', '郑州市中牟县']],
  ['安徽省合肥市新站区瑶海社区新蚌埠路', ['合肥市瑶海区', '合肥市长丰县']],
  ['江苏省镇江市新区大港通港路1号', ['镇江市京口区', '镇江市丹徒区']],
  ['江苏苏州工业园区星海街198号', ['苏州市吴中区', '苏州市姑苏区']],
])('a zone of a city is a question with the districts it lies in to choose from: %s', (address, places) => {
  expect(read(address).status).toBe('review');
  expect(offered(address)).toEqual(places);
});

test('a zone nothing is known of offers the urban districts of its city', () => {
  expect(offered('江西省景德镇市高新区梧桐大道1号')).toEqual(['景德镇市昌江区', '景德镇市珠山区']);
});

test.each([
  ['天津市经济技术开发区第三大街51号', '滨海新区'],
  ['天津开发区黄海路8号', '滨海新区'],
  ['江苏省无锡市新区长江路16号', '新吴区'],
  ['辽宁省大连市开发区金马路1号', '金州区'],
  ['福建省漳州市台商投资区角美镇文圃大道', '龙海区'],
  ['广东省珠海市横琴新区环岛东路1号', '香洲区'],
])('a zone that lies in one district alone says as much as the district: %s', (address, district) => {
  expect(read(address).district).toBe(district);
});

test('the zones of cities lie in districts that their cities have', () => {
  const cities = divisions.provinces.flatMap(({ children }) => children);
  const missing = Object.entries(zonesOfCities).flatMap(([city, zones]) => {
    const names = cities.filter(({ name }) => name === city).flatMap(({ children }) => children);
    const written = Object.values(zones).flatMap((list) => list.replace('=', '').split(' '));
    return written.filter((name) => !names.some((district) => district.name === name));
  });
  expect(missing).toEqual([]);
});
