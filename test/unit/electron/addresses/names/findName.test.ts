import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { divisions } from '../shippedDivisions.ts';

const read = (text: string) => readText(text, divisions);

describe('a name with blanks for looks or by a scan', () => {
  test.each([
    ['河北省石家庄市无极县东侯坊乡 齐 文 娟 15833112345', '齐文娟'],
    ['15833112345 李 建国 河北省石家庄市无极县东侯坊乡', '李建国'],
    [
      '收件人 \n 李建 国\n手机号 \n 138 7654 3210\n所在地区\n湖南省 株洲市 炎陵县\n详细地址\n霞阳镇 井冈路 28 号',
      '李建国',
    ],
    [
      '收货人∶赵 磊\n手机号码∶１８６３７１２３４５６\n所在地区∶河南省郑州市二七区\n详细地址∶航海中路９９号',
      '赵磊',
    ],
  ])('is one name: %j', (text, name) => {
    const reading = read(text);
    expect(reading).toMatchObject({ name, status: 'ok' });
    expect(reading.detail).not.toMatch(/[娟国磊∶:]/);
  });

  test('a spaced street beside it is none', () => {
    const text = '河北省石家庄市无极县东侯坊乡 南 街 3号 张三 13800138000';
    expect(read(text)).toMatchObject({ name: '张三', detail: '南 街 3号' });
  });
});

test('who is called by what he does keeps his name', () => {
  const text = '江苏省苏州市吴中区越溪街道友翔路16号 收货人：仓管 陆国强 13771812345';
  expect(read(text)).toMatchObject({ name: '仓管 陆国强', detail: '友翔路16号', status: 'ok' });
});

test('both of two names behind a label receive', () => {
  const text = '湖北省孝感市汉川市马口镇回龙街8号 收件：欧阳娜娜/诸葛亮 13477712345';
  expect(read(text)).toMatchObject({ name: '欧阳娜娜/诸葛亮', detail: '回龙街8号', status: 'ok' });
});

test('who takes a parcel in for somebody is not the receiver', () => {
  const reading = read('拉萨市城关区娘热路12号 扎西（罗布顿珠代收）13658901234');
  expect(reading.name).not.toBe('罗布顿珠');
  expect(reading.status).toBe('review');
});

describe('a note in brackets between a name and its phone', () => {
  test.each([
    ['宁夏吴忠市同心县河西镇桃山村 马生海（马存福父亲）13995312345', '马生海'],
    ['新疆伊犁新源县那拉提镇 哈力别克·托合塔森（哈萨克族）13899712345', '哈力别克·托合塔森'],
    ['西藏林芝巴宜区八一镇广东路 尼玛次仁(藏餐馆) 13989412345', '尼玛次仁'],
    ['福建省三明市沙县区夏茂镇俞邦村 俞广清 (沙县小吃文化园旁) 13859112345', '俞广清'],
  ])('is of the person and no name: %s', (text, name) => {
    expect(read(text)).toMatchObject({ name, status: 'ok' });
  });
});

test('老李 and 小王 are names, 售后 is none', () => {
  expect(read('新疆五家渠市101团青格达湖小区 老李 13999110022')).toMatchObject({
    name: '老李',
    status: 'ok',
  });
  expect(read('售后 4008-123-123 江苏省宿迁市沭阳县迎宾大道花木大世界B12')).toMatchObject({
    name: '',
    status: 'review',
  });
});

test('the label of a number belongs to no address', () => {
  for (const label of ['公司电话', '家庭电话']) {
    const reading = read(`辽宁省大连市金州区登沙河镇海滨路9号 ${label}0411-87654321转6008 慕容经理`);
    expect(reading).toMatchObject({ name: '慕容经理', detail: '海滨路9号', extension: '6008' });
  }
});

describe('a name told in a sentence', () => {
  test.each([
    ['收件人呢是李建国 电话13502819927 地址是天津市西青区杨柳青镇柳口路99号', '李建国'],
    ['山东省烟台市芝罘区毓璜顶街道南大街150号电话18653510022收件人曲波就行', '曲波'],
    ['收件人是我老公 名字叫文斌 电话15180770036 江西省宜春市袁州区灵泉街道中山中路388号', '文斌'],
  ])('is the name alone: %s', (text, name) => {
    expect(read(text)).toMatchObject({ name, status: 'ok' });
  });

  test.each([
    ['收件人是我老公 电话15180770036 江西省宜春市袁州区灵泉街道中山中路388号', '我老公'],
    ['湖北省孝感市孝南区书院街道城站路46号 电话15871220033 姓祝', '姓祝'],
  ])('that nobody can be called by is a question: %s', (text, name) => {
    expect(read(text)).toMatchObject({ name, status: 'review' });
  });

  test('易碎 is a word to the shop and nobody', () => {
    const text = '四川省攀枝花市东区炳草岗街道新华街 钢花 13882310011 请用气泡膜多裹几层，易碎！';
    expect(read(text).name).not.toBe('易碎');
  });
});
