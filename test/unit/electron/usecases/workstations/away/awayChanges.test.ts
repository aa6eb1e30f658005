import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrderIntent } from '../../../../../../electron/store/workstations/intentJson.ts';
import {
  compareVersions,
  listConflicts,
  settleConflict,
  takeOurVersion,
} from '../../../../../../electron/usecases/workstations/away/conflicts.ts';
import { askOfOrder } from '../../../../../../electron/usecases/workstations/away/intents.ts';
import { type AwayDesk, openAwayDesk } from '../../../../../doubles/workspace/awayDesk.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let away: AwayDesk;

beforeEach(async () => {
  away = await openAwayDesk([{}, {}, {}]);
  await away.bench().check();
});
afterEach(() => away.close());

const remark = (text: string): OrderIntent => ({ kind: 'edit', changes: { sellerRemark: text } });
const hold: OrderIntent = { kind: 'hold', reason: 'customer', note: '客人说晚两天' };
const release: OrderIntent = { kind: 'release', note: '' };

const orderId = sampleOrder(1).id;
const lines = async (kind: string) =>
  (await away.desk.workspace.store.read.history.ofOrder(orderId)).filter((line) => line.kind === kind);
const conflicts = () => listConflicts(away.desk.workspace);

/** As somebody at another bench does, of the order as the book has it. */
async function elsewhere(asked: OrderIntent): Promise<void> {
  expect((await askOfOrder(away.desk.workspace, { orderId, version: null }, asked)).ok).toBe(true);
}

async function back(): Promise<void> {
  away.server.mend();
  await away.bench().check();
  expect(away.bench().isAway).toBe(false);
}

describe('an order that is changed while the server is away', () => {
  it('is shown as it was changed, and the book has it once when it is back, by whom and when it was done', async () => {
    away.server.cut();
    await away.bench().check();
    const at = away.desk.workspace.clock.now() + 1_000;
    expect((await away.ask(1, remark('易碎'))).ok).toBe(true);
    expect(await away.seen(1)).toMatchObject({ sellerRemark: '易碎' });
    expect(away.bench().knowledge.waiting).toBe(1);
    await back();
    expect(await away.desk.order(1)).toMatchObject({ sellerRemark: '易碎', state: 'ready' });
    expect(await lines('edited')).toMatchObject([{ at }]);
    expect(away.bench().knowledge.waiting).toBe(0);
    expect(await conflicts()).toEqual([]);
  });

  it('several times is changed in the same order in the book', async () => {
    away.server.cut();
    await away.bench().check();
    for (const asked of [remark('一'), hold, remark('二'), release, hold])
      expect((await away.ask(1, asked)).ok).toBe(true);
    await back();
    expect(await away.desk.order(1)).toMatchObject({
      sellerRemark: '二',
      state: 'held',
      holdReason: 'customer',
      holdNote: '客人说晚两天',
    });
    expect(await lines('edited')).toHaveLength(2);
    expect(await lines('held')).toHaveLength(2);
    expect(await lines('released')).toHaveLength(1);
  });

  it('comes into the book once, however often the answer of the server is lost and the program ends', async () => {
    away.server.cut();
    await away.bench().check();
    for (const order of [1, 2, 3]) await away.ask(order, remark(`第${order}单`));
    for (const commits of [2, 1, 1, 1]) {
      away.server.cut(commits);
      await away.bench().check();
      await away.startAgain();
    }
    await back();
    for (const order of [1, 2, 3]) {
      expect((await away.desk.order(order)).sellerRemark).toBe(`第${order}单`);
      const { read } = away.desk.workspace.store;
      const edited = (await read.history.ofOrder(sampleOrder(order).id)).filter(
        ({ kind }) => kind === 'edited',
      );
      expect(edited).toHaveLength(1);
    }
    expect(await conflicts()).toEqual([]);
  });

  it('goes on being changed where the server goes away again behind what has come in', async () => {
    away.server.cut();
    await away.bench().check();
    await away.ask(1, remark('一'));
    // People first, then the order; its answer is lost.
    away.server.cut(2);
    await away.bench().check();
    expect(away.bench().isAway).toBe(true);
    expect((await away.ask(1, hold)).ok).toBe(true);
    await back();
    expect(await away.desk.order(1)).toMatchObject({ sellerRemark: '一', state: 'held' });
    expect(await lines('edited')).toHaveLength(1);
    expect(await conflicts()).toEqual([]);
  });

  it('that this bench does not keep, or that has a number, stays as it is with a sentence', async () => {
    await away.desk.book(2);
    away.bench().stale(['orders']);
    await away.bench().check();
    away.server.cut();
    await away.bench().check();
    expect(await away.ask(2, remark('迟了'))).toMatchObject({ ok: false, code: 'ORDER_BOOKED_ALREADY' });
    expect(await away.ask(2, hold)).toMatchObject({ ok: false, code: 'ORDER_STATE_REFUSES' });
    expect(await away.ask(77, hold)).toMatchObject({ ok: false, code: 'ORDER_NOT_KEPT_HERE' });
    expect(away.bench().knowledge.waiting).toBe(0);
  });

  it('is not packed from what this bench keeps, since the book may have sent it', async () => {
    away.server.cut();
    const answer = await away.scan(sampleOrder(1).orderNo);
    expect(answer.stop).toMatchObject({ kind: 'not-here' });
  });
});

