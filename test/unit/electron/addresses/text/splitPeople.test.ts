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
    for (const [told, goods, quantity] of [
      ['红枣两袋', '红枣1袋', 2],
      ['样品茶十二盒', '样品茶1盒', 12],
      ['样品茶二十盒', '样品茶1盒', 20],
    ] as const)
      expect(split(`${first} ${told}`)).toMatchObject([{ goods, quantity }]);
  });

  it('stays one person with a second phone and with region and detail in lines of their own', () => {
    expect(split(`${first}\n备用电话 13911112222`)).toHaveLength(1);
    const labelled =
      '收货人: 王小明\n手机号码: 13800138000\n所在地区: 广东省深圳市南山区\n详细地址: 科苑路8号3栋';
    expect(split(labelled)).toHaveLength(1);
  });

  it('gives goods, quantities and wishes to the person they follow, and leaves the chat’s own lines out', () => {
    expect(split(`小王 10:21:33\n${first}\n红富士 3箱\n麻烦放门口\n${second} 苹果2箱`)).toEqual([
      { receiverText: first, goods: '红富士 1箱', quantity: 3, remark: '麻烦放门口' },
      { receiverText: second, goods: '苹果1箱', quantity: 2, remark: '' },
    ]);
    expect(split(`${first}\n商品：茶叶\n数量：4\n备注：易碎`)).toMatchObject([
      { goods: '茶叶', quantity: 4, remark: '易碎' },
    ]);
  });

  it('gives goods told above an address to the one below, never to the one before', () => {
    for (const gap of ['\n', '\n\n'])
      expect(split(`橙子两箱\n${first}${gap}脐橙一箱+柚子一箱\n${second}`)).toMatchObject([
        { receiverText: first, goods: '橙子1箱', quantity: 2 },
        { receiverText: second, goods: '脐橙一箱+柚子一箱', quantity: 1 },
      ]);
    expect(split(`${first}\n苹果2箱\n\n${second}\n梨1箱`)).toMatchObject([
      { goods: '苹果1箱', quantity: 2 },
      { goods: '梨1箱', quantity: 1 },
    ]);
  });

  it('leaves a name that stands below phone and address with them', () => {
    const people = split(
      '13911112222\n北京市昌平区回龙观街道龙腾苑三区\n王伟\n2份\n13911113333\n北京市昌平区天通苑北街道\n王芳\n1份',
    );
    expect(people.map(({ receiverText }) => readText(receiverText, divisions))).toMatchObject([
      { name: '王伟', phone: '13911112222' },
      { name: '王芳', phone: '13911113333' },
    ]);
  });

  it('takes all goods at the end of a line, with colour and size, and 同上 for those of the line before', () => {
    const lines = [
      ['大米2袋', '大米1袋', 2],
      ['同上', '大米1袋', 2],
      ['面粉5公斤x1、大米1袋', '面粉5公斤x1、大米1袋', 1],
      ['黑色 L 2件', '黑色 L 1件', 2],
      ['土鸡蛋30枚*3', '土鸡蛋30枚', 3],
      ['红薯5斤', '红薯5斤', 1],
    ] as const;
    expect(split(lines.map(([told]) => `${first} ${told}`).join('\n'))).toEqual(
      lines.map(([, goods, quantity]) => ({ receiverText: first, goods, quantity, remark: '' })),
    );
  });

  it('reads the list of a group order: who ordered is no receiver, and a title no address', () => {
    const list = [
      '#接龙',
      '周三沃柑团，下午4点截单',
      '1. 李芳 5斤',
      '2. 王姐 10斤 浙江省湖州市德清县武康街道永安街88号 王巧云 13587212345',
      '3. 小郭 10斤*2 湖州市吴兴区月河街道红旗路12号 郭磊 13587212346',
    ];
    expect(split(list.join('\n'))).toEqual([
      { receiverText: '李芳', goods: '5斤', quantity: 1, remark: '#接龙; 周三沃柑团，下午4点截单' },
      {
        receiverText: '浙江省湖州市德清县武康街道永安街88号 王巧云 13587212345',
        goods: '10斤',
        quantity: 1,
        remark: '王姐',
      },
      {
        receiverText: '湖州市吴兴区月河街道红旗路12号 郭磊 13587212346',
        goods: '10斤',
        quantity: 2,
        remark: '小郭',
      },
    ]);
    for (const title of ['帮我发三个地方：', '以下每人一箱沃柑'])
      expect(split(`${title}\n${first}\n${second}`)).toMatchObject([
        { receiverText: first, goods: '', quantity: 1, remark: title },
        { receiverText: second, goods: '' },
      ]);
    expect(split(`${first}\n1. 苹果 2箱\n2. 梨 1箱`)).toMatchObject([
      { receiverText: first, goods: '苹果 2箱; 梨 1箱', quantity: 1 },
    ]);
  });

  it('reads rows of a table: cells behind the address, and a last column that counts', () => {
    const [row, other] = [first, second].map((one) => one.replaceAll(' ', '\t'));
    expect(split(`${row}\t剑柄挂件\t2\t2026-11-28\n${other}\t剑柄挂件\t1`)).toMatchObject([
      { receiverText: row, goods: '剑柄挂件', quantity: 2, remark: '2026-11-28' },
      { receiverText: other, goods: '剑柄挂件', quantity: 1, remark: '' },
    ]);
    expect(split(`姓名 电话 地址 数量\n${first} 2`)).toEqual([
      { receiverText: first, goods: '', quantity: 2, remark: '' },
    ]);
  });

  it('parts people by keycap numbers and by 订单1：', () => {
    expect(split(`1️⃣${first}\n2️⃣${second}`).map(({ receiverText }) => receiverText)).toEqual([first, second]);
    expect(split(`订单1：\n${first}\n订单2：\n${second}`).map(({ receiverText }) => receiverText)).toEqual([
      first,
      second,
    ]);
  });

  it('loses nobody in nonsense, and answers every nonsense', () => {
    for (const text of ['', '\n\n', '好的', '😀'.repeat(200), '1'.repeat(4000), `${first}\n`.repeat(40)])
      expect(split(text).length).toBeLessThanOrEqual(40);
  });
});
