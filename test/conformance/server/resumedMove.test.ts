import { existsSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { databaseFileName } from '../../../electron/store/database/openDatabase.ts';
import { stageOf } from '../../../electron/store/moving/bookFiles.ts';
import type { OpenedWorkspace } from '../../../electron/usecases/workspace/open.ts';
import type { MoveTarget } from '../../../electron/usecases/workstations/moveOpen.ts';
import type { BenchLine } from '../../doubles/program/benchLine.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { good, movingShop } from './movingShop.ts';
import { serverDesk } from './serverDesk.ts';

/** More than one step of a move (5,000 rows). */
const orderCount = 6_500;
/** Of one step: nothing of them lasts. */
const few = 400;
/** In the second step, whose rows are lost. */
const stopAt = 6_000;

describe.skipIf(inject('server') === null)('a move that goes on behind what was copied', () => {
  const desk = serverDesk();
  const { open, shop, there, move, orders } = movingShop(desk);

  /** Stopped on its way, and open where it was. */
  async function stopped(bench: BenchLine, opened: OpenedWorkspace, target: MoveTarget, stop = stopAt) {
    const half = await move(bench, opened, target, stop);
    expect(half.moved).toMatchObject({ ok: false, code: 'MOVE_STOPPED' });
    return half.opened;
  }

  /** Between break and return somebody works on: one order is another, one is gone, two are new. */
  const workOn = ({ workspace }: OpenedWorkspace) =>
    workspace.store.write(async ({ orders: book }) => {
      await book.remove(['order-000010', 'order-000020']);
      await book.insertMany([
        sampleOrder(10, { receiverName: '周小路' }),
        sampleOrder(orderCount),
        sampleOrder(orderCount + 1),
      ]);
    });
  const names = async ({ workspace }: OpenedWorkspace) =>
    (await workspace.store.read.orders.byIds(['order-000010', 'order-000020'])).map(
      ({ id, receiverName }) => [id, receiverName],
    );
  const afterWork = [['order-000010', '周小路']];

  interface Copied {
    readonly total: number;
    readonly xmin: string;
  }
  /** Orders of one transaction of the server, which a later one has not written again. As a text 999 is the greater one beside 1000. */
  const ordersOf = async (database: string, transaction = 'max(xmin::text::int)::text') => {
    const [copied] = await desk.query<Copied>(
      database,
      `select cast(count(*) as int) as total, max(xmin::text::int)::text as xmin from orders
        where xmin::text = (select ${transaction} from orders)`,
    );
    if (copied === undefined) throw new Error('no answer');
    return copied;
  };

  it('to a server: what came before the break is not written again, and what changed since is', async () => {
    const [{ bench, opened }, database] = [await shop(orderCount), await desk.database()];
    const half = await stopped(bench, opened, there(database));
    const before = await ordersOf(database);
    expect(before.total).toBeGreaterThan(4_000);
    await workOn(half);
    const ended = await move(bench, half, there(database));
    const copied = good(ended.moved);
    expect(copied.earlier).toBe('goes-on');
    expect(copied.rows - copied.kept).toBeLessThan(orderCount - before.total + 100);
    expect(await ordersOf(database, `max('${before.xmin}')`)).toEqual({ ...before, total: before.total - 2 });
    expect([await orders(ended.opened), await names(ended.opened)]).toEqual([orderCount + 1, afterWork]);
    await ended.opened.close();
  });

  it('back to this PC: the same, and nothing of the copy is left beside the book', async () => {
    const [{ bench, opened }, database] = [await shop(orderCount), await desk.database()];
    const gone = await move(bench, opened, there(database));
    const half = await stopped(bench, gone.opened, 'here');
    await workOn(half);
    const ended = await move(bench, half, 'here');
    const copied = good(ended.moved);
    expect(copied.earlier).toBe('goes-on');
    expect(copied.kept).toBeGreaterThan(4_000);
    expect(copied.kept).toBeLessThan(stopAt);
    expect([await orders(ended.opened), await names(ended.opened)]).toEqual([orderCount + 1, afterWork]);
    expect(existsSync(stageOf(bench.folder))).toBe(false);
    await ended.opened.close();
  });

  it('begins anew where personal data is to be sealed now, and says so', async () => {
    const [{ bench, opened }, database] = [await shop(orderCount), await desk.database()];
    const half = await stopped(bench, opened, there(database));
    const ended = await move(bench, half, there(database, true));
    expect(good(ended.moved)).toMatchObject({ earlier: 'unlike', kept: 0 });
    const plain = 'select 1 from orders where receiver_name ~ $$^[\u4e00-\u9fa5]+$$ limit 1';
    expect(await desk.query(database, plain)).toEqual([]);
    expect(await orders(ended.opened)).toBe(orderCount);
    await ended.opened.close();
  });

  it('begins anew where the part that was copied here is damaged, and says so', async () => {
    const [{ bench, opened }, database] = [await shop(few), await desk.database()];
    const gone = await move(bench, opened, there(database));
    const half = await stopped(bench, gone.opened, 'here', few);
    truncateSync(join(stageOf(bench.folder), databaseFileName), 100_000);
    const ended = await move(bench, half, 'here');
    expect(good(ended.moved)).toMatchObject({ earlier: 'unlike', kept: 0 });
    expect(await orders(ended.opened)).toBe(few);
    await ended.opened.close();
  });

  it('keeps a part that nobody goes on with for a week', async () => {
    const [{ bench, opened }, database] = [await shop(few), await desk.database()];
    const gone = await move(bench, opened, there(database));
    const half = await stopped(bench, gone.opened, 'here', few);
    await half.close();
    const part = join(stageOf(bench.folder), databaseFileName);
    for (const [days, isKept] of [
      [6, true],
      [8, false],
    ] as const) {
      const changedAt = bench.clock.now() / 1_000 - days * 24 * 3_600;
      utimesSync(part, changedAt, changedAt);
      await (await open(bench)).close();
      expect(existsSync(part)).toBe(isKept);
    }
  });

  it('is no book for another PC, as long as a part of it is there', async () => {
    const [{ bench, opened }, database] = [await shop(few), await desk.database()];
    const gone = await move(bench, opened, there(database));
    await gone.opened.close();
    const { invitation } = await bench.json(['workspace', 'invite', '--show-code']);
    const second = desk.bench();
    await second.json(['workspace', 'join', '--name', 'second'], [String(invitation)]);
    const stillOpen = await open(second);
    await desk.query(database, 'delete from workstation_leases');
    const back = await move(bench, await open(bench), 'here');
    const half = await stopped(bench, back.opened, there(database), few);
    const late = stillOpen.workspace.store.write((write) => write.orders.insertMany([sampleOrder(9_001)]));
    await expect(late).rejects.toMatchObject({ failure: { code: 'SERVER_BOOK_COMING' } });
    await stillOpen.close();
    expect(await second.run(['orders', 'list'])).toMatchObject({
      exitCode: 4,
      notes: expect.stringContaining('SERVER_BOOK_COMING'),
    });
    const ended = await move(bench, half, there(database));
    expect(good(ended.moved).earlier).toBe('goes-on');
    await ended.opened.close();
    expect(await bench.json(['orders', 'list'])).toMatchObject({ total: few });
  });
});
