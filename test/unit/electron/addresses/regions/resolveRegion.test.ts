import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { fullDetail } from '../../../../../electron/addresses/text/detail.ts';
import { divisions } from '../shippedDivisions.ts';

const read = (address: string) => readText(`李明 13812345678 ${address}`, divisions);

describe('a zone in place of the district', () => {
  test.each([
    ['四川成都天府新区华阳街道1号', '双流区', '天府新区华阳街道1号'],
    ['陕西西安高新区丈八沟街道锦业路1号', '雁塔区', '高新区丈八沟街道锦业路1号'],
    ['江苏苏州高新区狮山街道1号', '虎丘区', '高新区狮山街道1号'],
  ])(
    '%s: the town behind it tells the district, and the street keeps the zone',
    (address, district, detail) => {
      expect(read(address)).toMatchObject({ district, detail, status: 'ok' });
      expect(read(address).corrections).toContainEqual(
        expect.objectContaining({ to: district, reason: 'filled-from-child' }),
      );
    },
  );

  test.each(['甘肃兰州新区中川镇1号', '河南郑州高新区石佛镇1号', '四川成都高新区天府大道1号'])(
    '%s: a town that belongs to no district of the law, or none, leaves it open',
    (address) => {
      expect(read(address)).toMatchObject({ district: '', town: '', status: 'review' });
      expect(read(address).issues).toEqual(['district_missing', 'zone_not_district']);
    },
  );
});

describe('a prefecture and a city in it of one name', () => {
  test.each([
    ['云南大理古城人民路1号', '大理市'],
    ['湖北恩施施州大道1号', '恩施市'],
  ])('%s: the city is offered and not taken', (address, district) => {
    const { issues, status, candidates } = read(address);
    expect({ issues, status }).toEqual({ issues: ['district_missing'], status: 'review' });
    expect(candidates.map((path) => path.district)).toEqual([district]);
  });

  test('广东北滘镇: a town without its city offers the district that has it', () => {
    const { district, issues, candidates } = read('广东北滘镇1号');
    expect({ district, issues }).toEqual({ district: '', issues: ['district_missing'] });
    expect(candidates).toEqual([expect.objectContaining({ district: '顺德区', reason: 'town' })]);
  });

  test('湖南邵阳 is the city, and 邵阳县 would be said', () => {
    expect(read('湖南邵阳敏州路1号')).toMatchObject({ city: '邵阳市', district: '', candidates: [] });
  });
});

describe('a former name', () => {
  test.each([
    ['江西南昌红谷滩新区丰和中大道1号', '红谷滩区', '丰和中大道1号'],
    ['浙江温州龙港镇1号', '龙港市', '1号'],
    ['浙江省温州市龙港镇银河雅苑38幢', '龙港市', '银河雅苑38幢'],
    ['天津武清县1号', '武清区', '1号'],
    ['河南许昌县建安大道1号', '建安区', '建安大道1号'],
  ])('%s: it is taken whole', (address, district, detail) => {
    expect(read(address)).toMatchObject({ district, detail, status: 'ok' });
  });

  test.each([
    ['福建厦门鼓浪屿1号', '思明区', '鼓浪屿1号'],
    ['天津塘沽洋货市场1号', '滨海新区', '塘沽洋货市场1号'],
    ['北京崇文门1号', '东城区', '崇文门1号'],
    ['上海南汇惠南镇1号', '浦东新区', '1号'],
  ])(
    '%s: a place that outlived its district stays in the street, but for a town',
    (address, district, detail) => {
      expect(read(address)).toMatchObject({ district, detail, status: 'ok' });
    },
  );

  test('a city whose county was renamed is still the city when it is told twice', () => {
    const twice = read('河南省许昌市魏都区建安大道58号 13812345678 河南省许昌市');
    expect(twice).toMatchObject({ district: '魏都区', detail: '建安大道58号', status: 'ok', issues: [] });
  });
});

describe('a division that is newer than the list of 2024', () => {
  test.each([
    ['重庆市两江新区金渝大道66号', '重庆市', '重庆市', '两江新区'],
    ['重庆两江新区礼嘉街道金渝大道66号', '重庆市', '重庆市', '两江新区'],
    ['重庆市江北区观音桥街道建新北路1号', '重庆市', '重庆市', '江北区'],
    ['重庆市渝北区礼嘉街道金渝大道66号', '重庆市', '重庆市', '渝北区'],
    ['新疆喀什地区岑岭县新华镇1号', '新疆维吾尔自治区', '喀什地区', '岑岭县'],
    ['新疆草湖市草湖镇41团1连', '新疆维吾尔自治区', '', '草湖市'],
  ])(
    'is read as the district it is, and the one it replaces too: %s',
    (address, province, city, district) => {
      expect(read(address)).toMatchObject({ province, city, district, status: 'ok' });
    },
  );

  test.each([
    ['海南省通什市冲山镇1号', '', '五指山市'],
    ['海南省海口市琼山市府城镇1号', '海口市', '琼山区'],
  ])('a city that was renamed long ago is known by its old name: %s', (address, city, district) => {
    expect(read(address)).toMatchObject({ city, district, status: 'ok' });
  });
});

describe('a region with a form’s words or in short', () => {
  test.each([
    ['广东省 东莞市 市辖区 长安镇 乌沙陈屋', '东莞市', '长安镇乌沙陈屋'],
    ['广东省东莞市厚街三屯村工业路12号', '东莞市', '厚街三屯村工业路12号'],
    ['东莞厚街三屯村工业路12号', '东莞市', '厚街三屯村工业路12号'],
    ['鄂温克旗巴彦托海镇1号 内蒙古', '呼伦贝尔市', '巴彦托海镇1号'],
    ['内蒙古乌兰察布市四子王旗江岸苏木巴音嘎查', '乌兰察布市', '江岸苏木巴音嘎查'],
  ])('is read whole: %s', (address, city, detail) => {
    const reading = read(address);
    expect({ city: reading.city, detail: fullDetail(reading) }).toEqual({ city, detail });
    expect(reading.status).toBe('ok');
  });

  test('中国澳门路环 is in 澳门', () => {
    expect(read('中国澳门路环石排湾马路乐群楼6座').province).toBe('澳门特别行政区');
  });
});

test('a district that opens the text, with its city behind the street, is that district', () => {
  const reading = read('南山区粤海街道科技园1号 深圳市 广东省');
  expect(reading).toMatchObject({ city: '深圳市', district: '南山区', town: '粤海街道', candidates: [] });
  expect(fullDetail(reading)).toBe('粤海街道科技园1号');
});
