import { describe, expect, it } from 'vitest';
import { header, importRows, place, verdictOf } from '../../../../doubles/files/importedRows.ts';

describe('may it ship', () => {
  it('ships when the file has no status', async () => {
    expect(await verdictOf({})).toBe('ship');
  });

  it.each([
    ['买家已付款，等待卖家发货', 'ship'],
    ['待发货', 'ship'],
    ['等待出库', 'ship'],
    ...[
      '付款成功',
      '支付成功',
      '已接单',
      '配货中',
      '待打印',
      '可发货',
      '待商家发货（已付款）',
      '商家待发货',
      '买家已付款,等待发货',
    ].map((word): [string, string] => [word, 'ship']),
    ...['待收件', '已打印', '缺货', '待确认发货', '延迟发货', '已付定金'].map((word): [string, string] => [
      word,
      'ask IMPORT_STATUS_UNKNOWN',
    ]),
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
    ...[
      '没有售后',
      '未发起',
      '未售后',
      '暂无',
      'N/A',
      '无需退款',
      '退款申请已撤销',
      '买家已撤销申请',
      '已取消退款',
      '撤销退款',
    ].map((word): [string, string] => [word, 'ship']),
    ...[
      '未处理',
      '未同意',
      '未完成',
      '已取消',
      '用户取消',
      '商家取消',
      '未收到货',
      '申请退款',
      '退款失败',
    ].map((word): [string, string] => [word, 'ask IMPORT_REFUND_OPEN']),
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
    ['是否打单', '是', 'ask IMPORT_HELD'],
    ['是否打单', '否', 'ship'],
    ['打单状态', '已打单', 'ask IMPORT_HELD'],
    ['打单状态', '未打单', 'ship'],
    ['打印状态', '待打印', 'ship'],
    ['打印次数', '1', 'ask IMPORT_HELD'],
    ['打印次数', '0', 'ship'],
    ['打单时间', '2026-11-30 10:00', 'ask IMPORT_HELD'],
    ['打单时间', '', 'ship'],
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

  it('asks about what is crossed out, not about a price that was lowered', async () => {
    expect(await verdictOf({ 商品: { text: '样品绿茶', isStruck: true } })).toBe('ask IMPORT_STRUCK_OUT');
    expect(
      await verdictOf({ 单价: { text: '39', isStruck: true }, 内部事项: { text: 'x', isStruck: true } }),
    ).toBe('ship');
  });

  it('hears a state that a list keeps in a column that nothing is read of', async () => {
    expect(await verdictOf({ 进度: '已发' })).toBe('ask IMPORT_HELD');
    expect(await verdictOf({ 情况: '客户退单' })).toBe('ask IMPORT_HELD');
    expect(await verdictOf({ 进度: '已打包', 送货路线: '取暖器那条线' })).toBe('ship');
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

describe('what an export says of a line in its own words', () => {
  /** The verdicts of the lines and the goods that are packed. */
  async function read(...table: readonly (readonly string[])[]): Promise<readonly string[]> {
    return (await importRows(table)).map((row) => {
      if (row.kind !== 'draft') return row.rejected.complaint.code;
      const { verdict, complaints, items } = row.draft;
      const goods = items.map(({ name, quantity }) => `${name}×${quantity}`).join(' ');
      return [verdict, ...complaints.map(({ code }) => code), goods].join(' ');
    });
  }

  it('Amazon: only what is still to be shipped is packed', async () => {
    const person = ['张样例', '样板路1号', '杭州市', '浙江省', '13800000001'];
    const columns = ['order-id', 'order-item-id', 'product-name', 'quantity-purchased', 'quantity-to-ship'];
    const receiver = ['recipient-name', 'ship-address-1', 'ship-city', 'ship-state', 'ship-phone-number'];
    expect(
      await read(
        [...columns, ...receiver],
        ['250-1234567-7654321', '1', '保温杯', '3', '1', ...person],
        ['250-1234567-7654321', '2', '杯刷', '2', '0', ...person],
      ),
    ).toEqual(['ship 保温杯×1', 'skip IMPORT_ALREADY_SHIPPED 杯刷×1']);
  });

  it('eBay: a sale without its payment is asked about, one with its shipping day has left', async () => {
    const columns = ['Order Number', 'Sales Record Number', 'Item Title', 'Quantity', 'Ship To Name'];
    const further = ['Ship To Phone', 'Ship To Address 1', 'Ship To City', 'Paid On Date', 'Shipped On Date'];
    const line = (no: string, ...days: readonly string[]) => [
      no,
      '1',
      'Camera',
      '1',
      '张样例',
      '13800000001',
      `${place}`,
      '深圳市',
      ...days,
    ];
    expect(
      await read(
        [...columns, ...further],
        line('12-10001-20001', 'Nov-30-26', ''),
        line('12-10001-20002', '', ''),
        line('12-10001-20003', 'Nov-30-26', 'Dec-01-26'),
      ),
    ).toEqual([
      'ship Camera×1',
      'ask IMPORT_STATUS_WAITING Camera×1',
      'skip IMPORT_ALREADY_SHIPPED Camera×1',
    ]);
  });

  it('小红书: an order of the kind 预售订单 is asked about', async () => {
    const columns = [
      '订单号',
      'SKU件数',
      '规格ID',
      'SKU名称',
      '收件人姓名',
      '收件人电话',
      '收件人地址',
      '订单类型',
    ];
    const line = (no: number, kind: string) => [
      `P77000000000000000${no}`,
      '1',
      'g1',
      '围巾',
      '张样例',
      '13800000001',
      place,
      kind,
    ];
    expect(await read(columns, line(1, '现货订单'), line(2, '预售订单'))).toEqual([
      'ship 围巾×1',
      'ask IMPORT_PRESALE 围巾×1',
    ]);
  });

  it('a takeaway order that a rider brings is no parcel', async () => {
    expect(await verdictOf({ 配送方式: '骑手配送' })).toBe('ask IMPORT_NOT_BY_COURIER');
    expect(await verdictOf({ 配送方式: '快递' })).toBe('ship');
  });

  it('a florist’s list names who orders and who receives; a bookshop’s list has its books', async () => {
    const [flowers] = await importRows([
      ['订花人', '订花人电话', '收花人', '收花人电话', '送花地址', '花束'],
      ['马样例', '13800000001', '林样例', '13800000002', place, '红玫瑰'],
    ]);
    expect(flowers).toMatchObject({
      draft: { receiver: { name: '林样例', phone: '13800000002' }, items: [{ name: '红玫瑰' }] },
    });
    const [books] = await importRows([
      ['读者', '收件人', '联系方式', '寄送地址', '书目', '册数'],
      ['顾样例', '顾样例', '13800000001', place, '《瓦尔登湖》', '2'],
    ]);
    expect(books).toMatchObject({ draft: { items: [{ name: '《瓦尔登湖》', quantity: 2 }] } });
  });
});
