import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { divisions } from '../shippedDivisions.ts';

const address = '浙江省杭州市西湖区文三路478号';
const read = (text: string) => readText(text, divisions);
const plain = { name: '李明', phone: '13812345678', district: '西湖区', detail: '文三路478号', status: 'ok' };

describe('what stands behind the words of a form', () => {
  test('the buyer’s account is not the receiver', () => {
    const text = `买家：小猪佩奇\n收件人 李明\n手机 13812345678\n地址 ${address}`;
    expect(read(text)).toMatchObject({ ...plain, leftover: '小猪佩奇' });
  });

  test('a buyer is the receiver where nobody else is named', () => {
    expect(read(`买家：李明 13812345678 ${address}`)).toMatchObject(plain);
    expect(read(`买家：李明 收件人：13812345678 ${address}`)).toMatchObject(plain);
  });

  test.each([
    [`订单编号：240518-123456789012345 收件人：李明 13812345678 ${address}`, '240518-123456789012345'],
    [`姓名：李明\n性别：女\n电话：13812345678\n地址：${address}`, '女'],
  ])('%s needs no look', (text, leftover) => {
    expect(read(text)).toMatchObject({ ...plain, leftover });
  });

  test('an address that such a label has cut in two is asked about', () => {
    const cut = '李明 13812345678 浙江省杭州市西湖区 订单号：文三路478号';
    expect(read(cut)).toMatchObject({ status: 'review', leftover: '文三路478号' });
  });

  test('each of two values is taken, and none of them is a street', () => {
    expect(read(`李明 13812345678 ${address}\n尺码：XL\n颜色：红`)).toMatchObject({
      detail: '文三路478号',
      leftover: 'XL 红',
      status: 'review',
    });
  });

  test('a remark behind the address goes on to the end of its line', () => {
    expect(read(`${address} 李明 13812345678 备注：生日礼物 请写贺卡 祝妈妈快乐`)).toMatchObject({
      detail: '文三路478号',
      leftover: '生日礼物 请写贺卡 祝妈妈快乐',
    });
  });

  test('stars of a form and its words without a colon are no address', () => {
    expect(read(`姓名*：李明\n联系方式*：13812345678\n地址*：${address}`)).toMatchObject(plain);
    const form = '收件人 李明\n电话 13812345678\n省份 浙江省\n城市 杭州市\n区县 西湖区\n详细 文三路478号';
    expect(read(form)).toMatchObject(plain);
  });
});

describe('an account or an order number in front', () => {
  test.each([
    '买家:t_1503928374_0122 收货人:宋佳 15903920018 河南省鹤壁市淇滨区九州路街道淇水大道219号',
    '淘宝ID:甜甜的猫 宋佳 15903920018 河南省鹤壁市淇滨区九州路街道淇水大道219号',
    '订单号251130-118273645500912 收货人:宋佳 15903920018 河南省鹤壁市淇滨区九州路街道淇水大道219号',
  ])('is known, stands on no label and is not asked about: %s', (text) => {
    const { name, town, detail, status } = readText(text, divisions);
    expect({ name, detail: `${town}${detail}`, status }).toEqual({
      name: '宋佳',
      detail: '九州路街道淇水大道219号',
      status: 'ok',
    });
  });
});
