import { describe, expect, test } from 'vitest';
import { readText } from '../../../../electron/addresses/readText.ts';
import { fullDetail } from '../../../../electron/addresses/text/detail.ts';
import { divisions } from './shippedDivisions.ts';

const parse = (text: string) => readText(text, divisions);
const regionOf = (text: string) => {
  const { province, city, district } = parse(text);
  return [province, city, district].join('/');
};

describe('a region is found however it is written', () => {
  test.each([
    ['广东深圳南山区科苑路15号', '广东省/深圳市/南山区'],
    ['衡阳常宁板桥镇铁鹅村5组', '湖南省/衡阳市/常宁市'],
    ['江西省-上饶市-信州区-凤凰中大道', '江西省/上饶市/信州区'],
    ['华阳路街道孟庄路23号，山东省青岛市市北区', '山东省/青岛市/市北区'],
    ['重庆市县酉阳土家族苗族自治县龙潭镇', '重庆市/重庆市/酉阳土家族苗族自治县'],
    ['吉林市船营区松江中路1号', '吉林省/吉林市/船营区'],
    ['新疆石河子市北四路', '新疆维吾尔自治区//石河子市'],
    ['湖北仙桃市沔州大道1号', '湖北省//仙桃市'],
    ['东莞市长安镇锦厦路1号', '广东省/东莞市/'],
    ['黑龙江省大兴安岭地区加格达奇区人民路', '黑龙江省/大兴安岭地区/加格达奇区'],
    ['臺北市文山區木柵路3段220號', '台湾省/台北市/文山区'],
    ['香港沙田區沙田正街18號', '香港特别行政区/新界/沙田区'],
    ['恩施州利川市都亭街道', '湖北省/恩施土家族苗族自治州/利川市'],
    ['北京', '北京市/北京市/'],
    ['金华市三江街道丹溪路811号', '浙江省/金华市/婺城区'],
  ])('%s is in %s', (text, region) => {
    expect(regionOf(text)).toBe(region);
  });

  test.each(['南京大学', '假县', '北京路12号', '中山公园南门'])('%s names no division', (text) => {
    const reading = parse(text);
    expect(reading.province).toBe('');
    expect(reading.issues).toContain('no_region');
    expect(reading.status).toBe('reject');
  });

  test('a repeated region is read once and its rest stays', () => {
    const reading = parse('黑龙江省双鸭山市友谊县 黑龙江省双鸭山市友谊县友谊镇吉安家园11号');
    expect(fullDetail(reading)).toBe('友谊镇吉安家园11号');
    expect(reading.town).toBe('友谊镇');
  });

  test('two regions that cannot both be true are a conflict', () => {
    expect(parse('重庆市攀枝花市东区炳草岗大街').issues).toContain('region_conflict');
    expect(parse('广东省深圳市南山区福田区深南大道').issues).toContain('region_conflict');
  });
});

test.each([
  ['义乌北苑街道1号', '金华市 义乌市 北苑街道'],
  ['顺德北滘镇1号', '佛山市 顺德区 北滘镇'],
])('%s: a town of its own makes a short name sure', (address, place) => {
  const { city, district, town, status } = parse(`王芳 13800138000 ${address}`);
  expect(`${city} ${district} ${town} ${status}`).toBe(`${place} ok`);
});

test('a short name without a town, or one that may be the receiver, still waits for a person', () => {
  expect(parse('王芳 13800138000 昆山绿地大道1号').status).toBe('review');
  expect(parse('高明 13800138000 杨和镇人民路1号').status).toBe('review');
});

