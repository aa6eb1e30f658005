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
