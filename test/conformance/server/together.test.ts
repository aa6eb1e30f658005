import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { systemClock } from '../../../electron/platform/clock.ts';
import { nothingFails } from '../../../electron/usecases/backups/plan.ts';
import { breakerLane } from '../../../electron/usecases/booking/lanes.ts';
import { planBookings } from '../../../electron/usecases/booking/plan.ts';
import { resumeLane } from '../../../electron/usecases/booking/resumeLane.ts';
import { type AlarmNotice, AlarmRound } from '../../../electron/usecases/insight/alarms/alarmRound.ts';
import { addPrinter } from '../../../electron/usecases/printing/printers/printers.ts';
import { startWorkers } from '../../../electron/usecases/workspace/workers.ts';
import { keepLease } from '../../../electron/usecases/workstations/keepLease.ts';
import { createNotices } from '../../../electron/usecases/workstations/notices.ts';
import { isWaitedFor } from '../../../electron/usecases/workstations/serverAway.ts';
import { happened } from '../../../shared/errors/outcome.ts';
import {
  bookingNo,
  type ScriptedPlatform,
  scriptedPlatform,
} from '../../doubles/platforms/scriptedPlatform.ts';
import { type TestWorkspace, testAccount } from '../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { samplePrintJob } from '../../doubles/workspace/samplePrintJob.ts';
import { openSharedBook, type SharedBook } from '../sharedBook.ts';

const place = inject('server');
const minuteMs = 60_000;
const patience = { interval: 200 };

