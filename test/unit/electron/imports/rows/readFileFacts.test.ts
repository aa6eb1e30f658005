import { describe, expect, it } from 'vitest';
import { eachOf } from '../../../../../electron/imports/kit/tableFormat.ts';
import { recogniseTable } from '../../../../../electron/imports/recognition/recogniseTable.ts';
import { readFileFacts } from '../../../../../electron/imports/rows/readFileFacts.ts';
import { readOrderRows } from '../../../../../electron/imports/rows/readOrderRows.ts';
import { memoryTable } from '../../../../doubles/files/memoryTable.ts';

const person = ['赵样例', '13800000001', '广东省深圳市南山区样板路1号'];

async function weigh(header: string, weights: readonly string[]) {
  const rows = weights.map((weight, index) => [`A${index}`, ...person, weight]);
  const table = memoryTable([['订单号', '收货人', '手机', '地址', header], ...rows]);
  const recognition = await recogniseTable(table);
  if (!recognition.ok) throw new Error(recognition.code);
  const read: string[] = [];
  for await (const row of eachOf(readOrderRows(table, recognition.value))) {
    if (row.kind !== 'draft') continue;
    const isOdd = row.draft.complaints.some(({ code }) => code === 'IMPORT_WEIGHT_OUTLIER');
    read.push(`${row.draft.weightGrams}${isOdd ? '!' : ''}`);
  }
  return { read: read.join(' '), notes: readFileFacts(recognition.value).notes };
}

it('a list without goods tells that columns were left unread, where they may hold them', async () => {
  const notesOf = async (...more: readonly string[]) => {
    const headers = ['序号', '收货人', '手机', '地址', ...more];
    const recognition = await recogniseTable(
      memoryTable([headers, ['1', ...person, ...more.map(() => '红富士')]]),
    );
    if (!recognition.ok) throw new Error(recognition.code);
    return readFileFacts(recognition.value).notes.map(({ code }) => code);
  };
  expect(await notesOf('要的东东')).toEqual(['IMPORT_GOODS_UNREAD']);
  expect(await notesOf('商品', '要的东东')).toEqual([]);
  expect(await notesOf()).toEqual([]);
});

it('件数 beside goods counts these, and says so where it could be boxes', async () => {
  const notesOf = async (headers: readonly string[], ...more: readonly string[]) => {
    const table = memoryTable([
      ['订单号', '收货人', '手机', '地址', ...headers],
      ['A1', ...person, ...more],
    ]);
    const recognition = await recogniseTable(table);
    if (!recognition.ok) throw new Error(recognition.code);
    return readFileFacts(recognition.value).notes.map(({ code }) => code);
  };
  expect(await notesOf(['品名', '件数'], '苹果', '3')).toEqual(['IMPORT_PIECES_ARE_GOODS']);
  expect(await notesOf(['品名', '件数'], '苹果', '1')).toEqual([]);
  expect(await notesOf(['品名', '数量', '件数'], '苹果', '3', '2')).toEqual([]);
  expect(await notesOf(['品名', '商品件数'], '苹果', '3')).toEqual([]);
});

describe('a weight column', () => {
  it('without a unit counts in grams when most values could be nothing else, and says so', async () => {
    const { read, notes } = await weigh('重量', ['350', '480', '150', '1200', '90']);
    expect(read).toBe('350 480 150 1200 90');
    expect(notes).toMatchObject([
      { code: 'IMPORT_WEIGHT_UNIT_GUESSED', params: { column: '重量', unit: 'g' } },
    ]);
  });

  it('without a unit counts in kilograms when no value is too large', async () => {
    const { read, notes } = await weigh('重量', ['0.35', '0.5', '1', '1.2', '2']);
    expect(read).toBe('350 500 1000 1200 2000');
    expect(notes).toMatchObject([{ params: { unit: 'kg' } }]);
  });

  it('with a unit is read by it, and a value a thousand times off is flagged', async () => {
    const { read, notes } = await weigh('重量(kg)', ['0.35', '0.5', '500', '1.2', '2', '1kg', '1lb']);
    expect(read).toBe('350 500 500000! 1200 2000 1000 454');
    expect(notes).toEqual([]);
  });

  it('too few weights call nothing unusual', async () => {
    expect((await weigh('重量(kg)', ['0.35', '500'])).read).toBe('350 500000');
  });
});

describe('order numbers', () => {
  async function refused(numbers: readonly string[]) {
    const table = memoryTable([
      ['订单号', '收货人', '手机', '地址'],
      ...numbers.map((no) => [no, ...person]),
    ]);
    const recognition = await recogniseTable(table);
    if (!recognition.ok) throw new Error(recognition.code);
    const kinds: string[] = [];
    for await (const row of eachOf(readOrderRows(table, recognition.value))) kinds.push(row.kind);
    return kinds;
  }

  it('that all end in zeros where a spreadsheet cuts digits off are refused, never repaired', async () => {
    expect(await refused(['2100000012345670000', '2100000012345680000', '2100000012345690000'])).toEqual([
      'rejected',
      'rejected',
      'rejected',
    ]);
  });

  it('of which one ends in zeros by chance are whole', async () => {
    expect(await refused(['2100000012345670000', '2100000012345680017'])).toEqual(['draft', 'draft']);
  });
});
