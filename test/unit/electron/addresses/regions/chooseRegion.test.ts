import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { divisions } from '../shippedDivisions.ts';

const read = (address: string) => readText(`李明 13812345678 ${address}`, divisions);

describe('a road that is named after a district', () => {
  test.each([
    ['广东省广州市天河路1号', '天河路1号'],
    ['杭州西湖大道1号', '西湖大道1号'],
    ['江苏南京鼓楼街1号', '鼓楼街1号'],
    ['南京玄武东路1号', '玄武东路1号'],
    ['河南许昌建安大道1号', '建安大道1号'],
  ])('%s keeps its name, and the district is asked for', (address, detail) => {
    expect(read(address)).toMatchObject({ district: '', detail, status: 'review' });
    expect(read(address).issues).toContain('district_missing');
  });

  test.each([
    ['杭州西湖文三路1号', '西湖区', '文三路1号'],
    ['广州天河天河路1号', '天河区', '天河路1号'],
    ['浙江省杭州市西湖区西湖大道1号', '西湖区', '西湖大道1号'],
    ['河北唐山路南庐山路1号', '路南区', '庐山路1号'],
    ['陕西西安碑林南大街1号', '碑林区', '南大街1号'],
  ])('%s: a district that is told as well is taken', (address, district, detail) => {
    expect(read(address)).toMatchObject({ district, detail, status: 'ok' });
  });

  test('a county has streets of its own: 桂林阳朔西街', () => {
    expect(read('广西桂林阳朔西街')).toMatchObject({ district: '阳朔县', detail: '西街' });
  });

  test.each([
    ['福建福州鼓楼南街街道东大路1号', '鼓楼区', '南街街道'],
    ['广东从化市街口街道1号', '从化区', '街口街道'],
    ['上海崇明庙镇拉萨路1号', '崇明区', '庙镇'],
    ['河北石家庄鹿泉寺家庄镇1号', '鹿泉区', '寺家庄镇'],
  ])('%s: a town that begins like a road or a temple is a town', (address, district, town) => {
    expect(read(address)).toMatchObject({ district, town, status: 'ok' });
  });
});

describe('a house or a town that is named after a district', () => {
  test.each([
    ['江苏南京鼓楼医院住院部5楼', '鼓楼医院住院部5楼'],
    ['广东省广州市海珠广场1号', '海珠广场1号'],
    ['湖北省武汉市江汉大学', '江汉大学'],
    ['四川成都武侯祠大街1号', '武侯祠大街1号'],
    ['广东深圳福田村1号', '福田村1号'],
    ['浙江舟山普陀山1号', '普陀山1号'],
  ])('%s keeps its name, and the district is asked for', (address, detail) => {
    expect(read(address)).toMatchObject({ district: '', detail, issues: ['district_missing'] });
  });

  test('河北秦皇岛北戴河新区 is a zone, and lies elsewhere', () => {
    const { district, zone, status } = read('河北秦皇岛北戴河新区1号');
    expect({ district, zone, status }).toEqual({ district: '', zone: '北戴河新区', status: 'review' });
  });

  test('浙江杭州余杭街道 is a town that the list knows, and tells its district', () => {
    const reading = read('浙江杭州余杭街道1号');
    expect(reading).toMatchObject({ district: '余杭区', town: '余杭街道', detail: '1号', status: 'ok' });
  });

  test.each([
    ['江苏苏州昆山人民医院', '昆山市', '人民医院'],
    ['武汉洪山华中科技大学', '洪山区', '华中科技大学'],
    ['北京海淀清华大学', '海淀区', '清华大学'],
    ['浙江省宁波市江北万达广场', '江北区', '万达广场'],
  ])('%s: a house with a name of its own stands in the district', (address, district, detail) => {
    expect(read(address)).toMatchObject({ district, detail });
  });
});

test('a city in front of its own university stays the city: 湖北武汉武汉大学', () => {
  expect(read('湖北武汉武汉大学')).toMatchObject({ city: '武汉市', district: '', detail: '武汉大学' });
});

describe('names that only begin like a district', () => {
  test.each([
    ['海南三亚市海棠湾镇林旺1号', '海棠区', '海棠湾镇', '林旺1号'],
    ['上海浦东唐镇唐安路1号', '浦东新区', '唐镇', '唐安路1号'],
    ['北京顺义张镇1号', '顺义区', '张镇', '1号'],
  ])('%s: a town is told whole', (address, district, town, detail) => {
    expect(read(address)).toMatchObject({ district, town, detail, status: 'ok' });
  });

  test('长白山池北区 is not in 长白县, and 湖北荆沙市 not in 沙市区', () => {
    expect(read('吉林长白山池北区1号')).toMatchObject({ district: '', detail: '长白山池北区1号' });
    expect(read('湖北武汉江夏市纸坊街1号')).toMatchObject({ district: '', status: 'review' });
  });

  test.each([
    ['山东青岛市北区台东1号', '市北区', '台东1号'],
    ['陕西宝鸡渭滨山东大学1号', '渭滨区', '山东大学1号'],
    ['黑龙江鸡西麻山山前寨五队', '麻山区', '山前寨五队'],
  ])('%s: a district with such a word behind it is one', (address, district, detail) => {
    expect(read(address)).toMatchObject({ district, detail });
  });
});

describe('a zone between a city and its district', () => {
  test.each([
    ['西安高新区雁塔区丈八一路1号', '雁塔区', '高新区 丈八一路1号'],
    ['新疆乌鲁木齐经济技术开发区（头屯河区）维泰北路1号', '头屯河区', '经济技术开发区 维泰北路1号'],
    ['河南郑州经开区管城区航海东路1号', '管城回族区', '经开区 航海东路1号'],
  ])('%s', (address, district, detail) => {
    expect(read(address)).toMatchObject({ district, detail, status: 'ok' });
  });

  test('雄安新区 above its counties is no part of the street', () => {
    expect(read('河北雄安新区容城县容城镇1号')).toMatchObject({ district: '容城县', detail: '1号' });
  });
});

describe('a province alone', () => {
  test.each([
    ['河北燕郊开发区燕顺路1号', '河北省'],
    ['河南郑东新区1号', '河南省'],
  ])('%s keeps it, and a person says the rest', (address, province) => {
    expect(read(address)).toMatchObject({ province, district: '', status: 'review' });
  });

  test.each(['中国，', '中国 ', '中华人民共和国', 'China '])('%s in front of it is no street', (country) => {
    expect(read(`${country}浙江省杭州市西湖区文三路1号`)).toMatchObject({
      detail: '文三路1号',
      status: 'ok',
    });
  });
});

describe('former names', () => {
  test.each([
    ['江苏省淮阴市清河区淮海东路1号', '淮安市', '清江浦区', '', '淮海东路1号'],
    ['重庆万县市龙宝1号', '重庆市', '万州区', '', '龙宝1号'],
    ['浙江杭州钱塘新区白杨街道1号', '杭州市', '钱塘区', '白杨街道', '1号'],
    ['云南昆明呈贡新区联大街1号', '昆明市', '呈贡区', '', '联大街1号'],
    ['江苏苏州昆山周庄镇全福路1号', '苏州市', '昆山市', '周庄镇', '全福路1号'],
    ['海南三亚凤凰镇1号', '三亚市', '天涯区', '凤凰镇', '1号'],
    ['湖北荆门官当镇1号', '荆门市', '沙洋县', '官当镇', '1号'],
  ])('%s', (address, city, district, town, detail) => {
    expect(read(address)).toMatchObject({ city, district, town, detail, status: 'ok' });
  });
});
