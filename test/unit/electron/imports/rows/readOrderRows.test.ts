import { describe, expect, it } from 'vitest';
import type { ImportedRow, OrderDraft } from '../../../../../electron/imports/kit/orderDraft.ts';
import { eachOf, type TableCell } from '../../../../../electron/imports/kit/tableFormat.ts';
import { recogniseTable } from '../../../../../electron/imports/recognition/recogniseTable.ts';
import { readOrderRows } from '../../../../../electron/imports/rows/readOrderRows.ts';
import { memoryTable } from '../../../../doubles/files/memoryTable.ts';

type Cell = string | TableCell;

async function importRows(
  rows: readonly (readonly Cell[])[],
  hidden: readonly number[] = [],
): Promise<ImportedRow[]> {
  const table = memoryTable(rows, hidden);
  const recognition = await recogniseTable(table);
  if (!recognition.ok) throw new Error(recognition.code);
  const imported: ImportedRow[] = [];
  for await (const row of eachOf(readOrderRows(table, recognition.value))) imported.push(row);
  return imported;
}

const header = ['订单号', '收货人', '手机', '收货地址'];
const place = '广东省深圳市南山区样板路1号';

/** One order with further columns. */
async function draftOf(columns: Readonly<Record<string, Cell>>): Promise<OrderDraft> {
  const rows = await importRows([
    [...header, ...Object.keys(columns)],
    ['A1', '赵样例', '13800000001', place, ...Object.values(columns)],
  ]);
  const first = rows[0];
  if (first?.kind !== 'draft') throw new Error('rejected');
  return first.draft;
}

async function verdictOf(columns: Readonly<Record<string, Cell>>): Promise<string> {
  const { verdict, complaints } = await draftOf(columns);
  return [verdict, ...complaints.map((one) => one.code)].join(' ');
}

