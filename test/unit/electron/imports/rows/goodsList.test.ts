import { describe, expect, it } from 'vitest';
import { readGoodsList } from '../../../../../electron/imports/rows/goodsList.ts';
import { draftOf, importRows } from '../../../../doubles/files/importedRows.ts';

const read = (text: string) =>
  readGoodsList(text)
    ?.map(({ name, count }) => `${name}×${count}`)
    .join(' ');

/** name|sku|code×quantity of each item. */
async function itemsOf(columns: Readonly<Record<string, string>>): Promise<string> {
  const { items } = await draftOf(columns);
  return items.map(({ name, sku, skuCode, quantity }) => `${name}|${sku}|${skuCode}×${quantity}`).join(' ');
}

describe('several goods in one cell', () => {
  it.each([
    ['苹果*2;香梨*1', '苹果×2 香梨×1'],
    ['苹果x2+香梨x1', '苹果×2 香梨×1'],
    ['苹果 2件，香梨 1件', '苹果×2 香梨×1'],
    ['苹果 x 2\n香梨 x 1', '苹果×2 香梨×1'],
    ['苹果*2 香梨*1', '苹果×2 香梨×1'],
    ['苹果（红，大）*2；香梨*1', '苹果（红，大）×2 香梨×1'],
    ['苹果(2件)，香梨（x1）', '苹果×2 香梨×1'],
    ['红色:2;蓝色:1', '红色×2 蓝色×1'],
    ['A4纸*5;3M胶带*10', 'A4纸×5 3M胶带×10'],
    ['Max x 2; Pro x1', 'Max×2 Pro×1'],
    ['白色/XL*2 黑色/L*1', '白色/XL×2 黑色/L×1'],
    ['1、苹果*2\n2、香梨*3', '苹果×2 香梨×3'],
    ['1.苹果*2 2.香梨*1', '苹果×2 香梨×1'],
    ['苹果×2+香梨×1(赠)', '苹果×2 香梨（赠）×1'],
    ['(1) 苹果*2\n(2) 香梨*3', '苹果×2 香梨×3'],
    ['苹果✖2 香梨✖1', '苹果×2 香梨×1'],
    ['口红#201 x 1, 口红#305 x 1', '口红#201×1 口红#305×1'],
    ['SKU12345*2,SKU67890*1', 'SKU12345×2 SKU67890×1'],
  ])('%s is %s', (text, goods) => {
    expect(read(text)).toBe(goods);
  });

  it.each([
    ['苹果2箱，香梨3箱', '苹果1箱×2 香梨1箱×3'],
    ['2箱苹果+1箱香梨', '1箱苹果×2 1箱香梨×1'],
    ['苹果两箱 香梨一箱', '苹果1箱×2 香梨1箱×1'],
    ['苹果二十箱；香梨十二箱', '苹果1箱×20 香梨1箱×12'],
    ['苹果十箱，香梨一箱', '苹果1箱×10 香梨1箱×1'],
  ])('keeps the pack that is counted: %s is %s', (text, goods) => {
    expect(read(text)).toBe(goods);
  });

  it.each([
    'T恤,白色,XL',
    '苹果+香梨礼盒',
    '桌布 120*80',
    '颜色:红;尺码:42',
    '苹果5斤,香梨3斤',
    '苹果*2;香梨',
    '抽纸3层*120抽*10包',
    'A4纸 70g*500张',
    '买2件送1件',
    '第1件，第2件',
    '苹果*2;香梨*0',
    '苹果2箱半',
    '螺丝 M6*20',
    '2、3号电池',
  ])('leaves a name as it is written: %s', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('become as many items of the order, whether the quantity is blank, one or their sum', async () => {
    for (const quantity of ['', '1', '3']) {
      expect(await itemsOf({ 商品: '苹果*2;香梨*1', 数量: quantity })).toBe('苹果||×2 香梨||×1');
    }
    expect(await itemsOf({ 商品: '苹果*2' })).toBe('苹果||×2');
    expect(await itemsOf({ 商家编码: 'A-1*2;B-1*1' })).toBe('||A-1×2 ||B-1×1');
    expect(await itemsOf({ 商品: 'T恤', 规格: '白色XL*2，黑色L*1' })).toBe('T恤|白色XL|×2 T恤|黑色L|×1');
  });

  it('wait for a person where the quantity says another number', async () => {
    const { verdict, complaints } = await draftOf({ 商品: '苹果*2;香梨*1', 数量: '2' });
    expect([verdict, complaints]).toEqual([
      'ask',
      [{ code: 'IMPORT_GOODS_COUNT_DIFFERS', field: 'items', params: { sum: 3, quantity: 2 } }],
    ]);
  });

  it('stay one article where the row has its code or its price: a set is called so', async () => {
    expect(await itemsOf({ 商品: '苹果*2+香梨*1', 商家编码: 'SET1', 数量: '3' })).toBe(
      '苹果*2+香梨*1||SET1×3',
    );
    expect(await itemsOf({ 商品: '苹果*2+香梨*1', 单价: '39.90', 数量: '3' })).toBe('苹果*2+香梨*1||×3');
    expect(await itemsOf({ 商品: '苹果*2', 数量: '3' })).toBe('苹果*2||×3');
  });
});

describe('a column for each kind of goods', () => {
  const list = (head: readonly string[], ...rows: readonly (readonly string[])[]) =>
    importRows([
      ['姓名', '电话', '地址', ...head],
      ...rows.map((row) => ['赵样例', '13800000001', '广东省深圳市南山区样板路1号', ...row]),
    ]);
  const goods = async (...given: Parameters<typeof list>) =>
    (await list(...given)).map((row) =>
      row.kind === 'draft'
        ? row.draft.items.map(({ name, sku, quantity }) => `${name}|${sku}×${quantity}`).join(' ')
        : row.kind,
    );

  it('gives each order what its row counts', async () => {
    expect(
      await goods(['苹果5斤', '香梨3斤', '月饼', '备注'], ['2', '', '1', ''], ['', '3箱', '0', '周末送']),
    ).toEqual(['月饼|×1 苹果5斤|×2', '香梨3斤|×3']);
  });

  it('reads sizes of the article that the row names, the same whatever the order of the columns', async () => {
    expect(await goods(['商品', 'S', 'M', 'L'], ['T恤', '1', '', '2'], ['T恤', '', '4', ''])).toEqual([
      'T恤|L×2 T恤|S×1',
      'T恤|M×4',
    ]);
  });

  it('is none where the numbers count something else', async () => {
    const heads = ['年龄', '楼层', '运费', '总数'];
    expect(await goods(heads, ['30', '2', '8', '3'], ['40', '3', '8', '2'])).toEqual(['', '']);
  });

  it('is none beside a column of quantities', async () => {
    expect(await goods(['商品', '数量', '甲', '乙'], ['苹果', '2', '1', '1'])).toEqual(['苹果|×2']);
  });
});

describe('goods in numbered columns', () => {
  const place = '广东省深圳市南山区样板路1号';

  it('are items of their own, each with its quantity', async () => {
    const rows = await importRows([
      ['收货人', '手机', '地址', '商品1', '规格1', '数量1', '商品2', '规格2', '数量2'],
      ['赵样例', '13800000001', place, '苹果', '红', '2', '香梨', '', '1'],
      ['钱样例', '13800000002', place, '苹果', '青', '3', '', '', ''],
    ]);
    expect(
      rows.map(
        (row) => row.kind === 'draft' && row.draft.items.map((item) => [item.name, item.sku, item.quantity]),
      ),
    ).toEqual([
      [
        ['苹果', '红', 2],
        ['香梨', '', 1],
      ],
      [['苹果', '青', 3]],
    ]);
  });

  it('a second receiver beside the first waits, a second line of an address and a spare number do not', async () => {
    const second = await importRows([
      ['收件人1', '电话1', '地址1', '收件人2', '电话2', '地址2'],
      ['赵样例', '13800000001', place, '钱样例', '13800000002', place],
    ]);
    expect(second).toMatchObject([
      { draft: { verdict: 'ask', complaints: [{ code: 'IMPORT_SECOND_RECEIVER' }] } },
    ]);
    const lines = await importRows([
      ['收件人', '手机', '手机2', '地址1', '地址2'],
      ['赵样例', '13800000001', '13800000002', '广东省深圳市南山区', '样板路1号'],
    ]);
    expect(lines).toMatchObject([
      { draft: { verdict: 'ship', receiver: { address: '广东省深圳市南山区 样板路1号', tel: '' } } },
    ]);
  });
});

it('a column 到付 that says yes has the receiver pay the carrier', async () => {
  expect((await draftOf({ 到付: '是' })).wishes).toEqual({ payment: 'receiver' });
  expect((await draftOf({ 到付: '否' })).wishes).toBeNull();
});

describe('a list without a header', () => {
  it('takes what stands before a column of counts for the goods', async () => {
    const row = (name: string, goods: string, count: string) => [
      name,
      '13800000001',
      '广东省深圳市南山区样板路1号',
      goods,
      count,
    ];
    const rows = await importRows([row('赵样例', '苹果', '2'), row('钱样例', '香梨', '1')]);
    expect(rows.map((one) => one.kind === 'draft' && one.draft.items)).toEqual([
      [{ name: '苹果', sku: '', skuCode: '', quantity: 2 }],
      [{ name: '香梨', sku: '', skuCode: '', quantity: 1 }],
    ]);
  });
});
