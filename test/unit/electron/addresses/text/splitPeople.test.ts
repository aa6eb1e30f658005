import { describe, expect, it } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { splitPeople } from '../../../../../electron/addresses/text/splitPeople.ts';
import { divisions } from '../shippedDivisions.ts';

const split = (text: string) => splitPeople(text, divisions);
const first = '张三 13800138000 广东省深圳市南山区科苑路8号';
const second = '李四 13900139000 浙江省杭州市余杭区仓前街道1号';

describe('a pasted message', () => {
  it('is one person when one is named, whatever the lines', () => {
    for (const text of [first, first.replaceAll(' ', '\n')])
      expect(split(text)).toEqual([{ receiverText: text, goods: '', quantity: 1, remark: '' }]);
  });

  it('is several people when phone or region come again: by line, by block, by semicolon, numbered', () => {
    const people = [first, second];
    const layouts = [
      people.join('\n'),
      people.join('；'),
      people.map((one, at) => `${at + 1}.${one}`).join('\n'),
      people.map((one) => one.replaceAll(' ', '\n')).join('\n'),
      people.map((one) => one.replaceAll(' ', '\n')).join('\n\n'),
    ];
    for (const text of layouts) {
      expect(split(text).map(({ receiverText }) => receiverText.replaceAll('\n', ' '))).toEqual(people);
    }
  });

  it('takes goods counted in words at its end, and asks for nothing of them in the address', () => {
    const receiver = '浙江省绍兴市柯桥区柯岩街道徐洋村五区98号，文小姐，150-1234-8454';
    expect(split(`${receiver} 茶叶一盒`)).toEqual([
      { receiverText: receiver, goods: '茶叶一盒', quantity: 1, remark: '' },
    ]);
    expect(readText(receiver, divisions)).toMatchObject({
      name: '文小姐',
      phone: '15012348454',
      detail: '徐洋村五区98号',
    });
    for (const [goods, quantity] of [
      ['红枣两袋', 2],
      ['样品茶十二盒', 12],
      ['样品茶二十盒', 20],
    ] as const)
      expect(split(`${first} ${goods}`)).toMatchObject([{ goods, quantity }]);
  });

  it('stays one person with a second phone and with region and detail in lines of their own', () => {
    expect(split(`${first}\n备用电话 13911112222`)).toHaveLength(1);
    const labelled =
      '收货人: 王小明\n手机号码: 13800138000\n所在地区: 广东省深圳市南山区\n详细地址: 科苑路8号3栋';
    expect(split(labelled)).toHaveLength(1);
  });

  it('gives goods, quantities and wishes to the person they follow, and leaves the chat’s own lines out', () => {
    expect(split(`小王 10:21:33\n${first}\n红富士 3箱\n麻烦放门口\n${second} 苹果2箱`)).toEqual([
      { receiverText: first, goods: '红富士 3箱', quantity: 3, remark: '麻烦放门口' },
      { receiverText: second, goods: '苹果2箱', quantity: 2, remark: '' },
    ]);
    expect(split(`${first}\n商品：茶叶\n数量：4\n备注：易碎`)).toMatchObject([
      { goods: '茶叶', quantity: 4, remark: '易碎' },
    ]);
  });

  it('loses nobody in nonsense, and answers every nonsense', () => {
    for (const text of ['', '\n\n', '好的', '😀'.repeat(200), '1'.repeat(4000), `${first}\n`.repeat(40)])
      expect(split(text).length).toBeLessThanOrEqual(40);
  });
});
