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
