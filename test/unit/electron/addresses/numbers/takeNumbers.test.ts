import { describe, expect, test } from 'vitest';
import { takeNumbers } from '../../../../../electron/addresses/numbers/takeNumbers.ts';
import { readReceiver } from '../../../../../electron/addresses/readReceiver.ts';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { normaliseText } from '../../../../../electron/addresses/text/normaliseText.ts';
import { Ownership } from '../../../../../electron/addresses/text/ownership.ts';
import { emptyReceiverColumns } from '../../../../../shared/domain/receiverColumns.ts';
import { divisions } from '../shippedDivisions.ts';

const take = (text: string) => {
  const normal = normaliseText(text);
  return takeNumbers(normal, new Ownership(normal));
};

describe('a phone', () => {
  test.each([
    ['13812345678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ['138 123 45678', '13812345678'],
    ['+86 138 1234 5678', '13812345678'],
    ['86-13812345678', '13812345678'],
    ['0086 13812345678', '13812345678'],
    ['于洋13812345678江苏省', '13812345678'],
    ['3栋1单元20113812345678', '13812345678'],
    ['0755-26001234', '0755-26001234'],
    ['(021)62345678', '021-62345678'],
    ['059122223333', '0591-22223333'],
    ['+86 10 6234 5678', '010-62345678'],
    ['400-617-1205', '400-617-1205'],
    ['4006171205', '400-617-1205'],
    ['4006-171-205', '400-617-1205'],
    ['0912-345-678', '0912345678'],
    ['+852 9123 4567', '852-91234567'],
    ['85291234567', '852-91234567'],
    ['852 9123 4567', '852-91234567'],
    ['香港九龙观塘区成业街10号 (852)9123 4567', '852-91234567'],
    ['陈大文85291234567香港九龙观塘区成业街10号', '852-91234567'],
    ['85366123456', '853-66123456'],
    ['886912345678', '886-912345678'],
    ['8860912345678', '886-912345678'],
    ['886 2 2700 1234 台湾台北市大安区忠孝东路四段100号', '886-227001234'],
    ['浙江省杭州市西湖区文三路90号 85291234567', ''],
    ['香港路 13800000001 8529123456', '13800000001'],
    ['1 3 8 1 2 3 4 5 6 7 8', '13812345678'],
    ['1-3-8-1-2-3-4-5-6-7-8', '13812345678'],
    ['珠江路1号 3-1-501', ''],
    ['1-3-8-1-2-3-4-5-6-7-8-9', ''],
    ['2024110112345678', ''],
  ])('%s gives "%s"', (text, phone) => {
    expect(take(text).phone).toBe(phone);
  });
});

describe('an extension is never lost', () => {
  test.each([
    '13812345678-1234',
    '13812345678转1234',
    '13812345678 转 1234',
    '13812345678，转1234',
    '13812345678#1234',
    '13812345678#1234#',
    '13812345678,1234',
    '13812345678_1234',
    '13812345678*1234',
    '13812345678 ext.1234',
    '13812345678分机号1234',
    '13812345678（分机：1234）',
    '13812345678[1234]',
    '张三[1234] 13812345678 珠江路1号[1234]',
    '张三【1234】 13812345678',
    '13812345678 珠江路1号（转1234）',
    '13812345678-1234江苏省南京市',
  ])('%s', (text) => {
    expect(take(text)).toMatchObject({ phone: '13812345678', extension: '1234', otherPhones: [] });
  });

  test.each(['13812345678,1234号楼', '13812345678-3栋201', '13812345678 珠江路1号(201)'])(
    '%s has none',
    (text) => {
      expect(take(text)).toMatchObject({ phone: '13812345678', extension: '' });
    },
  );
});

describe('four digits alone behind a mobile', () => {
  test.each([
    '安徽省阜阳市临泉县长官镇后王庄18号 王俊生 18456712345 4521',
    '王俊生，18456712345 4521，安徽省阜阳市临泉县长官镇后王庄18号',
    '王俊生 18456712345 4521\n安徽省阜阳市临泉县长官镇后王庄18号',
  ])('are its extension, and a person is asked: %j', (text) => {
    const reading = readText(text, divisions);
    expect(reading).toMatchObject({
      phone: '18456712345',
      extension: '4521',
      detail: '后王庄18号',
      status: 'review',
    });
    expect(reading.issues).toContain('extension_uncertain');
  });

  test('number a house where an address goes on', () => {
    const text = '王俊生 18456712345 4521弄3号 安徽省阜阳市临泉县长官镇';
    expect(readText(text, divisions).extension).toBe('');
  });

  test('need no look in a cell of their own', () => {
    const columns = {
      ...emptyReceiverColumns,
      name: '王俊生',
      phone: '18456712345 4521',
      address: '安徽省阜阳市临泉县长官镇后王庄18号',
    };
    expect(readReceiver(columns, divisions)).toMatchObject({
      phone: '18456712345',
      extension: '4521',
      status: 'ok',
      leftover: '',
    });
  });
});

test('an extension told at the number and once more at the name is in no address', () => {
  const text = '收件人李女士[6617] 17281234567-6617 江西省赣州市章贡区水南镇腾飞路';
  expect(readText(text, divisions)).toMatchObject({
    phone: '17281234567',
    extension: '6617',
    detail: '腾飞路',
  });
});

describe('other numbers', () => {
  test('several phones: the first is the primary one', () => {
    expect(take('138-1234-5678 / 139-8765-4321转88')).toMatchObject({
      phone: '13812345678',
      otherPhones: ['13987654321-88'],
    });
  });

  test('postcodes and identity numbers are neither phone nor house number', () => {
    const taken = take('大都荟710061 刘国良 13500004918 110101199003070000');
    expect(taken).toMatchObject({ phone: '13500004918', postcode: '710061', otherPhones: [] });
  });

  test('a hidden number is no phone', () => {
    expect(take('138****5678')).toMatchObject({ phone: '', masked: true });
  });

  test('a 0 in front of a mobile and 86 in front of an area code are dialled, not part of the address', () => {
    expect(take('018466770041-6209')).toMatchObject({ phone: '18466770041', extension: '6209' });
    expect(take('86-571-87654321')).toMatchObject({ phone: '0571-87654321' });
    expect(readText('沈括 86-571-87654321 浙江省杭州市滨江区西兴街道', divisions).detail).toBe('');
  });

  test('four digits between commas behind a mobile are its extension, and a person looks at them', () => {
    expect(take('郭瑞,13247781102,7719,重工街道18号')).toMatchObject({
      phone: '13247781102',
      extension: '7719',
      isExtensionGuessed: true,
    });
    expect(take('郭瑞,13247781102,1203室')).toMatchObject({ extension: '' });
  });
});
