import { describe, expect, test } from 'vitest';
import { recogniseTable } from '../../../../../electron/imports/recognition/recogniseTable.ts';
import { memoryTable } from '../../../../doubles/files/memoryTable.ts';

async function fieldsOf(
  headers: readonly string[],
  ...rows: readonly (readonly string[])[]
): Promise<Record<string, string | null>> {
  const outcome = await recogniseTable(memoryTable([headers, ...rows]), {});
  if (!outcome.ok) throw new Error(outcome.code);
  return Object.fromEntries(outcome.value.mapping.map(({ header, field }) => [header, field]));
}

const receiver = ['收货人', '手机', '省市区', '地址'];
const person = ['赵样例', '13800000001', '广东省深圳市南山区', '样板路1号'];

describe('the number of an order in an export of an ERP', () => {
  test.each([
    ['单据编号', '线上单号'],
    ['单据编号', '平台单号'],
    ['订单编号', '原始单号'],
  ])('is that of the platform where %s and %s stand beside each other', async (own, platform) => {
    const fields = await fieldsOf([own, platform, ...receiver], ['XD0001', 'TB7001', ...person]);
    expect(fields).toMatchObject({ [own]: 'erpOrderNo', [platform]: 'orderNo' });
  });

  test('is the own one where the other is blank or names several orders', async () => {
    for (const platform of ['', 'TB7001,TB7002']) {
      const rows = [
        ['XD0001', 'TB7000', ...person],
        ['XD0002', platform, ...person],
      ];
      const fields = await fieldsOf(['单据编号', '线上单号', ...receiver], ...rows);
      expect(fields).toMatchObject({ 单据编号: 'orderNo' });
    }
  });
});

describe('columns of ERPs and shops abroad', () => {
  test('the sender has a region of its own, and a phone', async () => {
    const headers = [
      '收件人',
      '收件人手机',
      '收货人区域',
      '收件详细地址',
      '寄件人',
      '发货人手机',
      '寄件省',
      '寄件市',
      '寄件区',
    ];
    const sender = ['王掌柜', '13588110021', '浙江省', '丽水市', '龙泉市'];
    const fields = await fieldsOf(headers, [...person, ...sender]);
    expect(fields).toMatchObject({
      收货人区域: 'regionFull',
      发货人手机: 'senderPhone',
      寄件省: 'senderProvince',
      寄件市: 'senderCity',
      寄件区: 'senderDistrict',
    });
  });

  test('a fee and a remark of the buyer are not who buys', async () => {
    const headers = ['Order ID', 'Buyer Paid Shipping Fee', 'Username (Buyer)', 'Remark from buyer'];
    const more = ['Receiver Name', 'Phone Number', 'Province', 'Delivery Address'];
    const fields = await fieldsOf([...headers, ...more], ['26112801AB', '0', 'buyer1', 'red one', ...person]);
    expect(fields).toMatchObject({
      'Buyer Paid Shipping Fee': null,
      'Username (Buyer)': 'buyer',
      'Remark from buyer': 'buyerRemark',
    });
  });
});

describe('what buyers, agents and the shop write', () => {
  test.each(['留言', '附言', '客户备注', '小程序留言', '客户要求'])('%s is the buyer’s', async (header) => {
    const fields = await fieldsOf([...receiver, header], [...person, '年后发']);
    expect(fields).toMatchObject({ [header]: 'buyerRemark' });
  });

  test.each(['代理备注', '发货备注', '备注信息', '特殊要求', '团长备注'])(
    '%s is the shop’s',
    async (header) => {
      const fields = await fieldsOf([...receiver, header], [...person, '预售']);
      expect(fields).toMatchObject({ [header]: 'sellerRemark' });
    },
  );

  test.each(['退款备注', '发票备注', '财务备注', '产品备注'])('%s is of something else', async (header) => {
    const fields = await fieldsOf([...receiver, header], [...person, '已开']);
    expect(fields).toMatchObject({ [header]: null });
  });
});

describe('goods and how many of them', () => {
  test('an ERP sends out what its own column says, not what it has in stock', async () => {
    const headers = ['单据编号', ...receiver, '产品名称', '库存数量', '已退数量', '实际出库数量'];
    const fields = await fieldsOf(headers, ['XS1', ...person, '保温杯', '300', '2', '24']);
    expect(fields).toMatchObject({ 库存数量: null, 已退数量: null, 实际出库数量: 'quantity' });
  });

  test('a column that a platform’s table passes over is read where the better one was not exported', async () => {
    const headers = ['订单号', 'SKU件数', '规格ID', ...receiver, '商品名称'];
    const row = ['P798812301123345511', '2', '65f1', ...person, '手工皂'];
    expect(await fieldsOf(headers, row)).toMatchObject({ 商品名称: 'goodsName' });
    const both = await fieldsOf([...headers, 'SKU名称'], [...row, '手工皂 茉莉']);
    expect(both).toMatchObject({ 商品名称: null, SKU名称: 'goodsName' });
  });

  test('the goods of eBay are their title, not their number', async () => {
    const headers = [
      'Order Number',
      'Ship To Name',
      'Ship To Phone',
      'Ship To Address 1',
      'Item Number',
      'Item Title',
    ];
    const row = ['21-12345-67890', 'Li Wei', '13800000001', '样板路1号', '110223344', 'Vintage Camera'];
    expect(await fieldsOf(headers, row)).toMatchObject({ 'Item Number': null, 'Item Title': 'goodsName' });
  });
});
