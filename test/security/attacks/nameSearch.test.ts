import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordNameSearches } from '../../../electron/usecases/orders/nameSearch.ts';
import { actKind } from '../../../shared/domain/operatorAct.ts';
import { commandNamed, runCommand } from '../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../doubles/workspace/openTestWorkspace.ts';
import { pageOf } from '../../doubles/workspace/pageOf.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { hireStaff } from '../../doubles/workspace/staff.ts';

let workspace: TestWorkspace;
let staff: Awaited<ReturnType<typeof hireStaff>>;
const order = sampleOrder(1, {
  receiverName: '王小明',
  receiverPhone: '13912345678',
  receiverPhoneTail: '5678',
});

beforeEach(async () => {
  workspace = await openTestWorkspace();
  staff = await hireStaff(workspace);
  const numbered = sampleOrder(2, {
    orderNo: '试单/7',
    orderKey: '试单/7',
    receiverName: '甲乙丙',
    waybillNo: '73610555582883',
  });
  await workspace.store.write((write) => write.orders.insertMany([order, numbered]));
});
afterEach(() => workspace.close());

const pageOfPost = (post: keyof typeof staff) => pageOf(workspace, staff[post].hands.actor);
const search = (text: string, post: keyof typeof staff = 'packer') =>
  pageOfPost(post).ask('orders.window', { offset: 0, limit: 10, filter: { search: text } });
const signs = Array.from('李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭');
const spent = { code: 'SEARCH_NAMES_SPENT' };
const acts = async () =>
  (await workspace.store.read.operatorActs.after(0, 1_000))
    .filter(({ kind }) => kind.includes('search'))
    .map(({ kind, operator, approver, what }) => ({ kind, operator, approver, what }));
/** Apart, as different searches are. */
const later = () => workspace.clock.advance(4_000);

async function spendAll(): Promise<void> {
  for (const sign of signs.slice(0, 30)) {
    await later();
    expect(await search(sign)).toMatchObject({ total: 0 });
  }
  await later();
}

describe('a phone that is masked', () => {
  it('is not guessed whole: each try costs a search, a scanned code finds no phone', async () => {
    expect(await search('13912345678')).toMatchObject({
      total: 1,
      rows: [{ receiver: { phone: '139****5678' } }],
    });
    for (let no = 0; no < 29; no += 1) {
      await later();
      expect(await search(`1391234${5000 + no}`)).toMatchObject({ total: 0 });
    }
    await later();
    expect(await search('13912349999')).toMatchObject(spent);
    const scanned = { search: '13912345678', isCode: true };
    expect(
      await pageOfPost('packer').ask('orders.window', { offset: 0, limit: 10, filter: scanned }),
    ).toMatchObject({
      total: 0,
    });
    expect(await search('5678')).toMatchObject({ total: 1 });
  });
});

describe('a name that is masked', () => {
  it('is not guessed sign by sign: a packer has thirty searches by name a shift', async () => {
    expect(await search('王小')).toMatchObject({ total: 1, rows: [{ receiver: { name: '王**' } }] });
    for (const sign of signs.slice(0, 29)) {
      await later();
      expect(await search(`王${sign}`)).toMatchObject({ total: 0 });
    }
    await later();
    expect(await search('王大')).toMatchObject(spent);
    expect(await pageOfPost('packer').ask('orders.counts', { search: '王大' })).toMatchObject(spent);
    expect(await pageOfPost('packer').ask('manual.find', { code: '王大' })).toMatchObject(spent);
  });

  it('is not guessed on the command line either', async () => {
    const list = (text: string) =>
      runCommand(staff.packer.hands, commandNamed('orders list'), ['--search', text]);
    for (const sign of signs.slice(0, 30)) {
      await later();
      expect((await list(sign)).ok).toBe(true);
    }
    await later();
    expect(await list('王大')).toMatchObject(spent);
    expect(await list(order.orderNo)).toMatchObject({ ok: true, value: { json: { total: 1 } } });
    const allow = await runCommand(staff.clerk.hands, commandNamed('operators searches'), ['张打包']);
    expect(allow).toMatchObject({ ok: true, value: { json: { left: 30 } } });
    expect((await list('王大')).ok).toBe(true);
  });

  it('leaves order numbers, waybill numbers and the end of a phone free, however often', async () => {
    await spendAll();
    expect(await search('王大')).toMatchObject(spent);
    for (const number of [order.orderNo, '试单/7', '73610555582883', '5678', 'SF', '没有/9'.slice(3)])
      expect(await search(number)).toHaveProperty('total');
    expect(await search('5678')).toMatchObject({ total: 1 });
    expect(await search('试单/7')).toMatchObject({ total: 1 });
  });

  it('is searched freely by whoever sees names, and that is no act', async () => {
    for (const sign of signs) expect(await search(sign, 'clerk')).toMatchObject({ total: 0 });
    expect(await acts()).toEqual([]);
  });

  it('costs one search while it is typed, and none when a list is read again', async () => {
    for (const text of ['王', '王小', '王小明', '王小明', '王小']) await search(text);
    await later();
    await search('王小明');
    await workspace.store.write((write) => recordNameSearches(workspace, write));
    expect(await acts()).toEqual([{ kind: 'names-searched', operator: '张打包', approver: '', what: '1' }]);
  });

  it('is in the record: how many were made, and that they are used up', async () => {
    await spendAll();
    await search('王大');
    await workspace.store.write((write) => recordNameSearches(workspace, write));
    expect(await acts()).toEqual([
      { kind: 'name-searches-spent', operator: '张打包', approver: '', what: '30' },
      { kind: 'names-searched', operator: '张打包', approver: '', what: '30' },
    ]);
    expect(actKind('name-searches-spent').group).toBe('personal');
    expect(JSON.stringify(await workspace.store.read.nameSearches.of(staff.packer.id))).not.toContain('李');
  });

  it('can be searched again by and by, or at once with the word of somebody who sees names', async () => {
    await spendAll();
    expect(await search('王大')).toMatchObject(spent);
    await workspace.clock.advance(16 * 60_000);
    expect(await search('王大')).toMatchObject({ total: 0 });
    await later();
    expect(await search('王二')).toMatchObject(spent);
    expect(await pageOfPost('packer').ask('orders.allowNameSearches', {})).toMatchObject({
      code: 'OPERATOR_APPROVAL_NEEDED',
      params: { right: 'seePersonalData' },
    });
    expect(await search('王二')).toMatchObject(spent);
  });

  it('is not guessed faster by setting the clock, signing in again or starting anew', async () => {
    await spendAll();
    await workspace.clock.advance(-3_600_000);
    expect(await search('王大')).toMatchObject(spent);
    workspace = await workspace.reopen();
    expect(await search('王大')).toMatchObject(spent);
  });
});