describe('an order that somebody else changed as well', () => {
  async function changedTwice(theirs: OrderIntent, ours: OrderIntent = remark('这里')): Promise<void> {
    away.server.cut();
    await away.bench().check();
    await away.ask(1, ours);
    away.server.mend();
    await elsewhere(theirs);
    await away.bench().check();
  }

  it('stays as they left it, and a person sees both', async () => {
    await changedTwice(remark('那边'));
    expect((await away.desk.order(1)).sellerRemark).toBe('那边');
    const [conflict, ...more] = await conflicts();
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ kind: 'edit-changed', code: 'AWAY_EDIT_CHANGED', orderId });
    expect(await compareVersions(away.desk.workspace, { id: conflict?.id ?? '' })).toEqual({
      fields: [{ field: 'sellerRemark', before: '', ours: '这里', theirs: '那边' }],
    });
    expect(await settleConflict(away.desk.workspace, { id: conflict?.id ?? '' })).toEqual({ left: 0 });
    expect((await away.desk.order(1)).sellerRemark).toBe('那边');
    // What both said is kept no longer than somebody needs it.
    expect(await compareVersions(away.desk.workspace, { id: conflict?.id ?? '' })).toEqual({ fields: [] });
  });

  it('takes our change all the same where a person says so', async () => {
    await changedTwice(hold, remark('这里'));
    const [conflict] = await conflicts();
    expect(await takeOurVersion(away.desk.workspace, { id: conflict?.id ?? '' })).toEqual({ left: 0 });
    expect(await away.desk.order(1)).toMatchObject({ sellerRemark: '这里', state: 'held' });
    expect(await conflicts()).toEqual([]);
  });

  it('is nobody’s trouble where both say the same', async () => {
    await changedTwice(remark('这里'));
    expect((await away.desk.order(1)).sellerRemark).toBe('这里');
    expect(await lines('edited')).toHaveLength(1);
    expect(await conflicts()).toEqual([]);
  });

  it('and that has a number by now keeps what it was booked with; our change is refused with the reason', async () => {
    away.server.cut();
    await away.bench().check();
    await away.ask(1, remark('这里'));
    away.server.mend();
    await away.desk.book(1);
    await away.bench().check();
    const [conflict] = await conflicts();
    expect(conflict).toMatchObject({ kind: 'edit-changed' });
    expect((await compareVersions(away.desk.workspace, { id: conflict?.id ?? '' })).fields).toContainEqual({
      field: 'state',
      before: '',
      ours: '',
      theirs: 'booked',
    });
    await expect(takeOurVersion(away.desk.workspace, { id: conflict?.id ?? '' })).rejects.toMatchObject({
      failure: { code: 'ORDER_BOOKED_ALREADY' },
    });
    expect((await away.desk.order(1)).sellerRemark).toBe('');
    expect(await conflicts()).toHaveLength(1);
  });

  it('or took away with its import is reported', async () => {
    away.server.cut();
    await away.bench().check();
    await away.ask(1, remark('这里'));
    away.server.mend();
    await away.desk.workspace.store.write((write) => write.away.replace([orderId], {}));
    await away.bench().check();
    expect(await conflicts()).toMatchObject([{ kind: 'edit-gone', orderNo: sampleOrder(1).orderNo }]);
  });
});