describe('which rows are orders', () => {
  it('passes over instructions, repeated headers, blank rows and totals', async () => {
    const rows = await importRows([
      header,
      ['必填', '必填', '11位手机号', '省市区齐全'],
      ['A1', '赵样例', '13800000001', place],
      [],
      header,
      ['A2', '钱样例', '13800000002', place],
      ['合计', '', '', ''],
      ['总计：2', '', '', ''],
    ]);
    expect(rows.map((row) => row.kind === 'draft' && [row.draft.rowNumber, row.draft.orderNo])).toEqual([
      [3, 'A1'],
      [6, 'A2'],
    ]);
  });

  it('keeps an order whose remark speaks of a 说明 far below the header', async () => {
    const rows = await importRows([
      header,
      ...Array.from({ length: 6 }, (_unused, index) => [
        `A${index}`,
        '赵样例',
        '13800000001',
        '说明书厂宿舍',
      ]),
    ]);
    expect(rows).toHaveLength(6);
  });

  it('refuses a row without phone and address, and keeps one with either', async () => {
    const rows = await importRows([
      header,
      ['A1', '赵样例', '', ''],
      ['A2', '钱样例', '13800000002', ''],
      ['A3', '孙样例', '', place],
    ]);
    // It could be a line of an order further down: the refusal comes last.
    expect(rows.map((row) => row.kind)).toEqual(['draft', 'draft', 'rejected']);
    expect(rows[2]).toEqual({
      kind: 'rejected',
      rejected: {
        rowNumber: 2,
        orderNo: 'A1',
        complaint: { code: 'IMPORT_ROW_NO_RECEIVER', field: 'phone' },
      },
    });
  });

  it('refuses a row whose order number or only phone lost digits', async () => {
    const lost = (text: string): TableCell => ({ text, isDamaged: true });
    const rows = await importRows([
      [...header, '座机'],
      [lost('310000000000000000'), '赵样例', '13800000001', place, ''],
      ['A2', '赵样例', lost('1.38E+10'), place, ''],
      ['A3', '赵样例', lost('1.38E+10'), place, '0755-80000001'],
    ]);
    expect(
      rows.map((row) => (row.kind === 'rejected' ? row.rejected.complaint.field : row.draft.verdict)),
    ).toEqual(['orderNo', 'phone', 'ask']);
  });

  it('lets a further line of an order leave out the receiver', async () => {
    const rows = await importRows([
      [...header, '商品名称'],
      ['A1', '赵样例', '13800000001', place, '茶'],
      ['A1', '', '', '', '杯'],
      ['A2', '', '', '', '书'],
    ]);
    expect(rows.map((row) => row.kind)).toEqual(['draft', 'draft', 'rejected']);
    expect(rows[1]?.kind === 'draft' && rows[1].draft).toMatchObject({
      verdict: 'ship',
      isContinuation: true,
    });
  });

  it('finds the order of a further line wherever it stands', async () => {
    const rows = await importRows([
      [...header, '商品名称', '订单状态'],
      ['A1', '', '', '', '杯', ''],
      ['A2', '', '', '', '书', ''],
      ['A2', '钱样例', '13800000002', place, '茶', '交易关闭'],
      ['A1', '赵样例', '13800000001', place, '茶', '待发货'],
      ['A3', '', '', '', '笔', ''],
    ]);
    const told = rows.map((row) => (row.kind === 'draft' ? row.draft.verdict : row.rejected.complaint.code));
    expect(told).toEqual(['skip', 'ship', 'ship', 'skip', 'IMPORT_ROW_NO_RECEIVER']);
  });

  it('adds a line of goods without number and receiver to the order right above it, and asks', async () => {
    const rows = await importRows([
      [...header, '商品名称', '数量'],
      ['A1', '赵样例', '13800000001', place, '茶', '1'],
      ['', '', '', '', '杯', '2'],
      ['', '钱样例', '', '', '书', '1'],
      ['', '', '', '', '笔', '1'],
    ]);
    expect(rows.map((row) => row.kind)).toEqual(['draft', 'draft', 'rejected', 'rejected']);
    expect(rows[1]?.kind === 'draft' && rows[1].draft).toMatchObject({
      orderNo: 'A1',
      verdict: 'ask',
      items: [{ name: '杯', quantity: 2 }],
      complaints: [{ code: 'IMPORT_LINE_JOINED', field: 'items', params: { row: 3 } }],
    });
  });

  it('passes over who signs a list, and refuses its heading in a text without columns', async () => {
    const signed = await importRows([
      header,
      ['A1', '赵样例', '13800000001', place],
      ['制单人：小王', '', '审核：', '老李'],
      ['总数', '', '', '1'],
    ]);
    expect(signed).toHaveLength(1);
    const chain = await importRows([
      ['#接龙'],
      ['苹果团购 11.29 截单'],
      [`1. 赵样例 13800000001 ${place}`],
      [`2. 钱样例 13800000002 ${place}`],
      [`3. 孙样例 13800000003 ${place}`],
    ]);
    expect(chain.map((row) => row.kind)).toEqual(['rejected', 'rejected', 'draft', 'draft', 'draft']);
  });
});

