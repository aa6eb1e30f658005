import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { divisions } from '../shippedDivisions.ts';

const address = '浙江省杭州市西湖区文三路478号';
const read = (text: string) => readText(text, divisions);

describe('words that come along with a copied address', () => {
  test.each([
    `[默认] 李明 13812345678 ${address} 编辑 删除`,
    `复制成功\n李明\n13812345678\n${address}`,
    `[图片]\n李明 13812345678 ${address}`,
    `[玫瑰]麻烦发一下 李明 13812345678 ${address}[抱拳]`,
    `收货地址\n李明 13812345678\n${address}\n编辑\n+ 新建收货地址`,
    `收 李明 13812345678 ${address}`,
    `${address} 李明 收件 13812345678`,
    `麻烦发这个地址哈 ${address} 李明 13812345678 谢谢老板`,
    `${address} 李明 13812345678微信同号`,
    `李明13812345678(微信同号)${address}`,
    `李明 13812345678转1234 ${address}（虚拟号有效期7天）`,
    `[虚拟号]13812345678转1234 李明 ${address}`,
    `${address}【拨打隐私号请按分机1234】 李明 13812345678-1234`,
    `${address}（配送电话拨打：13812345678转1234） 李明 13812345678`,
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({ name: '李明', detail: '文三路478号', status: 'ok' });
  });

  test('a house that is called so keeps its name', () => {
    expect(read(`李明 13812345678 浙江省杭州市西湖区默认小区1号`).detail).toBe('默认小区1号');
  });
});

describe('where a parcel sets out from', () => {
  test.each(['从广州寄到', '从义乌发到', '由上海发往：', '从广东省广州市天河区体育西路103号寄到'])(
    '%s: only its goal is the address',
    (origin) => {
      expect(read(`${origin}${address} 李明 13812345678`)).toMatchObject({
        city: '杭州市',
        detail: '文三路478号',
        status: 'ok',
      });
    },
  );

  test('从化区 and a receiver called 由 are no such words', () => {
    expect(read('从化区街口街道青云路1号 李明 13812345678 寄到门卫')).toMatchObject({ district: '从化区' });
    expect(read(`由芳 13812345678 ${address} 寄到门口`)).toMatchObject({ name: '由芳', district: '西湖区' });
  });
});

describe('goods in the text of an address', () => {
  test.each([
    ['一箱苹果', `一箱苹果 寄到 ${address} 李明 13812345678`],
    ['苹果10斤装x2', `${address} 李明 13812345678 苹果10斤装x2`],
    ['3号链接', `3号链接 黑色L码 ${address} 李明 13812345678`],
    ['红枣两袋', `${address} 红枣两袋 李明 13812345678`],
  ])('%s is no street, and nobody ships before a person has seen it', (goods, text) => {
    const reading = read(text);
    expect(reading).toMatchObject({ name: '李明', detail: '文三路478号', status: 'review' });
    expect(reading.issues).toEqual(['leftover_text']);
    expect(reading.leftover).toContain(goods);
  });

  test.each(['一件代发仓库', '二包村', '3件套家纺厂'])('%s is a place', (place) => {
    expect(read(`浙江省杭州市西湖区文三路 ${place} 李明 13812345678`).detail).toContain(place);
  });

  test('王八斤 is a person', () => {
    expect(read(`${address} 王八斤 13812345678`)).toMatchObject({ name: '王八斤', status: 'ok' });
  });
});

describe('words that lead to an address', () => {
  test.each([
    [
      '亲 麻烦改下地址哦 收货人 林晓棠 电话13859172046 福建省泉州市晋江市陈埭镇涵口村南区82号 谢谢',
      '涵口村南区82号',
    ],
    ['寄到我妈那吧，河南省驻马店市西平县盆尧镇于营村8号，我妈叫王秀兰，电话15039612874', '于营村8号'],
    [
      '好的，这是我的收货地址，辽宁省大连市甘井子区泡崖街道玉浓路12号，联系人孙艺，联系方式13842687719，请核对',
      '玉浓路12号',
    ],
    ['弟弟的：黑龙江省哈尔滨市道外区先锋路469号，姜浩，18645137720', '先锋路469号'],
    [
      '我搬家了 新地址是浙江省宁波市鄞州区首南街道天童南路568号 收件人还是朱敏 电话还是15958201176',
      '天童南路568号',
    ],
    [
      '雷先生 17150062298 转 3327 广西柳州市鱼峰区麒麟街道荣军路1号 配送时请拨打 17150062298 转 3327',
      '荣军路1号',
    ],
  ])('%s: the label bears %s', (text, detail) => {
    expect(readText(text, divisions)).toMatchObject({ detail, status: 'ok' });
  });

  test('a company, a building or a road in front of the region stays in the address', () => {
    const text = '海天贸易有限公司二号库：山东省青岛市胶州市李哥庄镇 张瑞 13969810044';
    expect(readText(text, divisions).detail).toContain('海天贸易有限公司二号库');
  });
});
