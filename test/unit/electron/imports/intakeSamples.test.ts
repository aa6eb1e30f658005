import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ImportedRow } from '../../../../electron/imports/kit/orderDraft.ts';
import { eachOf } from '../../../../electron/imports/kit/tableFormat.ts';
import { openOrderFile } from '../../../../electron/imports/openOrderFile.ts';
import { recogniseTable } from '../../../../electron/imports/recognition/recogniseTable.ts';
import { readOrderRows } from '../../../../electron/imports/rows/readOrderRows.ts';

async function importSample(path: string) {
  const table = await openOrderFile(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)));
  if (!table.ok) throw new Error(table.code);
  try {
    const recognition = await recogniseTable(table.value);
    if (!recognition.ok) throw new Error(recognition.code);
    const rows: ImportedRow[] = [];
    for await (const row of eachOf(readOrderRows(table.value, recognition.value))) rows.push(row);
    return { recognition: recognition.value, rows };
  } finally {
    await table.value.close();
  }
}

function verdicts(rows: readonly ImportedRow[]): string[] {
  return rows.map((row) => (row.kind === 'draft' ? row.draft.verdict : 'rejected'));
}

function draft(rows: readonly ImportedRow[], index: number) {
  const row = rows[index];
  if (row?.kind !== 'draft') throw new Error('no draft');
  return row.draft;
}

describe('a file as the platform exports it', () => {
  it('Taobao: wrapped numbers, apostrophes, changed address, closed and unpaid orders', async () => {
    const { recognition, rows } = await importSample('test/fixtures/intake/taobao.csv');
    expect([recognition.profile, recognition.encoding]).toEqual(['taobao', 'gb18030']);
    expect(verdicts(rows)).toEqual(['ship', 'ship', 'skip', 'skip', 'ask']);
    expect(draft(rows, 0)).toMatchObject({
      orderNo: '2100000000000000001',
      receiver: {
        name: '赵样例',
        phone: '13800000001',
        address: '广东省 深圳市 南山区 样板路1号1栋(518000)',
      },
      sellerRemark: '仓库：一号',
    });
    expect(draft(rows, 1).receiver).toMatchObject({
      name: '钱㐀例',
      tel: '0571-80000002',
      address: '浙江省 杭州市 西湖区 新样板路20号',
    });
  });

  it('Pinduoduo: tabs, full-width brackets, extension in the name, review flag', async () => {
    const { recognition, rows } = await importSample('test/fixtures/intake/pinduoduo.csv');
    expect([recognition.profile, recognition.encoding]).toEqual(['pinduoduo', 'utf-8']);
    expect(verdicts(rows)).toEqual(['ship', 'skip', 'skip', 'ask']);
    expect(draft(rows, 0)).toMatchObject({
      orderNo: '260101-000000000000001',
      receiver: {
        name: '赵样例[1234]',
        phone: '18400000001',
        address: '样板路1号1栋101室[1234]',
        district: '南山区',
      },
      items: [{ name: '样品绿茶', sku: '250g', skuCode: 'TEA-250', quantity: 2 }],
    });
  });

  it('Douyin: two rows of one order, one refunded; a masked receiver; carrier and number in one cell', async () => {
    const { recognition, rows } = await importSample('test/fixtures/intake/douyin.xlsx');
    expect(recognition.profile).toBe('douyin');
    expect(verdicts(rows)).toEqual(['ship', 'skip', 'ask', 'skip']);
    expect(draft(rows, 0)).toMatchObject({
      orderNo: '6900000000000000001',
      receiver: { phone: '18400000001-1234', town: '样板街道' },
    });
    expect(draft(rows, 3)).toMatchObject({ carrier: 'YTO', waybillNo: 'YT0000000000003' });
  });

  it('JD: the phone column is the mobile, 订单备注 the buyer’s; deleted orders; a rare character', async () => {
    const { recognition, rows } = await importSample('test/fixtures/intake/jd.csv');
    expect([recognition.profile, recognition.encoding]).toEqual(['jd', 'gb18030']);
    expect(verdicts(rows)).toEqual(['ship', 'skip', 'ask']);
    expect(draft(rows, 0)).toMatchObject({
      receiver: { name: '赵䶮例', phone: '13800000001' },
      buyerRemark: '周末送',
      sellerRemark: '轻放',
    });
  });

  it('the sample orders: 24 orders in 25 rows, one held, one cancelled', async () => {
    const { recognition, rows } = await importSample('resources/samples/orders.xlsx');
    expect([recognition.profile, recognition.headerRowNumber]).toEqual(['generic', 1]);
    expect(rows).toHaveLength(25);
    const numbers = new Set(rows.map((_row, index) => draft(rows, index).orderNo));
    expect(numbers.size).toBe(24);
    expect([...numbers].every((number) => /^\d{19}$/.test(number))).toBe(true);
    const counted = verdicts(rows);
    expect(['ship', 'ask', 'skip'].map((one) => counted.filter((verdict) => verdict === one).length)).toEqual(
      [23, 1, 1],
    );
  });
});