describe('two addresses in one text', () => {
  const home = '张三 13812345678 广东省深圳市南山区科技园1号';

  test.each([
    [' 浙江省杭州市余杭区五常大道168号', '浙江省 杭州市 余杭区'],
    ['，改发浙江省杭州市余杭区五常大道168号', '浙江省 杭州市 余杭区'],
    ['，寄到浙江杭州余杭区五常大道168号', '浙江省 杭州市 余杭区'],
    [' 浙江杭州余杭五常大道168号', '浙江省 杭州市 余杭区'],
    ['，杭州余杭区五常大道168号', '浙江省 杭州市 余杭区'],
    ['，请改寄到杭州余杭五常大道168号', '浙江省 杭州市 余杭区'],
    ['，深圳市福田区五常大道168号', '广东省 深圳市 福田区'],
    ['，改寄福田区五常大道168号', '广东省 深圳市 福田区'],
  ])('%s behind another one: a person says which, each with its own street', (behind, place) => {
    const reading = parse(home + behind);
    expect(reading).toMatchObject({ name: '张三', district: '南山区', status: 'review' });
    expect(reading.issues).toContain('region_conflict');
    expect(reading.confidence.overall).toBeLessThanOrEqual(0.5);
    const choices = reading.candidates.map(
      ({ province, city, district, detail }) => `${province} ${city} ${district} ${detail}`,
    );
    expect(choices).toEqual(['广东省 深圳市 南山区 科技园1号', `${place} 五常大道168号`]);
  });

  test('of many addresses in one text two halves are told, and neither is cut again', () => {
    const count = (text: string) => parse(text).candidates.length;
    expect(count('浙江杭州余杭 广东深圳南山 '.repeat(100))).toBe(2);
    expect(count('江苏省南京市玄武区珠江路1号，改寄广东省深圳市南山区科技园2号，'.repeat(40))).toBe(2);
  });

  test('one in front of the one chosen stays whole, to be chosen instead', () => {
    const reading = parse('山东莱芜市莱城区鲁中东大街5号 济南市历城区花园路3号 李雷 13563412345');
    expect(reading).toMatchObject({ district: '历城区', status: 'review', leftover: '' });
    expect(reading.detail).toContain('山东莱芜市莱城区鲁中东大街5号');
    expect(reading.candidates).toMatchObject([
      { district: '历城区', detail: '花园路3号' },
      { district: '莱芜区', detail: '鲁中东大街5号' },
    ]);
  });

  test.each([
    '深圳市福田区人民医院',
    '湖北省武汉市建工集团项目部',
    '四川成都小区2栋',
    ' 广东省深圳市南山区科技园1号',
  ])('%s is part of the one address', (behind) => {
    expect(parse(home + behind)).toMatchObject({ district: '南山区', issues: [], candidates: [] });
  });
});

describe('a street changed for another one of the same district', () => {
  const home = '张三 13812345678 广东省深圳市南山区粤海街道科技园1栋301';

  test.each([
    ['，改寄科技园2号', ' 科技园2号'],
    [' 改到人民路 5 号', ' 人民路 5 号'],
    ['，现改成：白石路2号', ' 白石路2号'],
    ['，改寄南山区白石路2号', ' 白石路2号'],
    ['，改寄广东省深圳市南山区白石路2号', ' 白石路2号'],
    ['，改送2栋402', '粤海街道 科技园2栋402'],
    ['，改2栋402', '粤海街道 科技园2栋402'],
    ['，改送402', '粤海街道 科技园1栋402'],
    ['，改寄公司', ' 公司'],
  ])('%s: a person says which, each street by itself', (behind, street) => {
    const reading = parse(home + behind);
    expect(reading).toMatchObject({ name: '张三', district: '南山区', status: 'review' });
    expect(reading.issues).toContain('two_streets');
    expect(reading.confidence.overall).toBeLessThanOrEqual(0.5);
    const streets = reading.candidates.map(({ town, detail }) => `${town} ${detail}`);
    expect(streets).toEqual(['粤海街道 科技园1栋301', street]);
  });

  test.each([
    ' 改天送',
    ' 改不了',
    '，改到周六送',
    '，改到12号下午送',
    '，改送菜鸟驿站',
    '，改发圆通2件',
    '，改寄顺丰',
    '左转到2号门',
  ])('%s is a wish to the courier and changes no street', (behind) => {
    expect(parse(home + behind)).toMatchObject({ district: '南山区', issues: [], candidates: [] });
  });

  test.each(['改革路2号', '换乘中心2号', '中转发货区2号', '转塘改造小区3栋'])(
    '%s is a name with such a word in it',
    (street) => {
      const reading = parse(`张三 13812345678 广东省深圳市南山区${street}`);
      expect(reading).toMatchObject({ detail: street, status: 'ok', candidates: [] });
    },
  );
});

test.each(['王小明（公司前台）', '（公司前台）王小明', '王小明【美的集团】', '美的集团 王小明'])(
  'a note at the receiver (%s) does not cost the town behind the region',
  (receiver) => {
    const reading = parse(`${receiver} 13800138000 广东省佛山市顺德区北滘镇三乐路8号`);
    expect(reading).toMatchObject({ name: '王小明', town: '北滘镇', status: 'ok' });
    expect(reading.detail).toMatch(/^(?:（公司前台）|【美的集团】|美的集团) 三乐路8号$/);
  },
);

