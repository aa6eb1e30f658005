import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import { orderSheet, type SheetOrder, sheetOrder } from '../doubles/files/orderSheet.ts';
import { hasPostgres } from '../doubles/servers/postgresServer.ts';
import { atPoint } from './awayHall.ts';
import { awayKills } from './awayKills.ts';

/** Orders of two transactions: an import passes its point twice while it is read, and twice while it is stored. */
const fileOrders = 2_300;
const cases = [
  ['import.after-batch', 1],
  ['waiting.before-head', 1],
  ['waiting.after-head', 1],
  ['import.after-batch', 3],
  ['import.after-batch', 4],
  ['waiting.before-drop', 1],
  ['waiting.after-drop', 1],
] as const;

describe.skipIf(!hasPostgres())(
  'a bench that is killed around a file it was given while its server is away',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'waiting-files-'));
    const kills = awayKills('files imported while the server is away', cases.length, { booked: 1 });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(cases.map(([point, visit], no) => ({ point, visit, no })))(
      'at $point, passing $visit: each order is in the book once, by one import',
      async ({ point, visit, no }) => {
        const { hall } = kills;
        const orders = Array.from({ length: fileOrders }, (_, one) => sheetOrder((no + 1) * 10_000 + one));
        const path = join(folder, `${no}.csv`);
        writeFileSync(path, orderSheet(orders));
        expect(await hall.start(atPoint(point, visit))).toBe(true);
        await hall.stopServer();
        const said = await hall.ask({ path });
        await hall.startServer();
        await hall.dead();
        expect(await hall.start()).toBe(true);
        // Of a file whose answer never came somebody sees whether it waits, or drops it in again: what is there is skipped.
        if (said === null && !(await comesIn(no))) await hall.ask({ path });
        while (!(await comesIn(no))) await systemClock.sleep(100);
        await hall.end();
        await expectOnce(no, orders);
        kills.passed();
      },
      120_000,
    );

    const importsOf = async (no: number) =>
      (await kills.hall.desk.store.read.imports.window({ offset: 0, limit: 100 })).filter(
        ({ fileName }) => fileName === `${no}.csv`,
      );

    /** Within some looks of the bench at what waits there. */
    async function comesIn(no: number): Promise<boolean> {
      for (let tries = 0; tries < 40; tries++) {
        if ((await importsOf(no)).length > 0) return true;
        await systemClock.sleep(50);
      }
      return false;
    }

    async function expectOnce(no: number, orders: readonly SheetOrder[]): Promise<void> {
      const { read } = kills.hall.desk.store;
      const imports = await importsOf(no);
      expect(imports).toHaveLength(1);
      expect(imports[0]).toMatchObject({ rows: fileOrders, imported: fileOrders, duplicates: 0, changed: 0 });
      expect(await read.orders.count({ importId: imports[0]?.id ?? '' })).toBe(fileOrders);
      for (const { orderNo } of [orders[0], orders.at(-1)].filter((order) => order !== undefined))
        expect((await read.orders.byOrderNo(orderNo))?.importId).toBe(imports[0]?.id);
    }
  },
);
