import { describe, expect, it } from 'vitest';
import type { TableCell } from '../../../../../electron/imports/kit/tableFormat.ts';
import { type Cell, draftOf, header, importRows, place } from '../../../../doubles/files/importedRows.ts';

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

  it('keeps an order whose buyer writes 最多3天送到, and still passes over an example', async () => {
    const withNote = [...header, '买家留言'];
    const rows = await importRows([
      withNote,
      ['示例', '张样例', '13800000000', place, ''],
      ['A1', '赵样例', '13800000001', place, '不要放驿站，最多3天送到'],
      ['A2', '钱样例', '13800000002', place, '说明：不超过2楼送上门'],
      ['A3', '孙样例', '13800000003', place, '例：上次那种，必填发票'],
    ]);
    expect(rows.map((row) => row.kind === 'draft' && row.draft.orderNo)).toEqual(['A1', 'A2', 'A3']);
  });

  it('holds up what stands below a line that says so, up to the next such line', async () => {
    const rows = await importRows([
      header,
      ['A1', '赵样例', '13800000001', place],
      ['以下明天再发，先不要打单'],
      ['A2', '钱样例', '13800000002', place],
      ['A3', '孙样例', '13800000003', place],
      ['下面是店铺B的'],
      ['A4', '李样例', '13800000004', place],
    ]);
    const held = { code: 'IMPORT_HEADING_SAYS_WAIT', field: 'row', params: { word: '明天再发', row: 3 } };
    expect(rows.map((row) => row.kind === 'draft' && row.draft.complaints)).toEqual([[], [held], [held], []]);
  });

  it('reads a further list in the same sheet by its own header, whatever the order of its columns', async () => {
    const rows = await importRows([
      ['12月1日 店铺A'],
      ['订单号', '收货人', '手机', '收货地址', '商品', '数量'],
      ['A-001', '王小明', '13812345678', place, '保温杯', '2'],
      ['A-002', '李华', '13987654321', place, '雨伞', '1'],
      [],
      ['12月1日 店铺B'],
      ['订单编号', '商品', '数量', '收件人', '收件地址', '电话', '买家留言'],
      ['B-001', '毛巾', '3', '赵六', place, '13811112222', '快点发'],
      ['合计', '', '3'],
    ]);
    const drafts = rows.map((row) => (row.kind === 'draft' ? row.draft : null));
    expect(drafts.map((draft) => draft?.orderNo)).toEqual(['A-001', 'A-002', 'B-001']);
    expect(drafts[2]).toMatchObject({
      rowNumber: 8,
      verdict: 'ship',
      buyerRemark: '快点发',
      items: [{ name: '毛巾', quantity: 3 }],
    });
    expect(JSON.stringify(drafts[2])).toContain('13811112222');
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
    expect(rows).toMatchObject([{ draft: { items: [{ name: '复合肥', quantity: 5 }] } }, {}]);
  });

  it('splits carrier and number that stand in one cell', async () => {
    const draft = await draftOf({ 快递信息: '圆通速递-YT0000000000003' });
    expect([draft.carrier, draft.waybillNo]).toEqual(['YTO', 'YT0000000000003']);
  });

  it('packs the gift that stands in a column of its own beside the goods', async () => {
    const goodsOf = async (columns: Readonly<Record<string, Cell>>) =>
      (await draftOf({ 商品: '龙井茶', '商品数量(件)': '2', ...columns })).items;
    const tea = { name: '龙井茶', sku: '', skuCode: '', quantity: 2 };
    const gift = { name: '试用装茶包', sku: '', skuCode: '', quantity: 3, isGift: true };
    expect(await goodsOf({ 赠品名称: '试用装茶包', 赠品数量: '3' })).toEqual([tea, gift]);
    expect(await goodsOf({ 赠品名称: '试用装茶包' })).toEqual([tea, { ...gift, quantity: 1 }]);
    expect(await goodsOf({ 赠品信息: '试用装茶包*3；手提袋*1' })).toEqual([
      tea,
      gift,
      { ...gift, name: '手提袋', quantity: 1 },
    ]);
    for (const none of ['', '无', '-', '0', '没有'])
      expect(await goodsOf({ 赠品名称: none, 赠品数量: '0' }), none).toEqual([tea]);
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
