import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { fullDetail } from '../../../../../electron/addresses/text/detail.ts';
import { divisions } from '../shippedDivisions.ts';

const place = '湖南省湘潭市雨湖区广场街道解放南路88号3单元';
const street = '广场街道解放南路88号3单元';
const person = '颜如玉 13873298765';
const read = (text: string) => readText(text, divisions);

describe('a sentence in front of an address', () => {
  test.each([
    '老板发这个',
    '刚拍的那单寄给我妈，',
    '发到公司这边',
    '如果有货就寄',
    '我们学校是',
    '换货寄回',
    '还是上次那个地址',
    '姐妹地址',
    '直播间拍的',
    '刚才说错了，应该是',
    '亲爱的',
    '买家秀返现那个，',
    '客户要求改到',
    '②',
  ])('%s is printed on no label', (sentence) => {
    for (const text of [`${sentence}${place} ${person}`, `${sentence} ${place}，颜如玉，13873298765`]) {
      const reading = read(text);
      expect(reading).toMatchObject({ name: '颜如玉', status: 'ok' });
      expect(fullDetail(reading)).toBe(street);
    }
  });

  test.each(['老公名字收，', '尾款已付，', '淘宝名tb12345', '微信名小鱼儿'])(
    '%s: what is no place for certain is asked about before it is printed',
    (word) => {
      expect(read(`${word}${place} ${person}`)).toMatchObject({ name: '颜如玉', status: 'review' });
    },
  );

  test.each(['美的集团', '【美的集团】', '碧桂园天麓山', '恒大华府2期'])(
    '%s belongs to the address, wherever it stands',
    (house) => {
      const reading = read(`${house} ${person} ${place}`);
      expect(reading).toMatchObject({ name: '颜如玉', status: 'ok' });
      expect(reading.detail).toContain(house);
    },
  );
});

describe('a sentence behind an address', () => {
  test.each([
    '要开发票',
    '别写我名字',
    '孩子等着用',
    '收到回复一下',
    '到了放楼下小卖部',
    '千万别发邮政',
    '不急',
    '红的',
    '要礼盒装',
    '发票抬头个人',
    '多送点',
  ])('%s is on no label, and a person reads it first', (wish) => {
    for (const text of [`${person} ${place} ${wish}`, `${place}，颜如玉，13873298765，${wish}`]) {
      const reading = read(text);
      expect(reading).toMatchObject({ name: '颜如玉', status: 'review' });
      expect(fullDetail(reading)).toBe(street);
    }
  });

  test('is never who receives, however rare the name of the receiver', () => {
    for (const wish of ['不急', '红的', '要礼盒装'])
      expect(read(`${place}，展红旗，13873298765，${wish}`).name).toBe('展红旗');
  });

  test.each([
    '我爱我家',
    '这有山购物中心2楼',
    '寄宿学校',
    '急救中心3楼',
    '售票处',
    '应急管理局',
    '不夜城',
    '别墅区12号',
  ])('%s is a place', (house) => {
    const reading = read(`${place} ${house} ${person}`);
    expect(reading).toMatchObject({ name: '颜如玉', status: 'ok' });
    expect(reading.detail).toContain(house);
  });

  test('转交: whether it goes to the one or to the other is asked', () => {
    expect(read(`张三 13800138000 ${place}，转交李四`).status).toBe('review');
  });
});

describe('a receiver named in a bracket', () => {
  test.each(['阿依古丽', '卜凡', '言子'])('（%s收）', (name) => {
    const reading = read(`${place}（${name}收）13873298765`);
    expect(reading).toMatchObject({
      name,
      issues: expect.not.arrayContaining(['name_missing', 'leftover_text']),
    });
    expect(fullDetail(reading)).toBe(street);
  });

  test('（门卫收）, （物业代收） take nothing from the one who is named', () => {
    for (const proxy of ['门卫收', '物业代收', '妈妈收'])
      expect(read(`颜如玉 13873298765 ${place}（${proxy}）`).name).toBe('颜如玉');
  });
});