test('a town confirms a short region behind a note in brackets, and not behind words that were to be read first', () => {
  const address = '顺德北滘镇三乐路8号';
  expect(parse(`王小明（公司前台） 13800138000 ${address}`).status).toBe('ok');
  expect(parse(`大厦一楼，王小明 13800138000 ${address}`)).toMatchObject({
    town: '北滘镇',
    status: 'review',
  });
});

describe('what is told twice, or is no part of a street, is not printed on it', () => {
  const street = '夷陵大道58号';

  test.each([
    ['李明，男，13812345678，湖北省宜昌市西陵区夷陵大道58号', ''],
    ['李明（女）13812345678 湖北省宜昌市西陵区夷陵大道58号', ''],
    ['李明 13812345678 湖北省宜昌市西陵区夷陵大道58号，李明', ''],
    ['宜昌 李明 13812345678 湖北省宜昌市西陵区夷陵大道58号', ''],
    ['李明 13812345678 湖北省宜昌市西陵区夷陵大道58号 13812345678 湖北省宜昌市', ''],
    ['李明(1234) 13812345678 湖北省宜昌市西陵区夷陵大道58号(转1234)', '1234'],
    ['同学你好，快递寄到：湖北省宜昌市西陵区夷陵大道58号，收件人：李明，电话：13812345678', ''],
  ])('%s', (text, extension) => {
    expect(parse(text)).toMatchObject({
      name: '李明',
      phone: '13812345678',
      extension,
      otherPhones: [],
      detail: street,
      status: 'ok',
    });
  });

  test('备用电话 names a second phone', () => {
    const text = '李明 手机13512345678 备用电话：0717-6123456 湖北省宜昌市西陵区夷陵大道58号';
    expect(parse(text)).toMatchObject({ otherPhones: ['0717-6123456'], detail: street });
  });

  test.each([
    ['东方 13800138000 海南省东方市八所镇解放路12号', '东方', '解放路12号'],
    ['张村 13800138000 山东省威海市环翠区张村镇长江街1号', '张村', '长江街1号'],
    ['李明 13800138000 湖北省宜昌市西陵区学府路3号 宜昌 三峡大学', '李明', '学府路3号 宜昌 三峡大学'],
    ['李明 13800138000 湖北省宜昌市西陵区大学(男)宿舍3栋', '李明', '大学(男)宿舍3栋'],
  ])('%s: a receiver or a street of such a name stays', (text, name, detail) => {
    expect(parse(text)).toMatchObject({ name, detail });
  });
});

test.each([
  '新疆生产建设兵团第八师石河子市北泉镇北二路15号',
  '新疆兵团第八师石河子市北泉镇北二路15号',
  '新疆生产建设兵团石河子市北泉镇北二路15号',
])('%s: the corps and its division lead to their city', (address) => {
  const reading = parse(`张建国 13999123456 ${address}`);
  expect(reading).toMatchObject({ district: '石河子市', town: '北泉镇', detail: '北二路15号', status: 'ok' });
});

test.each(['，先不要发货', ' 等通知再发', '（暂时别发）', '先别发，缺一件'])(
  '%s among the address holds it up, and so do goods behind it',
  (wish) => {
    const address = '李明 13812345678 湖北省宜昌市西陵区夷陵大道58号';
    expect(parse(address + wish)).toMatchObject({ status: 'review', issues: ['leftover_text'] });
    expect(parse(`${address} 白色 XL 2件`)).toMatchObject({ status: 'review', issues: ['leftover_text'] });
    expect(parse(`${address}，发顺丰，谢谢`).status).toBe('ok');
  },
);

test.each(['（放丰巢，别打电话）', '【到了打电话，放门卫，谢谢】', '，放门口，谢谢'])(
  '%s talks to the shop and is no part of the street',
  (note) => {
    const reading = parse(`王小明 13800138000 江苏省南京市江宁区上元大街1号3幢502${note}`);
    expect(reading).toMatchObject({ detail: '上元大街1号3幢502', status: 'ok', issues: [] });
  },
);

test('a note in brackets that says where the house is stays with the street, commas and all', () => {
  const reading = parse('王小明 13800138000 江苏省南京市江宁区上元大街1号（南门，靠近地铁）3幢');
  expect(reading).toMatchObject({ detail: '上元大街1号（南门，靠近地铁）3幢', status: 'ok' });
});