describe('may it ship', () => {
  it('ships when the file has no status', async () => {
    expect(await verdictOf({})).toBe('ship');
  });

  it.each([
    ['买家已付款，等待卖家发货', 'ship'],
    ['待发货', 'ship'],
    ['等待出库', 'ship'],
    ['卖家部分发货', 'ask IMPORT_STATUS_WAITING'],
    ['已支付', 'ask IMPORT_STATUS_WAITING'],
    ['已发货，待签收', 'skip IMPORT_ALREADY_SHIPPED'],
    ['卖家已发货，等待买家确认', 'skip IMPORT_ALREADY_SHIPPED'],
    ['等待买家付款', 'skip IMPORT_ORDER_CLOSED'],
    ['交易关闭', 'skip IMPORT_ORDER_CLOSED'],
    ['（删除）等待出库', 'skip IMPORT_ORDER_CLOSED'],
    ['未发货退款成功', 'skip IMPORT_REFUNDED'],
    ['已取消，退款成功', 'skip IMPORT_REFUNDED'],
    ['退款中', 'ask IMPORT_REFUND_OPEN'],
    ['从未见过的状态', 'ask IMPORT_STATUS_UNKNOWN'],
    ['', 'ask IMPORT_STATUS_UNKNOWN'],
  ])('status %j: %s', async (status, verdict) => {
    expect(await verdictOf({ 订单状态: status })).toBe(verdict);
  });

  it.each([
    ['无售后或售后取消', 'ship'],
    ['-', 'ship'],
    ['没有申请退款', 'ship'],
    ['售后处理中', 'ask IMPORT_REFUND_OPEN'],
    ['买家已经申请退款，等待卖家同意', 'ask IMPORT_REFUND_OPEN'],
    ['没见过的售后', 'ask IMPORT_REFUND_OPEN'],
    ['退款成功', 'skip IMPORT_REFUNDED'],
  ])('after-sale %j: %s', async (refund, verdict) => {
    expect(await verdictOf({ 售后状态: refund })).toBe(verdict);
  });

  it.each([
    ['是否审核中', '是', 'ask IMPORT_HELD'],
    ['是否审核中', '否', 'ship'],
    ['异常原因', '地址超区', 'ask IMPORT_HELD'],
    ['是否门店自提', '是', 'ask IMPORT_NOT_BY_COURIER'],
    ['运送方式', '快递', 'ship'],
    ['运送方式', '虚拟物品', 'ask IMPORT_NOT_BY_COURIER'],
    ['卖家备注', '先别发，等补货', 'ask IMPORT_NOTE_SAYS_WAIT'],
    ['卖家备注', '不发圆通，发顺丰', 'ship'],
    ['卖家备注', '客户要求改地址：杭州市西湖区文三路90号', 'ask IMPORT_NOTE_READDRESSES'],
    ['卖家备注', '改寄杭州，换个收货人', 'ask IMPORT_NOTE_READDRESSES'],
    ['卖家备注', '改发顺丰', 'ship'],
    ['卖家备注', '改发黑色，地址不变', 'ship'],
    ['买家留言', '地址写错了，是 12 号楼', 'ask IMPORT_NOTE_READDRESSES'],
    ['买家留言', 'Please change the shipping address', 'ask IMPORT_NOTE_READDRESSES'],
    ['买家留言', '不用改地址，谢谢', 'ship'],
    ['买家留言', '先不要发货，等我通知', 'ask IMPORT_BUYER_SAYS_WAIT'],
    ['买家留言', '不要发错颜色，别发韵达', 'ship'],
    ['是否预售', '是', 'ask IMPORT_PRESALE'],
    ['售后状态', '部分退款成功', 'ask IMPORT_REFUND_OPEN'],
    ['订单状态', '买家已签收(货到付款专用)', 'skip IMPORT_ALREADY_SHIPPED'],
    ['订单状态', 'WAITDELIVER', 'ship'],
    ['退款金额', '3.00', 'ask IMPORT_REFUND_OPEN'],
    ['退款金额', '0.00', 'ship'],
    ['商品名称', '补差价专拍链接', 'ask IMPORT_NOT_GOODS'],
    ['快递单号', '78000000000001', 'ask IMPORT_HAS_WAYBILL'],
    ['快递公司', '某某快运', 'ask IMPORT_CARRIER_UNKNOWN'],
  ])('%s %j: %s', async (column, text, verdict) => {
    expect(await verdictOf({ [column]: text })).toBe(verdict);
  });

  it.each([
    ['是否付款', '否', 'ask IMPORT_HELD'],
    ['是否付款', '是', 'ship'],
    ['付款状态', '未付款', 'ask IMPORT_HELD'],
    ['Payment Status', 'Unpaid', 'ask IMPORT_HELD'],
    ['是否退款', '是', 'ask IMPORT_REFUND_OPEN'],
    ['是否退款', '否', 'ship'],
    ['是否发货', '是', 'ask IMPORT_STATUS_UNKNOWN'],
    ['发货情况', '已发', 'skip IMPORT_ALREADY_SHIPPED'],
    ['Status', 'Refunded', 'skip IMPORT_REFUNDED'],
    ['Status', 'Cancelled', 'skip IMPORT_ORDER_CLOSED'],
    ['Order Status', 'Ready to ship', 'ship'],
    ['配送方式', '门店取货', 'ask IMPORT_NOT_BY_COURIER'],
    ['配送方式', '快递', 'ship'],
    ['发货方式', '无需快递', 'ask IMPORT_NOT_BY_COURIER'],
    ['单号', 'YT1234567890123', 'ask IMPORT_HAS_WAYBILL'],
    ['支付方式', '货到付款', 'ask IMPORT_COD_NO_AMOUNT'],
    ['是否货到付款', '是', 'ask IMPORT_COD_NO_AMOUNT'],
    ['是否货到付款', '否', 'ship'],
    ['订单类型', '货到付款', 'ask IMPORT_COD_NO_AMOUNT'],
    ['国家', '美国', 'ask IMPORT_ABROAD'],
    ['国家', '中国', 'ship'],
    ['ship-country', 'HK', 'ship'],
  ])('hears what a list of the shop’s own says: %s %j: %s', async (column, text, verdict) => {
    expect(await verdictOf({ [column]: text })).toBe(verdict);
  });

  it('lets an order paid at the door go where it says what to collect', async () => {
    expect(await verdictOf({ 支付方式: '货到付款', 代收: '120' })).toBe('ship');
    expect(await verdictOf({ 支付方式: '货到付款', 代收: '0' })).toBe('ask IMPORT_COD_NO_AMOUNT');
    expect(await verdictOf({ 支付方式: '货到付款', 代收: '看备注' })).toBe('ask IMPORT_AMOUNT_UNREADABLE');
  });

  it('asks where a row holds a second receiver under the same column names', async () => {
    const two = ['姓名', '手机', '地址'];
    const first = ['赵样例', '13800000001', place];
    const rows = await importRows([
      ['订单号', ...two, ...two],
      ['A1', ...first, '钱样例', '13800000002', '浙江省杭州市余杭区样板路2号'],
      ['A2', ...first, '', '', ''],
      ['A3', ...first, ...first],
    ]);
    const codes = rows.map((row) => row.kind === 'draft' && row.draft.complaints.map(({ code }) => code));
    expect(codes).toEqual([['IMPORT_SECOND_RECEIVER'], [], []]);
  });

  it('asks about hidden rows', async () => {
    const rows = await importRows([header, ['A1', '赵样例', '13800000001', place]], [2]);
    expect(rows[0]?.kind === 'draft' && rows[0].draft.complaints).toEqual([
      { code: 'IMPORT_HIDDEN_ROW', field: 'row' },
    ]);
  });

  it.each([
    ['赵**', '13800000001', place, 'name', 'IMPORT_MASKED_RECEIVER'],
    ['赵样例', '138****0001', place, 'phone', 'IMPORT_MASKED_RECEIVER'],
    ['赵样例', '13800000001', '广东省深圳市样板街道***', 'address', 'IMPORT_MASKED_RECEIVER'],
    ['赵样例', '仅待发货订单可查看', place, 'phone', 'IMPORT_RECEIVER_HIDDEN'],
    ['~AbCdEf0123456789==~1~', '13800000001', place, 'name', 'IMPORT_RECEIVER_ENCRYPTED'],
    ['209:AbCdEf012345', '13800000001', place, 'name', 'IMPORT_RECEIVER_USER_ID'],
    ['赵样例', '13800000001', `${place}深圳集运仓A12`, 'address', 'IMPORT_CONSOLIDATION'],
  ])('keeps such a receiver for a person: %s %s %s', async (name, phone, address, field, code) => {
    const rows = await importRows([header, ['A1', name, phone, address]]);
    expect(rows[0]?.kind === 'draft' && rows[0].draft).toMatchObject({
      verdict: 'ask',
      complaints: [{ code, field }],
    });
  });

  it('does not take a multiplication sign in an address for a mask', async () => {
    const rows = await importRows([header, ['A1', '赵样例', '13800000001', `${place}2*5栋`]]);
    expect(rows[0]?.kind === 'draft' && rows[0].draft.verdict).toBe('ship');
  });
});