describe.skipIf(place === null)('benches that look after each other', () => {
  let book: SharedBook;
  let a: TestWorkspace;
  let b: TestWorkspace;
  let platform: ScriptedPlatform;

  beforeEach(async () => {
    if (place === null) return;
    book = await openSharedBook(place);
    platform = scriptedPlatform();
    a = await book.join('a', { platforms: [platform] });
    b = await book.join('b', { platforms: [scriptedPlatform()] });
    for (const { store, lease } of [a, b]) await store.write((write) => lease.take(write));
  });
  afterEach(() => book.close());

  async function asAdministrator(statements: readonly string[]): Promise<void> {
    if (place === null) return;
    const client = new Client({ ...place, database: book.database });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }

  describe('alarms', () => {
    const uri = 'tcp://192.168.1.20:9100?lang=tspl';
    const rounds = () =>
      [a, b].map((workspace) => {
        const told: AlarmNotice[] = [];
        const own = `at:${workspace.workstation.id}/${uri}`;
        const printerStates = new Map([[own, { state: 'paper-out', source: 'device', askedAt: 0 } as const]]);
        const sight = () => ({ printerStates, backups: nothingFails });
        const round = new AlarmRound(workspace, sight, (notice) => told.push(notice));
        return { workspace, told, printerStates, own, round: () => round.round() };
      });

    async function standing() {
      const desks = rounds();
      for (const { workspace, own } of desks) {
        await addPrinter(workspace, { uri, name: `printer of ${workspace.workstation.id}` });
        const job = samplePrintJob({ id: `p-${own}`, shipmentId: `s-${own}`, printerUri: own });
        await workspace.store.write((write) => write.printJobs.insert(job));
      }
      for (let minute = 0; minute < 6; minute++)
        for (const { workspace, round } of desks) {
          await workspace.clock.advance(minuteMs);
          for (const { store, lease } of [a, b]) await store.write((write) => lease.take(write));
          await round();
        }
      return desks;
    }
    const open = async () => (await a.store.read.alarms.open()).map(({ scopeName }) => scopeName).sort();
    const names = ({ told }: { readonly told: readonly AlarmNotice[] }) =>
      told.flatMap(({ alarms }) => alarms.map(({ scopeName }) => scopeName));

    it('of a printer are raised and told at the bench it hangs on, whoever looks after the rest', async () => {
      const [first, second] = await standing();
      expect(await open()).toEqual(['printer of a', 'printer of b']);
      expect([first, second].map((desk) => desk && names(desk))).toEqual([
        ['printer of a'],
        ['printer of b'],
      ]);
    });

    it('of a bench that has left are ended by those who stay', async () => {
      const [first] = await standing();
      await b.lease.leave();
      await first?.round();
      expect(await open()).toEqual(['printer of a']);
    });
  });

  it('an account that goes on at one of them goes on at the other within a second', async () => {
    const { id } = await testAccount(a, { platform: 'scripted' });
    const lane = breakerLane(id, 'book');
    for (let call = 0; call < 3; call++) {
      await b.clock.advance(1_000);
      const admitted = b.breaker.admit(lane);
      if (admitted.isAdmitted) admitted.pass.settle('failed');
    }
    expect(b.breaker.view(lane).state).toBe('open');
    const onBug = (error: unknown) => expect.unreachable(String(error));
    const noticesOf = ({ store }: TestWorkspace) =>
      createNotices({ store, clock: systemClock, tellHere: () => undefined, onBug });
    Object.assign(a, { notices: noticesOf(a) });
    Object.assign(b, { notices: noticesOf(b) });
    let wake = (): void => undefined;
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const keeper = keepLease(b, { inHand: () => new Set(), isHeld: () => false, onBug, wake: () => wake() });
    const askedAt = performance.now();
    await resumeLane(a, id);
    await woken;
    // Without the news it looks every ten seconds.
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    expect(b.breaker.view(lane).state).toBe('half-open');
    await keeper.stop();
  });

  it('a server that takes no writes for a while is waited for, and what waits is booked once behind it', async () => {
    const account = await testAccount(a, { platform: 'scripted' });
    const order = sampleOrder(1);
    await a.store.write((write) => write.orders.insertMany([order]));
    const asked = { orderIds: [order.id], accountId: account.id, carrier: 'ZTO', printerUri: null };
    await planBookings(a, asked);
    platform.next.push(happened(bookingNo('73000000000042')));
    const name = `"${book.database}"`;
    const anew = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await asAdministrator([`alter database ${name} set default_transaction_read_only = on`, anew]);
    const bugs: unknown[] = [];
    const workers = await startWorkers(a, { onBug: (error) => bugs.push(error) });
    const states: string[] = [];
    for (let second = 0; second < 5; second++) {
      await a.clock.advance(10_000);
      states.push(
        await a.store
          .write((write) => write.leases.now())
          .then(
            () => 'written',
            (error: unknown) => (isWaitedFor(error) ? 'waited for' : String(error)),
          ),
      );
    }
    expect([platform.calls.length, states.at(-1), bugs]).toEqual([0, 'waited for', []]);
    await asAdministrator([
      'set default_transaction_read_only = off',
      `alter database ${name} reset default_transaction_read_only`,
      anew,
    ]);
    await expect
      .poll(async () => {
        await a.clock.advance(10_000);
        const found = await a.store.read.orders.byId(order.id).catch(() => undefined);
        return found?.waybillNo;
      }, patience)
      .toBe('73000000000042');
    await workers.stop();
    expect([platform.calls.length, bugs]).toEqual([1, []]);
  });

  it('an invitation that nobody used is gone from the server once its time is over', async () => {
    const invited = { digest: 'd', wrappedKey: 'k', madeBy: '' };
    await a.store.write((write) => write.invitations.add(invited, 60_000));
    const left = () => a.store.apart(({ invitations }) => invitations.forgetExpired());
    await left();
    expect(await a.store.read.invitations.count()).toBe(1);
    await asAdministrator(['update invitations set expires_at = expires_at - 60001']);
    await left();
    expect(await a.store.read.invitations.count()).toBe(0);
  });

  describe('what the server undoes for the sake of another one', () => {
    /** So many changes of settings end as the server ends those that are in each other's way. */
    const undo = (times: number, code: string) =>
      asAdministrator([
        'create sequence undone',
        `create function undo_it() returns trigger language plpgsql as $$ begin
          if nextval('undone') <= ${times} then raise exception 'undone' using errcode = '${code}'; end if;
          return new; end $$`,
        'create trigger undo_it before insert on settings for each row execute function undo_it()',
      ]);
    let runs = 0;
    const change = () => {
      runs = 0;
      return a.store.write(async (write) => {
        runs += 1;
        await write.settings.put('lowBalance', 7);
        return runs;
      });
    };

    it.each(['40001', '40P01'])('%s: is done again, once', async (code) => {
      await undo(2, code);
      expect(await change()).toBe(3);
      expect(await b.store.read.settings.get('lowBalance')).toBe(7);
    });

    it('ends as a server that is away where it does not stop, and nothing of it is there', async () => {
      await undo(1_000, '40001');
      await expect(change()).rejects.toMatchObject({ failure: { code: 'SERVER_AWAY' } });
      expect(runs).toBe(5);
      expect(await b.store.read.settings.get('lowBalance')).not.toBe(7);
    });

    it('another refusal of the server is not repeated', async () => {
      await undo(1, '23514');
      await expect(change()).rejects.toThrow('undone');
      expect(runs).toBe(1);
    });
  });
});
