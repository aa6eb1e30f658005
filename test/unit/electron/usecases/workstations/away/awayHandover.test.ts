import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeHandover, printHandover } from '../../../../../../electron/usecases/packing/handover/close.ts';
import {
  beginHandover,
  readHandover,
  readHandoverDesk,
} from '../../../../../../electron/usecases/packing/handover/lists.ts';
import { scanOut } from '../../../../../../electron/usecases/packing/handover/scanOut.ts';
import { settleConflict } from '../../../../../../electron/usecases/workstations/away/conflicts.ts';
import { type AwayDesk, openAwayDesk } from '../../../../../doubles/workspace/awayDesk.ts';
import { awayLists } from '../../../../../doubles/workspace/awayLists.ts';
import { of } from '../../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let away: AwayDesk;
let lists: ReturnType<typeof awayLists>;

beforeEach(async () => {
  away = await openAwayDesk([{}, {}, {}, {}]);
  lists = awayLists(away);
  const { desk } = away;
  await desk.rules({ checksItems: false, scansLabel: false });
  await desk.book(1, 2, 3, 4);
  for (const no of [1, 2, 3]) expect((await desk.scan(sampleOrder(no).orderNo)).says).toBe('closed');
  await desk.print();
  away.bench().stale(['orders', 'settings']);
  await away.bench().check();
});
afterEach(() => {
  delete process.env.SHIPDESK_FAULT_POINT;
  Object.assign(globalThis, { __SHIPDESK_FAULT_POINTS__: false });
  return away.close();
});

const book = () => away.desk.workspace.store;
const waybill = async (no: number) => {
  const order = await away.seen(no);
  return order?.waybillNo ?? '';
};
const state = async (no: number) => (await away.desk.order(no)).state;
const linesOf = async (no: number, kind: string) =>
  (await book().read.history.ofOrder(sampleOrder(no).id)).filter((line) => line.kind === kind);
const conflicts = () => book().read.settings.get('awayConflicts');
const kinds = async () => (await conflicts()).map(({ kind, orderNo }) => [kind, orderNo]);
const onList = async (handoverId: string) =>
  of(await readHandover(away.desk.workspace, { handoverId }))
    .rows.map(({ orderNo }) => orderNo)
    .sort();
const numbers = (...nos: number[]) => nos.map((no) => sampleOrder(no).orderNo);

async function cut(): Promise<void> {
  away.server.cut();
  await away.bench().check();
}

async function back(): Promise<void> {
  away.server.mend();
  away.bench().stale(['packing']);
  await away.bench().check();
  expect(away.bench().knowledge).toMatchObject({ since: null, waiting: 0 });
}

/** As another bench does, which sees the server. */
async function elsewhere(handoverId: string, no: number): Promise<string> {
  const code = (await away.desk.order(no)).waybillNo;
  return of(await scanOut(away.desk.workspace, { handoverId, code })).says;
}
const signElsewhere = async (handoverId: string) => {
  const version = (await book().read.handovers.byId(handoverId))?.version ?? 0;
  return of(await closeHandover(away.desk.workspace, { handoverId, version, courier: '小李' }));
};
const stopped = (no: number, change: object) =>
  book().write((write) => write.orders.show(sampleOrder(no).id, change));