describe('what a row says', () => {
  it('goods, amounts, weight, carrier and remarks', async () => {
    const draft = await draftOf({
      商品名称: '茶',
      商品规格: '250g',
      商家编码: 'TEA',
      数量: '2件',
      '重量(kg)': '1.25',
      买家留言: '快',
      卖家备注: '轻放',
      面单备注: '易碎',
      快递公司: '圆通快递',
      代收货款: '1,234.50',
      保价金额: '￥300元',
      店铺名称: '样例小店',
    });
    expect(draft).toMatchObject({
      items: [{ name: '茶', sku: '250g', skuCode: 'TEA', quantity: 2 }],
      weightGrams: 1250,
      codAmountFen: 123_450,
      insuredValueFen: 30_000,
      carrier: 'YTO',
      buyerRemark: '快',
      sellerRemark: '轻放；易碎',
      shop: '样例小店',
      parcelCount: 1,
      verdict: 'ship',
    });
  });

  it('an address or option changed later replaces the first one', async () => {
    const draft = await draftOf({
      修改后的收货地址: '浙江省杭州市样板路2号',
      商品规格: '红',
      修改后的sku: '蓝',
    });
    expect([draft.receiver.address, draft.items[0]?.sku]).toEqual(['浙江省杭州市样板路2号', '蓝']);
  });

  it('colour and size of two columns as one variant, and nothing twice', async () => {
    const variantOf = async (columns: Readonly<Record<string, Cell>>) =>
      (await draftOf({ 品名: '卫衣', ...columns })).items[0]?.sku;
    expect(await variantOf({ 颜色: '黑色', 尺码: 'XL' })).toBe('黑色 XL');
    expect(await variantOf({ 商品规格: '黑色;XL', 颜色: '黑色', 尺码: '' })).toBe('黑色;XL');
  });

  it('what is delivered where and how many boxes, as a wholesaler heads it', async () => {
    const rows = await importRows([
      ['订单号', '送货点', '联系人', '联系电话', '品名', '规格', '数量(箱)'],
      ['PO-1', '江苏省苏州市吴江区盛泽镇舜新中路18号1号仓', '蔡金根', '13812350002', 'A4纸', '70g', '20'],
    ]);
    expect(rows).toMatchObject([
      {
        kind: 'draft',
        draft: {
          receiver: { address: '江苏省苏州市吴江区盛泽镇舜新中路18号1号仓' },
          items: [{ name: 'A4纸', sku: '70g', quantity: 20 }],
        },
      },
    ]);
  });

  it('the group of a village that has a column of its own, and goods under 商品及数量', async () => {
    const village = '四川省巴中市平昌县云台镇龙尾村';
    const rows = await importRows([
      ['村名', '组', '户主', '联系方式', '商品及数量'],
      [village, '3组', '吴明德', '13540010001', '复合肥*5'],
      [`${village}4组`, '4组', '李光荣', '13540010002', '复合肥*3'],
    ]);
    expect(rows.map((row) => row.kind === 'draft' && row.draft.receiver.address)).toEqual([
      `${village} 3组`,
      `${village}4组`,
    ]);
    expect(rows).toMatchObject([{ draft: { items: [{ name: '复合肥*5' }] } }, {}]);
  });

  it('splits carrier and number that stand in one cell', async () => {
    const draft = await draftOf({ 快递信息: '圆通速递-YT0000000000003' });
    expect([draft.carrier, draft.waybillNo]).toEqual(['YTO', 'YT0000000000003']);
  });

  it('keeps which goods are a gift, and the first link of their picture', async () => {
    const goodsOf = async (columns: Readonly<Record<string, Cell>>) =>
      (await draftOf({ 商品名称: '茶', ...columns })).items[0];
    expect(await goodsOf({ 是否赠品: '是', 商品图片: 'https://img.example/1.jpg' })).toEqual({
      name: '茶',
      sku: '',
      skuCode: '',
      quantity: 1,
      isGift: true,
      imageUrl: 'https://img.example/1.jpg',
    });
    for (const no of ['', '否', '非赠品', '0', 'No', '-'])
      expect(await goodsOf({ 是否赠品: no })).not.toHaveProperty('isGift');
    expect(await goodsOf({ 图片链接: '//img.example/a b.jpg' })).toMatchObject({
      imageUrl: 'https://img.example/a',
    });
    expect(await goodsOf({ 主图: '主图：http://img.example/2.png，http://img.example/3.png' })).toMatchObject(
      {
        imageUrl: 'http://img.example/2.png',
      },
    );
    for (const odd of ['无', 'file:///etc/passwd', 'https://me:word@img.example/1.jpg', 'javascript://x'])
      expect(await goodsOf({ 商品图片: odd })).not.toHaveProperty('imageUrl');
  });

  it('asks where a quantity, amount or weight cannot be read', async () => {
    const draft = await draftOf({ 数量: '若干', 代收货款: '约三百', 重量: '重' });
    expect(draft.complaints.map((one) => one.field)).toEqual(['quantity', 'weightGrams', 'codAmountFen']);
    expect(draft).toMatchObject({ weightGrams: null, codAmountFen: 0, verdict: 'ask' });
  });

  it('complaints carry no personal data', async () => {
    const rows = await importRows([header, ['A1', '赵**', '138****0001', `${place}***`]]);
    expect(JSON.stringify(rows[0]?.kind === 'draft' && rows[0].draft.complaints)).not.toMatch(/赵|138|深圳/);
  });
});