describe('old names', () => {
  test.each([
    ['上海市闸北区共和新路1968号', '静安区', 'merged:2015'],
    ['台州市玉环县坎门镇', '玉环市', 'upgraded'],
    ['浙江省绍兴县柯桥街道', '柯桥区', 'renamed:2013'],
    ['广州市萝岗区科学大道', '黄埔区', 'merged:2014'],
  ])('%s is now %s', (text, district, reason) => {
    const reading = parse(text);
    expect(reading.district).toBe(district);
    expect(reading.issues).toContain('old_name_corrected');
    expect(reading.corrections).toContainEqual(
      expect.objectContaining({ field: 'district', to: district, reason }),
    );
  });

  test('a divided district comes back as candidates, and a town decides', () => {
    const divided = parse('杭州市江干区红普路788号');
    expect(divided.candidates.map(({ district }) => district)).toEqual(['上城区', '钱塘区']);
    expect(divided.status).toBe('review');
    expect(parse('山西省大同市南郊区平旺乡')).toMatchObject({ district: '云冈区', candidates: [] });
  });
});

describe('a district name that several cities share', () => {
  test('is never guessed', () => {
    const reading = parse('鼓楼区中山路100号 马云飞 13812345678');
    expect(reading).toMatchObject({ province: '', city: '', district: '鼓楼区', status: 'review' });
    expect(reading.candidates.map(({ city }) => city).sort()).toEqual(
      ['南京市', '开封市', '徐州市', '福州市'].sort(),
    );
    expect(reading.issues).toContain('district_ambiguous');
    expect(reading).toMatchObject({ name: '马云飞', phone: '13812345678', detail: '中山路100号' });
  });

  test('is hinted at by the area code of a landline, and still asks', () => {
    const reading = parse('鼓楼区中山路100号 马云飞 025-83331234');
    expect(reading).toMatchObject({ city: '南京市', district: '鼓楼区', status: 'review' });
    expect(reading.candidates[0]).toMatchObject({
      city: '南京市',
      reason: 'area-code',
      detail: '中山路100号',
    });
  });

  test('is decided by a town', () => {
    expect(regionOf('鼓楼区湖南路街道丁家桥87号')).toBe('江苏省/南京市/鼓楼区');
  });
});

describe('a zone', () => {
  test('is told, stays in the detail and is never a district', () => {
    const reading = parse('成都市高新区天府软件园B区科技大楼');
    expect(reading).toMatchObject({ district: '', zone: '高新区', detail: '高新区天府软件园B区科技大楼' });
    expect(reading.issues).toEqual(expect.arrayContaining(['zone_not_district', 'district_missing']));
  });
});

describe('a name', () => {
  const address = '江苏省南京市玄武区珠江路1号';
  test.each([
    [`${address} 欧阳娜娜 13812345678`, '欧阳娜娜'],
    [`${address}张三13812345678`, '张三'],
    [`张三13812345678${address}`, '张三'],
    [`阿卜杜拉·买买提 13812345678 ${address}`, '阿卜杜拉·买买提'],
    [`努尔买买提 13812345678 ${address}`, '努尔买买提'],
    [`${address} David Li 13812345678`, 'David Li'],
    [`${address}，林经理收，13812345678`, '林经理'],
    [`13812345678 糖糖 ${address}`, '糖糖'],
    [`长春 13812345678 ${address}`, '长春'],
    [`【收货人】刘洋【电话】13812345678【地址】${address}`, '刘洋'],
    [`陳大文 13812345678 香港沙田區沙田正街18號`, '陳大文'],
  ])('%s is for %s', (text, name) => {
    expect(parse(text).name).toBe(name);
  });

  test('is left empty when there is none', () => {
    expect(parse(address)).toMatchObject({ name: '', phone: '', detail: '珠江路1号' });
  });
});

describe('masked text', () => {
  test('is rejected', () => {
    const reading = parse('王* 138****5678 江苏省南京市玄武区****');
    expect(reading.status).toBe('reject');
    expect(reading.issues).toContain('masked');
    expect(reading.phone).toBe('');
  });
});

test.each([
  ['寄云南省玉溪市红塔区玉兴街道人民路8号，收件人普光明，手机号13887700332', '玉兴街道人民路8号'],
  ['你就写山东省烟台市芝罘区毓璜顶街道南大街150号 电话18653510022 收件人曲波', '毓璜顶街道南大街150号'],
  ['【微信地址】河南省焦作市解放区民生街道建设中路107号 慕容雪 13598560331', '民生街道建设中路107号'],
  [
    '收件人是我老公 名字叫文斌 电话15180770036 江西省宜春市袁州区灵泉街道中山中路388号',
    '灵泉街道中山中路388号',
  ],
])('words that lead to an address stand on no label: %s', (text, detail) => {
  expect({ detail: fullDetail(parse(text)), status: parse(text).status }).toEqual({ detail, status: 'ok' });
});