describe('handing over while the server is away', () => {
  it('goes on with a list that was begun before, and the book has what was signed for once', async () => {
    const { handoverId } = await lists.begin();
    expect(await lists.out(handoverId, await waybill(1))).toBe('out');
    away.server.cut();
    expect((await lists.begin()).handoverId).toBe(handoverId);
    expect(await lists.out(handoverId, await waybill(1))).toBe('repeated');
    expect(await lists.out(handoverId, await waybill(2))).toBe('out');
    expect(await lists.sign(handoverId)).toMatchObject({ state: 'closed', parcels: 2, courier: '小王' });
    expect(away.bench().knowledge.waiting).toBe(2);
    expect((await away.seen(1))?.state).toBe('handed-over');
    expect(
      await book()
        .read.settings.get('awayConflicts')
        .catch(() => 'away'),
    ).toBe('away');
    await back();
    expect(await onList(handoverId)).toEqual(numbers(1, 2));
    expect(await book().read.handovers.byId(handoverId)).toMatchObject({
      state: 'closed',
      parcels: 2,
      courier: '小王',
    });
    expect([await state(1), await state(2), await state(3)]).toEqual([
      'handed-over',
      'handed-over',
      'packed',
    ]);
    expect(await away.desk.box(2)).toMatchObject({ state: 'handed-over', handoverId });
    for (const no of [1, 2]) expect(await linesOf(no, 'handed-over')).toHaveLength(1);
    const acts = await book().read.operatorActs.after(0, 100);
    expect(acts.filter(({ kind }) => kind === 'handed-over')).toHaveLength(1);
    expect(await conflicts()).toEqual([]);
  });

  it('begins a list under a number that no other bench has, prints it, and keeps that number', async () => {
    away.server.cut();
    const { handoverId, no } = await lists.begin();
    expect(no).toMatch(/^H\d{8}-SF-[0-9A-Z]{6}$/);
    expect(await lists.all(handoverId)).toMatchObject({ taken: 3, refused: 0 });
    const asked = { handoverId, printerUri: 'virtual:', columns: 48 as const };
    const { workspace } = away.desk;
    expect(
      await away.bench().longGesture(workspace, async (at) => of(await printHandover(at, asked))),
    ).toEqual({ printed: 1 });
    await lists.sign(handoverId);
    await back();
    expect(await book().read.handovers.byNo(no)).toMatchObject({ id: handoverId, parcels: 3 });
    expect(await onList(handoverId)).toEqual(numbers(1, 2, 3));
    const acts = await book().read.operatorActs.after(0, 100);
    expect(acts.filter(({ kind }) => kind === 'receipts-printed')).toMatchObject([
      { what: 'handover 1', step: '' },
    ]);
    // The next list of the book is told from it.
    expect(of(await beginHandover(workspace, { carrier: 'SF' })).no).toMatch(/-SF-2$/);
  });

  it('hands over what was packed without the book as well', async () => {
    away.server.cut();
    expect((await away.scan(sampleOrder(4).orderNo)).says).toBe('closed');
    await away.printed(4);
    const { handoverId } = await lists.begin();
    expect(await lists.out(handoverId, await waybill(4))).toBe('out');
    await lists.sign(handoverId);
    await back();
    expect(await away.desk.box(4)).toMatchObject({ state: 'handed-over', handoverId });
    expect(await state(4)).toBe('handed-over');
    for (const kind of ['packed', 'handed-over']) expect(await linesOf(4, kind)).toHaveLength(1);
    expect(await conflicts()).toEqual([]);
  });

  it('says of what it does not know that the book may', async () => {
    away.server.cut();
    const { handoverId } = await lists.begin();
    expect(await lists.out(handoverId, 'SF9999999999')).toBe('not-here');
  });

  it('does not show in part a list that was signed before the server went', async () => {
    const { workspace } = away.desk;
    const { handoverId } = of(await beginHandover(workspace, { carrier: 'SF' }));
    expect(await elsewhere(handoverId, 1)).toBe('out');
    await signElsewhere(handoverId);
    away.bench().stale(['packing']);
    await away.bench().check();
    away.server.cut();
    const seen = await away.bench().during(workspace, async (at) => ({
      list: await readHandover(at, { handoverId }),
      desk: await readHandoverDesk(at),
    }));
    expect(seen.list).toMatchObject({ ok: false, code: 'SERVER_AWAY' });
    expect(seen.desk.carriers[0]?.closed).toMatchObject([{ handoverId, parcels: 1 }]);
  });
});

