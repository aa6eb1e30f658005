import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { divisions } from '../shippedDivisions.ts';

const read = (text: string) => readText(text, divisions);

describe('two addresses in two districts of one city', () => {
  test.each([
    '山东省青岛市崂山区松岭路66号 → 黄岛区长江中路130号 曲海涛 18663912345',
    '曲海涛 18663912345 山东省青岛市崂山区松岭路66号，黄岛区长江中路130号',
    '山东省青岛市崂山区松岭路66号或者黄岛区长江中路130号 曲海涛 18663912345',
  ])('ask which is meant, and offer both: %s', (text) => {
    const { status, issues, candidates } = read(text);
    expect(status).toBe('review');
    expect(issues).toContain('region_conflict');
    expect(candidates.map(({ district }) => district)).toEqual(['崂山区', '黄岛区']);
  });

  test.each([
    ['山东省青岛市崂山区松岭路66号 黄岛区政府驻崂山办事处 曲海涛 18663912345', '崂山区'],
    ['山东省青岛市崂山区松岭路66号（原黄岛区长江路小学） 曲海涛 18663912345', '崂山区'],
    ['山东省青岛市崂山区松岭路66号黄岛区路口 曲海涛 18663912345', '崂山区'],
  ])('a house that is named after the other district is none: %s', (text, district) => {
    const { issues, district: read1 } = read(text);
    expect(issues).not.toContain('region_conflict');
    expect(read1).toBe(district);
  });
});

describe('a district of another city behind the one written', () => {
  test.each([
    '江苏省昆山市金坛区金城镇',
    '江苏省昆山市金坛市金城镇',
    '安徽省巢湖市无为县无城镇',
    '安徽省巢湖市含山县环峰镇',
    '安徽省巢湖市和县历阳镇',
    '浙江省杭州市西湖区玉环县坎门镇',
    '山东省青岛市胶州市即墨市鹤山路',
    '广东省东莞市增城市新塘镇',
    '四川省彭州市郫县犀浦镇',
  ])('is asked about, for the parcel can go to one of them alone: %s', (address) => {
    const { status, issues } = read(`${address} 杨小巢 13800138046`);
    expect({ status, issues }).toEqual({ status: 'review', issues: ['region_conflict'] });
  });

  test.each([
    ['浙江省义乌市江东区东洲花园', '义乌市'],
    ['江苏省昆山市新城区前进路', '昆山市'],
    ['广东省深圳市宝安区南海市场12档', '宝安区'],
    ['广东省广州市天河区增城市场东门', '天河区'],
    ['四川省彭州市郫县路12号', '彭州市'],
    ['浙江省杭州市钱塘区江干区下沙街道', '钱塘区'],
    ['江苏省昆山市金坛区域服务中心3楼', '昆山市'],
  ])(
    'is none where it is a street, a market, a part of the town or what the district was once: %s',
    (address, district) => {
      const reading = read(`${address} 杨小巢 13800138046`);
      expect(reading).toMatchObject({ status: 'ok', district });
    },
  );
});

describe('a city that answers to its province alone', () => {
  test.each([
    ['新疆阿克苏地区阿拉尔市塔里木大学南校区4号宿舍楼 王梓涵 17699001122', '阿拉尔市'],
    ['新疆巴州铁门关市29团吾瓦镇 陈红 13579012345', '铁门关市'],
    ['新疆和田昆玉市皮山农场 徐州亮 13899012345', '昆玉市'],
    ['新疆阿勒泰北屯市龙疆街道183团 柳下惠 13899012346', '北屯市'],
    ['河南省焦作市济源市轵城镇 李小龙 13899012347', '济源市'],
    ['湖北省荆州市仙桃市沔城回族镇 马国强 13899012348', '仙桃市'],
  ])('is not asked about for the prefecture it lies in: %s', (text, district) => {
    const { status, city, district: found, issues, corrections } = read(text);
    expect({ status, city, district: found, issues }).toEqual({
      status: 'ok',
      city: '',
      district,
      issues: [],
    });
    expect(corrections.map(({ reason }) => reason)).toContain('moved');
  });

  test('a county of another prefecture is asked about as before', () => {
    expect(read('安徽省六安市寿县寿春镇 李小龙 13899012347').issues).toContain('region_conflict');
  });
});

test('雄安新区 is no 安新县', () => {
  const { district, issues, zone } = read('河北雄安新区容东片区河西社区3栋 冀小雪 13333212345');
  expect({ district, zone }).toEqual({ district: '', zone: '雄安新区' });
  expect(issues).toContain('district_missing');
  expect(read('河北省雄安新区安新县安州镇 冀小雪 13333212345')).toMatchObject({
    district: '安新县',
    status: 'ok',
  });
});

test.each([
  ['重庆市渝北区两江新区金渝大道66号', '渝北区'],
  ['重庆市两江新区渝北区黄山大道66号', '两江新区'],
  ['重庆江北区两江新区港城东环路1号', '江北区'],
])('两江新区 beside a district it was made of is no contradiction: %s', (address, district) => {
  expect(read(`${address} 王伟 13012345678`)).toMatchObject({ district, status: 'ok' });
});

test('a town that begins like another county of the city is no second county', () => {
  expect(read('山西省临汾市蒲县古县乡人民路1号 王伟 13012345678')).toMatchObject({
    district: '蒲县',
    town: '古县乡',
    status: 'ok',
  });
});
