import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headerSpellings } from '../../../../../electron/imports/profiles/headerSpellings.ts';
import { forgetColumns, readMemories } from '../../../../../electron/usecases/intake/columnMemories.ts';
import {
  addSpelling,
  answerStatusWord,
  readStatusQuestions,
  removeSpelling,
} from '../../../../../electron/usecases/intake/dictionary.ts';
import { exportFieldList } from '../../../../../electron/usecases/intake/fieldList.ts';
import { type ImportOverrides, importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { readTexts } from '../../../../doubles/files/orderFile.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

async function take(rows: readonly (readonly string[])[], overrides?: ImportOverrides) {
  const path = join(workspace.folder, 'in.csv');
  writeFileSync(path, `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);
  const report = await importOrders(workspace, { path, overrides, minConfidence: 0.5, isDryRun: false });
  if (!report.ok) throw new Error(report.code);
  return report.value;
}

const fieldOf = (report: Awaited<ReturnType<typeof take>>, header: string) =>
  report.recognition.mapping.find((column) => column.header === header);
const stored = () => workspace.store.read.orders.window({}, { offset: 0, limit: 100 });
const person = ['赵试单', '13800000001', '广东省深圳市南山区样板路1号1栋101室'];

describe('teaching the dictionary', () => {
  it('an own column name is read from the next file on, and no longer once it is taken out', async () => {
    const file = [
      ['单号', '收货人', '手机', '地址', '捎的话'],
      ['A1', ...person, '轻放'],
    ];
    expect(fieldOf(await take(file), '捎的话')?.field).toBeNull();
    const added = await addSpelling(workspace, {
      spelling: '捎的话',
      field: 'sellerRemark',
      isConfirmed: false,
    });
    expect(added.ok).toBe(true);
    expect(fieldOf(await take(file), '捎的话')).toMatchObject({ field: 'sellerRemark', rule: 'own' });
    await removeSpelling(workspace, '捎的话');
    expect(fieldOf(await take(file), '捎的话')?.field).toBeNull();
    expect(await removeSpelling(workspace, '捎的话')).toMatchObject({ code: 'DICTIONARY_ENTRY_NOT_FOUND' });
  });

  it.each([
    ['买家留言', 'sellerRemark', 'DICTIONARY_SPELLING_TAKEN'],
    ['退货人手机', 'receiverPhone', 'DICTIONARY_SPELLING_GUARDED'],
    ['发票收件人', 'receiverName', 'DICTIONARY_SPELLING_GUARDED'],
    ['  ', 'sellerRemark', 'DICTIONARY_SPELLING_INVALID'],
    ['长'.repeat(61), 'sellerRemark', 'DICTIONARY_SPELLING_INVALID'],
    ['捎的话', 'nonsense', 'DICTIONARY_FIELD_UNKNOWN'],
  ])('%j as %s asks or refuses: %s', async (spelling, field, code) => {
    expect(await addSpelling(workspace, { spelling, field, isConfirmed: false })).toMatchObject({ code });
    expect(await workspace.store.read.dictionary.spellings()).toEqual([]);
  });

  it('a second yes moves a known column name to another field', async () => {
    await addSpelling(workspace, { spelling: '备注', field: 'buyerRemark', isConfirmed: true });
    const report = await take([
      ['单号', '收货人', '手机', '地址', '备注'],
      ['A1', ...person, '快'],
    ]);
    expect(fieldOf(report, '备注')).toMatchObject({ field: 'buyerRemark', rule: 'own' });
    expect((await stored())[0]).toMatchObject({ buyerRemark: '快', sellerRemark: '' });
  });
});

describe('columns chosen by hand', () => {
  const header = ['货单', '某甲', '某乙', '某丙', '某丁'];
  const row = ['A1', ...person, '易碎品轻放'];

  it('are remembered for the same headers, in whatever order, and can be forgotten', async () => {
    const columns = { 4: 'sellerRemark', 0: 'orderNo' };
    expect(fieldOf(await take([header, row], { columns }), '某丁')).toMatchObject({ rule: 'operator' });
    const turned = [[...header].reverse(), [...row].reverse()];
    const again = await take(turned);
    expect(fieldOf(again, '某丁')).toMatchObject({
      field: 'sellerRemark',
      rule: 'remembered',
      confidence: 1,
    });
    expect(fieldOf(again, '货单')).toMatchObject({ field: 'orderNo', rule: 'remembered' });
    const [memory] = await readMemories(workspace);
    expect(memory).toMatchObject({
      uses: 2,
      columns: expect.arrayContaining([{ header: '某丁', field: 'sellerRemark' }]),
    });
    await forgetColumns(workspace, memory?.key ?? '');
    expect(fieldOf(await take(turned), '某丁')?.field).toBeNull();
  });

  it('do not reach a file with one column more', async () => {
    await take([header, row], { columns: { 4: 'sellerRemark' } });
    const other = await take([
      [...header, '某戊'],
      [...row, 'x'],
    ]);
    expect(fieldOf(other, '某丁')?.field).toBeNull();
  });
});

describe('an unknown status word', () => {
  const header = ['订单号', '收货人', '手机', '地址', '订单状态'];
  const file = [header, ['A1', ...person, '等待质检'], ['A2', ...person, '待发货']];

  it('stops its order with the word, is answered once, and is known from then on', async () => {
    const first = await take(file);
    expect(first.attention).toMatchObject([
      { code: 'IMPORT_STATUS_UNKNOWN', field: 'status', params: { word: '等待质检' }, orderNo: 'A1' },
    ]);
    expect(await readStatusQuestions(workspace)).toEqual([
      { profile: 'generic', word: '等待质检', orders: 1 },
    ]);
    const answered = await answerStatusWord(workspace, {
      profile: 'generic',
      word: '等待质检',
      verdict: 'ship',
    });
    expect(answered).toMatchObject({ ok: true, value: { settledOrders: 1 } });
    expect((await stored()).map((order) => order.state)).toEqual(['ready', 'ready']);
    expect(await readStatusQuestions(workspace)).toEqual([]);
    const later = await take([header, ['A3', ...person, '等待质检']]);
    expect(later).toMatchObject({ imported: 1, needsReview: 0 });
  });

  it.each([
    ['shipped', 'IMPORT_ALREADY_SHIPPED'],
    ['never', 'IMPORT_ORDER_CLOSED'],
  ] as const)('answered %s keeps its orders back and refuses later rows', async (verdict, code) => {
    await take(file);
    await answerStatusWord(workspace, { profile: 'generic', word: '等待质检', verdict });
    const order = await workspace.store.read.orders.byOrderNo('A1');
    expect(order).toMatchObject({ state: 'needs-review', errorCode: code });
    const later = await take([header, ['A3', ...person, '等待质检'], ['A4', ...person, '待发货']]);
    expect(later).toMatchObject({ imported: 1, skipped: 1 });
  });

  it('answered for one platform says nothing about another', async () => {
    await answerStatusWord(workspace, { profile: 'taobao', word: '等待质检', verdict: 'ship' });
    expect(await take(file)).toMatchObject({ needsReview: 1 });
  });
});

describe('the written field list', () => {
  it('names every known column, its field and what each platform calls it', async () => {
    await addSpelling(workspace, { spelling: '捎的话', field: 'sellerRemark', isConfirmed: false });
    const written = await exportFieldList(workspace, {
      language: 'zh-CN',
      path: join(workspace.folder, 'fields.xlsx'),
    });
    if (!written.ok) throw new Error(written.code);
    const rows = await readTexts(readFileSync(written.value.path));
    expect(rows[0]).toEqual([
      '表格列名',
      '来源',
      '我们的字段',
      '字段名称',
      '分组',
      '快递鸟',
      '快递100',
      '顺丰',
    ]);
    const builtIn = rows.filter((row) => row[1] === '内置');
    expect(builtIn).toHaveLength(1037);
    expect(new Set(builtIn.map((row) => row[2])).size).toBe(Object.keys(headerSpellings).length);
    expect(rows).toContainEqual([
      '收货人姓名',
      '内置',
      'receiverName',
      '收件人姓名',
      '收件人',
      'Receiver.Name',
      'recMan.name',
      'contactInfoList[2].contact',
    ]);
    expect(rows.find((row) => row[0] === '捎的话')?.slice(1, 3)).toEqual(['自己添加', 'sellerRemark']);
    expect(rows).toContainEqual(expect.arrayContaining(['订单备注', '京东 POP', 'buyerRemark']));
  });
});