describe('a list that is not signed yet when the server is back', () => {
  it('goes on at the book, with what was put on it and without what was taken off', async () => {
    const { handoverId } = await lists.begin();
    await lists.out(handoverId, await waybill(1));
    away.server.cut();
    await lists.out(handoverId, await waybill(2));
    await lists.off(handoverId, await waybill(1));
    await back();
    expect(await onList(handoverId)).toEqual(numbers(2));
    expect(await away.desk.box(1)).toMatchObject({ state: 'closed', handoverId: '' });
    expect(await away.desk.box(2)).toMatchObject({ state: 'closed', handoverId });
    expect(await state(2)).toBe('packed');
  });

  it('is one with the list that its carrier has open by then', async () => {
    away.server.cut();
    const own = await lists.begin();
    await lists.out(own.handoverId, await waybill(2));
    away.server.mend();
    const { handoverId } = of(await beginHandover(away.desk.workspace, { carrier: 'SF' }));
    expect(await elsewhere(handoverId, 1)).toBe('out');
    await back();
    expect(await onList(handoverId)).toEqual(numbers(1, 2));
    expect(await book().read.handovers.byId(own.handoverId)).toBeUndefined();
  });

  it('goes on with the next one where it was signed elsewhere meanwhile', async () => {
    const { handoverId } = await lists.begin();
    await lists.out(handoverId, await waybill(1));
    away.server.cut();
    await lists.out(handoverId, await waybill(2));
    away.server.mend();
    await signElsewhere(handoverId);
    await back();
    const next = await book().read.handovers.openOf('SF');
    expect(await onList(next?.id ?? '')).toEqual(numbers(2));
    expect(await conflicts()).toEqual([]);
  });
});

describe('what has left and the book says otherwise', () => {
  it.each([
    ['refunded', { alarm: 'refund' }, 'handed-over'],
    ['held by its platform', { alarm: 'platform' }, 'handed-over'],
    ['changed', { alarm: 'changed' }, 'handed-over'],
  ])('%s meanwhile: it has left, and the courier is to be called back', async (_name, change, becomes) => {
    const { handoverId, no } = await lists.begin();
    await cut();
    await lists.all(handoverId);
    await lists.sign(handoverId);
    away.server.mend();
    await stopped(2, change);
    await back();
    expect(await kinds()).toEqual([['left-stopped', sampleOrder(2).orderNo]]);
    expect(await onList(handoverId)).toEqual(numbers(1, 2, 3));
    expect(await state(2)).toBe(becomes);
    const [found] = await conflicts();
    expect(found).toMatchObject({ listNo: no, waybillNo: await waybill(2) });
    await settleConflict(away.desk.workspace, { id: found?.id ?? '' });
    expect(await linesOf(2, 'handed-over-away-seen')).toHaveLength(1);
    expect(await conflicts()).toEqual([]);
  });

  it('packed without the book, too: one word of it, and the packing counts', async () => {
    away.server.cut();
    await away.scan(sampleOrder(4).orderNo);
    await away.printed(4);
    const { handoverId } = await lists.begin();
    await lists.out(handoverId, await waybill(4));
    await lists.sign(handoverId);
    away.server.mend();
    await stopped(4, { alarm: 'refund' });
    await back();
    expect(await kinds()).toEqual([['left-stopped', sampleOrder(4).orderNo]]);
    expect(await away.desk.box(4)).toMatchObject({ state: 'handed-over', handoverId });
  });

  it('cancelled meanwhile: the order stays cancelled', async () => {
    away.server.cut();
    await away.scan(sampleOrder(4).orderNo);
    await away.printed(4);
    const { handoverId } = await lists.begin();
    await lists.out(handoverId, await waybill(4));
    await lists.sign(handoverId);
    away.server.mend();
    await book().write((write) =>
      write.orders.byId(sampleOrder(4).id).then((order) => {
        if (order === undefined) throw new Error('no such order');
        return write.orders.move(order, 'cancelled', { updatedAt: 1 });
      }),
    );
    await back();
    expect(await kinds()).toEqual([['left-stopped', sampleOrder(4).orderNo]]);
    expect(await state(4)).toBe('cancelled');
    expect(await onList(handoverId)).toEqual(numbers(4));
  });

  it('signed for on another list: the book stays, and a person is informed', async () => {
    away.server.cut();
    const { handoverId } = await lists.begin();
    await lists.all(handoverId);
    await lists.sign(handoverId);
    away.server.mend();
    const theirs = of(await beginHandover(away.desk.workspace, { carrier: 'SF' }));
    expect(await elsewhere(theirs.handoverId, 3)).toBe('out');
    await signElsewhere(theirs.handoverId);
    await back();
    expect(await kinds()).toEqual([['on-other-list', sampleOrder(3).orderNo]]);
    expect((await conflicts())[0]?.listNo).toBe(theirs.no);
    expect(await onList(theirs.handoverId)).toEqual(numbers(3));
    expect(await onList(handoverId)).toEqual(numbers(1, 2));
  });
});

