import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Desk } from '../../../../../../electron/usecases/operators/desk.ts';
import type { Within } from '../../../../../../electron/usecases/workspace/workspace.ts';
import { type AwayDesk, openAwayDesk } from '../../../../../doubles/workspace/awayDesk.ts';
import { hireStaff, staffPins } from '../../../../../doubles/workspace/staff.ts';

let away: AwayDesk;
const no = (order: number) => `2026${String(order).padStart(12, '0')}`;

beforeEach(async () => {
  away = await openAwayDesk([{}, {}, {}]);
});
afterEach(async () => {
  delete process.env.SHIPDESK_FAULT_POINT;
  await away.close();
});

/** The waybills are read before the server goes. */
async function packAway(orders: readonly number[]): Promise<void> {
  const { desk, server, bench } = away;
  await desk.book(...orders);
  const numbers = await Promise.all(orders.map(async (order) => (await desk.order(order)).waybillNo));
  await bench().check();
  server.cut();
  await away.startAway();
  for (const [at, order] of orders.entries()) {
    expect((await away.scan(no(order))).says).toBe('opened');
    for (const code of ['COF-500', 'COF-500', '6901234567892']) await away.scan(code);
    await away.printed(at + 1);
    expect((await away.scan(numbers[at] ?? '')).says).toBe('closed');
  }
}

describe('a bench that is started while its server is away', () => {
  it('packs on what it keeps, however often it is started, and brings each parcel into the book once', async () => {
    const { desk, server } = away;
    await packAway([1, 2]);
    await away.startAway();
    expect(away.bench().knowledge).toMatchObject({ waiting: 10, code: '' });
    expect(away.bench().knowledge.knownAt).not.toBeNull();
    await away.bench().check();
    expect(away.bench().isAway).toBe(true);
    server.mend();
    await away.bench().check();
    expect(away.bench().knowledge).toMatchObject({ since: null, waiting: 0 });
    for (const order of [1, 2]) {
      expect(await desk.order(order)).toMatchObject({ state: 'packed' });
      expect(await desk.labels(order)).toMatchObject([{ state: 'scanned', copyNo: 1 }]);
    }
    await desk.print();
    expect(desk.sent).toHaveLength(2);
    await desk.book(3);
    await away.bench().check();
    server.cut();
    expect((await away.scan(no(3))).says).toBe('opened');
  });

  it('keeps its copy through a start at which nothing was done', async () => {
    const { desk, server } = away;
    await desk.book(1);
    await away.bench().check();
    await away.startAgain();
    server.cut();
    await away.startAway();
    expect((await away.scan(no(1))).says).toBe('opened');
  });
});

describe('who sits at a bench whose server is away', () => {
  const within: Within = (act) => away.bench().withPeople(away.desk.workspace, act);

  it('signs in by PIN, waits after wrong ones as ever, and both are known to the book', async () => {
    const { desk, server } = away;
    const staff = await hireStaff(desk.workspace);
    await away.bench().check();
    server.cut();
    await away.startAway();
    const seat = await Desk.open(desk.workspace, within);
    expect(seat.actor.role).toBe('nobody');
    let refused = await seat.signIn(staff.packer.id, '0000');
    while (!refused.ok && refused.code === 'OPERATOR_PIN_WRONG') {
      await desk.workspace.clock.advance(10);
      refused = await seat.signIn(staff.packer.id, '0000');
    }
    expect(refused).toMatchObject({ code: 'OPERATOR_PIN_WAIT' });
    // A start gives no more tries.
    await away.startAway();
    expect(await seat.signIn(staff.packer.id, staffPins.packer)).toMatchObject({ code: 'OPERATOR_PIN_WAIT' });
    expect(await seat.signIn(staff.clerk.id, staffPins.clerk)).toMatchObject({ ok: true });
    server.mend();
    await away.bench().check();
    const { operators, operatorActs } = desk.workspace.store.read;
    const tried = await operators.triesOf('window', staff.packer.id);
    expect(tried?.wrongTries).toBeGreaterThan(1);
    const acts = await operatorActs.window({ offset: 0, limit: 100 });
    expect(acts.filter(({ kind }) => kind === 'pin-wrong')).toHaveLength(tried?.wrongTries ?? 0);
    expect(acts.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1);
    const after = await Desk.open(desk.workspace, within, seat);
    expect(after.actor.role).toBe('clerk');
  });

  it('is not known to a copy that was never whole', async () => {
    away.server.cut();
    await expect(within(({ store }) => store.read.operators.active())).rejects.toThrow('SERVER_AWAY');
  });
});

it('a bug that keeps a parcel from the book keeps nothing else from it, and its record is kept', async () => {
  const { desk, server } = away;
  await packAway([1, 2]);
  Object.assign(globalThis, { __SHIPDESK_FAULT_POINTS__: true });
  process.env.SHIPDESK_FAULT_POINT = 'away.before-commit:1:throw';
  server.mend();
  await away.bench().check();
  Object.assign(globalThis, { __SHIPDESK_FAULT_POINTS__: false });
  expect(away.bench().knowledge).toMatchObject({ since: null, waiting: 0 });
  expect(await desk.order(1)).toMatchObject({ state: 'booked' });
  expect(await desk.order(2)).toMatchObject({ state: 'packed' });
  const { folder, store } = desk.workspace;
  const [conflict, ...more] = await store.read.settings.get('awayConflicts');
  expect(more).toEqual([]);
  expect(conflict).toMatchObject({ kind: 'not-brought', orderNo: no(1), parcelNo: 1 });
  expect(readdirSync(join(folder, 'set-aside'))).toEqual([conflict?.file]);
  expect(existsSync(join(folder, 'set-aside', conflict?.file ?? '', 'shipdesk.db'))).toBe(true);
  // The next start has nothing to do with it.
  await away.startAgain();
  expect(away.bench().isAway).toBe(false);
});
