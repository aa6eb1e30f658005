import { describe, expect, it } from 'vitest';
import type { FileRecognition } from '../../../../../electron/imports/kit/orderDraft.ts';
import {
  type RecognitionOptions,
  recogniseTable,
} from '../../../../../electron/imports/recognition/recogniseTable.ts';
import { memoryTable } from '../../../../doubles/files/memoryTable.ts';

async function recognise(
  rows: readonly (readonly string[])[],
  options: RecognitionOptions = {},
): Promise<FileRecognition> {
  const outcome = await recogniseTable(memoryTable(rows), options);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

function fields(recognition: FileRecognition): (string | null)[] {
  return recognition.mapping.map((column) => column.field);
}

const person = ['赵样例', '13800000001', '广东省深圳市南山区样板路1号'];

describe('recognising an order table', () => {
  it('finds the header below a title row', async () => {
    const found = await recognise([
      ['名称：一月订单'],
      [],
      ['收货人', '手机', '地址', '数量'],
      [...person, '1'],
    ]);
    expect(found.headerRowNumber).toBe(3);
    expect(fields(found)).toEqual(['receiverName', 'receiverPhone', 'fullAddress', 'quantity']);
  });

  it('takes the field row of a two-row header', async () => {
    const found = await recognise([
      ['寄件信息', '', '', '收件信息', '', ''],
      ['寄件人姓名', '寄件人手机', '寄件人地址', '收件人姓名', '收件人手机', '收件人地址'],
      ['店', '13900000000', '上海市样板路', ...person],
    ]);
    expect(found.headerRowNumber).toBe(2);
    expect(fields(found)).toEqual([
      'senderName',
      'senderPhone',
      'senderAddress',
      'receiverName',
      'receiverPhone',
      'fullAddress',
    ]);
  });

  it('reads a table without any header by its content', async () => {
    const found = await recognise([
      person,
      ['钱样例', '13800000002', '浙江省杭州市余杭区样板路2号'],
      ['孙样例', '13800000003', '北京市海淀区样板西路3号'],
    ]);
    expect(found.headerRowNumber).toBe(0);
    expect(fields(found)).toEqual(['receiverName', 'receiverPhone', 'fullAddress']);
    expect(found.mapping[0]?.rule).toBe('content');
  });

  it('finds name, phone and address in one cell', async () => {
    const found = await recognise([
      ['赵样例 13800000001 广东省深圳市南山区样板路1号'],
      ['钱样例,13800000002,浙江省杭州市余杭区样板路2号'],
    ]);
    expect(fields(found)).toEqual(['oneLineReceiver']);
  });

  it('never takes a sender, shop or payment column for the receiver or the order', async () => {
    const found = await recognise([
      [
        '订单号',
        '支付渠道订单号',
        '退货收件人电话',
        '门店收货地址',
        '仓库联系人手机',
        '收件人',
        '手机',
        '收件人地址',
      ],
      ['1', '99', '13900000000', '上海市', '13900000000', ...person],
    ]);
    expect(fields(found)).toEqual([
      'orderNo',
      null,
      null,
      null,
      null,
      'receiverName',
      'receiverPhone',
      'fullAddress',
    ]);
  });

  it('matches short words only whole: 市场价 is no city', async () => {
    const found = await recognise([
      ['收货人', '手机', '地址', '市场价', '省钱', '区域编码'],
      [...person, '1', '2', '3'],
    ]);
    expect(fields(found).slice(3)).toEqual([null, null, null]);
  });

  it('gives repeated names before the first receiver header to the sender', async () => {
    const found = await recognise([
      [
        '用户订单号',
        '寄件公司',
        '联系人',
        '联系电话',
        '寄件地址',
        '收件公司',
        '联系人',
        '联系电话',
        '手机号码',
        '收件详细地址',
        '托寄物内容',
        '件数',
      ],
      [
        'A1',
        '',
        '店',
        '13900000000',
        '上海市',
        '',
        '赵样例',
        '',
        '13800000001',
        '广东省深圳市南山区样板路1号',
        '茶',
        '2',
      ],
    ]);
    expect(found.profile).toBe('shunfeng');
    expect(fields(found).slice(2, 5)).toEqual(['senderName', 'senderPhone', 'senderAddress']);
    expect(fields(found).slice(6, 10)).toEqual([
      'receiverName',
      'receiverTel',
      'receiverPhone',
      'fullAddress',
    ]);
    expect(fields(found)[11]).toBe('packageCount');
  });

  it('believes the titles over groups of columns: what stands below 寄件人信息 is the sender’s', async () => {
    const sender = ['钱店家', '13900000009', '浙江省', '浙江省杭州市余杭区样板路2号'];
    const recognition = await recognise([
      ['寄件人信息', '', '', '', '收件人信息', '', '', ''],
      ['姓名', '电话', '省份', '地址', '姓名', '电话', '地址', '物品'],
      [...sender, ...person, '样品绿茶'],
    ]);
    expect(fields(recognition)).toEqual([
      'senderName',
      'senderPhone',
      'senderProvince',
      'senderAddress',
      'receiverName',
      'receiverPhone',
      'fullAddress',
      'goodsName',
    ]);
    const english = await recognise([
      ['Sender Name', 'Sender Phone', 'Shipper Tel', 'Receiver Name', 'Receiver Phone', 'Address'],
      ['钱店家', '13900000009', '13900000008', ...person],
    ]);
    expect(fields(english).slice(0, 3)).toEqual(['senderName', 'senderPhone', null]);
  });

  it('reads a header of two lines, whose upper one spreads over the lower', async () => {
    const recognition = await recognise([
      ['序号', '寄件人', '', '收件人信息', '', '', '商品', '备注'],
      ['', '姓名', '电话', '姓名', '电话', '地址', '', ''],
      ['1', '钱店家', '13900000009', ...person, '样品绿茶', '轻放'],
    ]);
    expect(recognition.headerRowNumber).toBe(2);
    expect(fields(recognition)).toEqual([
      null,
      'senderName',
      'senderPhone',
      'receiverName',
      'receiverPhone',
      'fullAddress',
      'goodsName',
      'sellerRemark',
    ]);
  });

  it('decides 电话 and 件数 by what stands below and beside them', async () => {
    const mobile = await recognise([
      ['姓名', '电话', '地址', '品名', '件数'],
      [...person, '茶', '2'],
    ]);
    expect(fields(mobile)).toEqual(['receiverName', 'receiverPhone', 'fullAddress', 'goodsName', 'quantity']);
    const landline = await recognise([
      ['姓名', '联系电话', '手机', '地址'],
      ['赵样例', '0755-80000001', '13800000001', '广东省'],
    ]);
    expect(fields(landline)).toEqual(['receiverName', 'receiverTel', 'receiverPhone', 'fullAddress']);
    const both = await recognise([
      ['姓名', '手机', '地址', '数量', '件数'],
      [...person, '3', '1'],
    ]);
    expect(fields(both).slice(3)).toEqual(['quantity', 'packageCount']);
  });

  it('takes 街道 for the address when whole addresses stand in it, else for the town', async () => {
    const head = ['收货人', '手机', '省', '市', '区', '街道'];
    const place = ['赵样例', '13800000001', '广东省', '深圳市', '南山区'];
    expect(fields(await recognise([head, [...place, '样板路1号1栋101室']]))[5]).toBe('addressDetail');
    expect(
      fields(
        await recognise([
          [...head, '详细地址'],
          [...place, '样板街道', '样板路1号'],
        ]),
      )[5],
    ).toBe('town');
  });

  it('of two columns for one field takes the one that is filled', async () => {
    const found = await recognise([
      ['收货人', '手机', '收货地址', '收货人地址'],
      ['赵样例', '13800000001', '', '广东省深圳市样板路1号'],
    ]);
    expect(fields(found)).toEqual(['receiverName', 'receiverPhone', null, 'fullAddress']);
  });

  it('obeys the operator in every column', async () => {
    const rows = [
      ['甲', '乙', '地址', '手机'],
      ['x', '赵样例', '广东省深圳市', '13800000001'],
    ];
    const found = await recognise(rows, { mapping: { 0: 'sellerRemark', 1: 'receiverName', 3: null } });
    expect(found.mapping.map((column) => [column.field, column.rule])).toEqual([
      ['sellerRemark', 'operator'],
      ['receiverName', 'operator'],
      ['fullAddress', 'dictionary'],
      [null, 'operator'],
    ]);
  });

  it.each([
    ['kuaishou', ['订单号', '成交数量', '收货地址-省', '收货人姓名', '收货人电话', '收货地址', '订单备注']],
    ['xiaohongshu', ['订单号', 'SKU件数', '规格ID', '收件人姓名', '收件人电话', '收件人地址', '用户备注']],
    [
      'weixin',
      ['订单号', '商品编码(平台)', 'SKU编码(自定义)', '收件人姓名', '收件人手机', '收件人地址', '商品发货'],
    ],
    ['alibaba1688', ['订单编号', '货品总价(元)', '货品标题', '收货人姓名', '联系手机', '收货地址']],
    ['jushuitan', ['订单号', '线上订单号', '店铺编号', '收货人姓名', '手机', '地址']],
    ['wangdiantong', ['订单编号', '客户网名', '原始单号', '收件人', '手机', '地址']],
    ['wangdiantong', ['订单编号', '店铺', '原始单号', '收件人', '手机', '收货地区', '客服备注', '打印备注']],
    ['shopify', ['Name', 'Lineitem name', 'Shipping Name', 'Shipping Phone', 'Shipping Address1']],
    ['amazon', ['order-id', 'order-item-id', 'recepient-name', 'ship-phone-number', 'ship-address-1']],
    ['generic', ['单号', '收货人', '手机', '地址']],
  ])('recognises %s by its columns', async (profile, header) => {
    const found = await recognise([header, header.map(() => 'x')]);
    expect(found.profile).toBe(profile);
  });

  it('keeps the number the platform knows, not the one of the ERP', async () => {
    const jushuitan = await recognise([
      ['订单号', '线上订单号', '店铺编号', '收货人姓名', '手机', '地址'],
      ['1', '2', '3', ...person],
    ]);
    expect(fields(jushuitan).slice(0, 2)).toEqual(['erpOrderNo', 'orderNo']);
    const shopify = await recognise([
      ['Name', 'Lineitem name', 'Shipping Name', 'Shipping Phone', 'Billing Name'],
      ['#1001', 'Tea', 'A', '13800000001', 'B'],
    ]);
    expect(fields(shopify)).toEqual(['orderNo', 'goodsName', 'receiverName', 'receiverPhone', null]);
  });

  it('names the sheets of orders it does not read', async () => {
    const sheet = (name: string) => ({
      name,
      rows:
        memoryTable([
          ['订单号', '收货人', '手机', '地址'],
          ['1', ...person],
        ]).sheets[0]?.rows ??
        (() => {
          throw new Error();
        }),
    });
    const table = { ...memoryTable([]), sheets: [sheet('一月'), sheet('二月'), sheet('售后明细')] };
    expect(await recogniseTable(table)).toMatchObject({ value: { sheet: '一月', otherSheets: ['二月'] } });
    const chosen = await recogniseTable(table, { sheet: '二月' });
    expect(chosen.ok && chosen.value.otherSheets).toBeUndefined();
  });

  it('takes a list on a sheet a day for orders, without order numbers too', async () => {
    const sheetOf = (name: string, rows: readonly (readonly string[])[]) => ({
      ...(memoryTable(rows).sheets[0] as (typeof none.sheets)[number]),
      name,
    });
    const none = memoryTable([]);
    const header = ['姓名', '电话', '地址', '货'];
    const sheets = [
      sheetOf('11.28', [header, [...person, '苹果']]),
      sheetOf('11.29', [header, [...person, '梨']]),
      sheetOf('空', [header]),
      sheetOf('发货地址', [
        ['店铺', '电话', '地址'],
        ['甲店', ...person.slice(1)],
      ]),
    ];
    expect(await recogniseTable({ ...none, sheets })).toMatchObject({
      value: { sheet: '11.28', otherSheets: ['11.29'] },
    });
  });

  it('takes no word out of the middle of another: a postal code collects no money', async () => {
    const recognition = await recognise([
      ['Name of receiver', 'Phone', 'Address', 'Postal Code', 'Risk Status', 'COD Amount'],
      [...person, '518000', 'low', '12'],
    ]);
    expect(fields(recognition).slice(3)).toEqual([null, null, 'codAmount']);
  });

  it('believes a header that speaks of something else before values that look like a name', async () => {
    const school = await recognise([
      ['班级', '学生姓名', '家长电话', '家庭住址'],
      ['三年二班', ...person],
    ]);
    expect(fields(school)).toEqual([null, 'receiverName', 'receiverPhone', 'fullAddress']);
    const staff = await recognise([
      ['业务员', '开户手机', '颜色', '电话', '地址'],
      ['钱经办', '13900000009', '深蓝', ...person.slice(1)],
    ]);
    expect(fields(staff)).toEqual([null, null, 'sku', 'receiverPhone', 'fullAddress']);
  });

  it('takes 收货人 and not the customer or member beside it, in whatever order they stand', async () => {
    const headers = ['会员姓名', '客户姓名', '收货人', '手机', '地址'];
    const found = await recognise([headers, ['甲样例', '乙样例', ...person]]);
    expect(fields(found)).toEqual([null, null, 'receiverName', 'receiverPhone', 'fullAddress']);
  });

  it('hears 颜色 and 尺码 together, as one variant', async () => {
    const found = await recognise([
      ['收货人', '手机', '地址', '品名', '颜色', '尺码'],
      [...person, '卫衣', '黑色', 'XL'],
    ]);
    expect(fields(found).slice(3)).toEqual(['goodsName', 'sku', 'sku']);
  });

  it.each([
    [
      '张伟 13812345678\n浙江省杭州市西湖区样板路1号\n苹果2箱\n\n李娜 13912345678\n江苏省南京市鼓楼区样板路2号',
    ],
    ['收件人：张伟\n手机号码：13812345678\n所在地区：浙江省杭州市西湖区\n详细地址：样板路1号'],
    ['张伟,13812345678\n浙江省杭州市西湖区样板路1号\n李娜,13912345678\n江苏省南京市鼓楼区样板路2号'],
    ['昨天的单\n张伟 13812345678 浙江省杭州市西湖区样板路1号\n谢谢老板\n辛苦了'],
  ])('says of people written as in a chat that they are pasted, not imported: %s', async (text) => {
    const table = { ...memoryTable(text.split('\n').map((line) => line.split(','))), format: 'csv' };
    expect(await recogniseTable(table)).toMatchObject({ code: 'IMPORT_CHAT_TEXT' });
    expect(await recogniseTable(table, { allowIncomplete: true })).toMatchObject({ ok: true });
  });

  it.each([
    ['1. 张三 2份\n2. 李四 1份\n3. 王五 3份'],
    ['#接龙\n周末团购 苹果 39.9元\n\n1. 张三 2份\n2. 李四 +1'],
  ])(
    'says of a group order without addresses what it lacks, not that columns are missing: %s',
    async (text) => {
      const table = { ...memoryTable(text.split('\n').map((line) => [line])), format: 'csv' };
      expect(await recogniseTable(table)).toMatchObject({ code: 'IMPORT_CHAIN_TEXT' });
    },
  );

  it('says plainly what is missing', async () => {
    const noReceiver = memoryTable([
      ['订单号', '商品', '数量'],
      ['1', '茶', '1'],
    ]);
    expect(await recogniseTable(noReceiver)).toMatchObject({ code: 'IMPORT_NO_RECEIVER_COLUMNS' });
    expect(await recogniseTable(noReceiver, { allowIncomplete: true })).toMatchObject({ ok: true });
    expect(await recogniseTable(memoryTable([]))).toMatchObject({ code: 'IMPORT_NO_ROWS' });
    const blank = memoryTable([[''], ['', ' '], []]);
    expect(await recogniseTable(blank)).toMatchObject({ code: 'IMPORT_NO_ROWS' });
    expect(await recogniseTable(noReceiver, { sheet: 'x' })).toMatchObject({
      code: 'IMPORT_SHEET_NOT_FOUND',
    });
    expect(await recogniseTable(noReceiver, { profile: 'x' })).toMatchObject({
      code: 'IMPORT_PROFILE_UNKNOWN',
    });
    expect(await recogniseTable(noReceiver, { mapping: { 1: 'x' } })).toEqual({
      ok: false,
      code: 'IMPORT_MAPPING_INVALID',
      params: { column: 2 },
    });
  });
});