describe('a list that two benches have in hand', () => {
  it('signed at both: what only the paper of this bench names stands on a list beside it', async () => {
    const { handoverId } = await lists.begin();
    await lists.out(handoverId, await waybill(1));
    away.server.cut();
    await lists.out(handoverId, await waybill(2));
    await lists.sign(handoverId);
    away.server.mend();
    await signElsewhere(handoverId);
    await back();
    const [found] = await conflicts();
    expect(found).toMatchObject({ kind: 'list-signed-twice', count: 1 });
    const beside = await book().read.handovers.byNo(found?.listNo ?? '');
    expect(beside).toMatchObject({ state: 'closed', courier: '小王', parcels: 1 });
    expect(await onList(beside?.id ?? '')).toEqual(numbers(2));
    expect([await state(1), await state(2)]).toEqual(['handed-over', 'handed-over']);
  });

  it('signed here: what others put on it since goes on the next one', async () => {
    const { handoverId } = await lists.begin();
    await lists.out(handoverId, await waybill(1));
    await cut();
    await lists.sign(handoverId);
    away.server.mend();
    expect(await elsewhere(handoverId, 3)).toBe('out');
    await back();
    expect(await onList(handoverId)).toEqual(numbers(1));
    const next = await book().read.handovers.openOf('SF');
    expect(await onList(next?.id ?? '')).toEqual(numbers(3));
    expect(await away.desk.box(3)).toMatchObject({ state: 'closed', handoverId: next?.id });
    expect(await conflicts()).toEqual([]);
  });
});

it('a list comes into the book once, however often the answer of the server is lost and the program ends', async () => {
  const { handoverId } = await lists.begin();
  await cut();
  await lists.all(handoverId);
  await lists.sign(handoverId);
  for (const commits of [2, 1, 1]) {
    away.server.cut(commits);
    await away.bench().check();
    await away.startAgain();
  }
  await back();
  expect(await onList(handoverId)).toEqual(numbers(1, 2, 3));
  for (const no of [1, 2, 3]) expect(await linesOf(no, 'handed-over')).toHaveLength(1);
  expect(await conflicts()).toEqual([]);
});

it('goes on where the server goes away again behind a list that has come in', async () => {
  const { handoverId } = await lists.begin();
  away.server.cut();
  await lists.out(handoverId, await waybill(1));
  // People first, then the list; its answer is lost.
  away.server.cut(2);
  await away.bench().check();
  expect(away.bench().isAway).toBe(true);
  expect(await lists.out(handoverId, await waybill(2))).toBe('out');
  await lists.sign(handoverId);
  await back();
  expect(await onList(handoverId)).toEqual(numbers(1, 2));
  expect([await state(1), await state(2)]).toEqual(['handed-over', 'handed-over']);
  expect(await conflicts()).toEqual([]);
});

it('a list that the program fails over is kept aside, and named', async () => {
  away.server.cut();
  const { handoverId, no } = await lists.begin();
  await lists.all(handoverId);
  await lists.sign(handoverId);
  Object.assign(globalThis, { __SHIPDESK_FAULT_POINTS__: true });
  process.env.SHIPDESK_FAULT_POINT = 'list.before-mark-commit:1:throw';
  await back();
  expect(await conflicts()).toMatchObject([
    { kind: 'list-not-brought', listNo: no, file: expect.stringMatching(/^away-/) },
  ]);
  expect(await state(1)).toBe('packed');
});
