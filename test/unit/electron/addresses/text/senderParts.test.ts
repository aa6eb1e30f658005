import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { partSenders } from '../../../../../electron/addresses/text/senderParts.ts';
import { splitPeople } from '../../../../../electron/addresses/text/splitPeople.ts';
import { divisions } from '../shippedDivisions.ts';

const receiver = '李四 13922222222 浙江省杭州市西湖区文三路478号';
const sender = '张三 13811111111 广东省深圳市南山区科苑路15号';

/** Who is sent a parcel, whether that is sure, and what the packer is told beside it. */
const parcels = (message: string) =>
  splitPeople(message, divisions).map(({ receiverText, remark }) => {
    const { name, phone, city, status } = readText(receiverText, divisions);
    return [name, phone, city, status, remark].join(' ');
  });

describe('a pasted message that names a sender', () => {
  test.each([
    [`寄件人：${sender}\n收件人：${receiver}`, `寄件人：${sender}`],
    [`寄件人：${sender} 收件人：${receiver}`, `寄件人：${sender}`],
    [`收件人：${receiver} 寄件人：${sender}`, `寄件人：${sender}`],
    [`寄：${sender}\n收：${receiver}`, `寄：${sender}`],
    [`${receiver}\n发件人：张三 13811111111`, '发件人：张三 13811111111'],
    [`${receiver}，寄件人写 小花店 0755-26001234`, '寄件人写 小花店 0755-26001234'],
    [`代发：寄件人 小花店 13811111111，收件人 ${receiver}`, '代发：寄件人 小花店 13811111111'],
    [
      '寄件人：张三\n电话：13811111111\n地址：广东省深圳市南山区科苑路15号\n收件人：李四\n电话：13922222222\n地址：浙江省杭州市西湖区文三路478号',
      '寄件人：张三 电话：13811111111 地址：广东省深圳市南山区科苑路15号',
    ],
  ])('%j is one parcel for the receiver, surely, and tells who sends', (message, told) => {
    expect(parcels(message)).toEqual([`李四 13922222222 杭州市 ok ${told}`]);
  });

  test('one sender is of all the receivers behind it, and each pair keeps its own', () => {
    const second = '王五 13933333333 江苏省南京市玄武区珠江路1号';
    expect(parcels(`寄件人：小花店\n收件人：${receiver}\n收件人：${second}`)).toEqual([
      '李四 13922222222 杭州市 ok 寄件人：小花店',
      '王五 13933333333 南京市 ok 寄件人：小花店',
    ]);
    expect(parcels(`寄件人：甲店\n收件人：${receiver}\n寄件人：乙店\n收件人：${second}`)).toEqual([
      '李四 13922222222 杭州市 ok 寄件人：甲店',
      '王五 13933333333 南京市 ok 寄件人：乙店',
    ]);
  });

  test('what stands behind the lines of the sender is a receiver again', () => {
    expect(parcels(`寄件人：张三\n电话：13811111111\n${receiver}`)).toEqual([
      '李四 13922222222 杭州市 ok 寄件人：张三 电话：13811111111',
    ]);
  });
});

test('a message without a sender comes back as it was', () => {
  const message = `收件人：${receiver}\n茶叶2盒`;
  expect(partSenders(message)).toEqual([{ text: message, sender: '' }]);
});

describe('a cell of a file that names a sender', () => {
  const told = { name: '李四', phone: '13922222222', city: '杭州市', detail: '文三路478号', status: 'ok' };

  test.each([
    `寄件人：${sender}\n收件人：${receiver}`,
    `寄：${sender} 收：${receiver}`,
    `寄件：${sender}\n收件：${receiver}`,
    `发货：${sender}\n收货：${receiver}`,
    `收件人：${receiver} 寄件人：${sender}`,
  ])('%s goes to the receiver', (text) => {
    const reading = readText(text, divisions);
    expect(reading).toMatchObject(told);
    expect(reading.leftover).toContain(sender);
    for (const { field, start, end } of reading.spans)
      if (field === 'name') expect(text.slice(start, end)).toBe('李四');
  });

  test('发货地址 in front of the only address is the receiver’s', () => {
    const text = '收货人：李四 13922222222 发货地址：浙江省杭州市西湖区文三路478号';
    expect(readText(text, divisions)).toMatchObject(told);
  });

  test('two receivers stay a question', () => {
    const text = `收件人：${receiver}\n寄件人：${sender}\n收件人：王五 13633333333 江苏省南京市鼓楼区中山北路30号`;
    expect(readText(text, divisions).status).not.toBe('ok');
  });
});
