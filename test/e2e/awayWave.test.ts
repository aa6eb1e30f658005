import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { hasPostgres } from '../doubles/servers/postgresServer.ts';
import { AwayShop } from './awayShop.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { scan } from './page/scan/scan.ts';

const orderCount = 13;

describe.skipIf(!hasPostgres())('a window whose server goes while labels are coming out', () => {
  let shop: AwayShop;
  let opened: OpenWindow | null = null;
  let asking: ChildProcess | null = null;

  beforeAll(async () => {
    shop = await AwayShop.open(orderCount);
    opened = await launchWindow({ dataFolder: shop.folder });
  }, 300_000);
  afterAll(async () => {
    asking?.kill();
    await opened?.close();
    await shop.close();
  });

  it('prints the others in their turn, packs by them, and the book has each label once when the server is back', async () => {
    if (opened === null) throw new Error('nothing is open');
    const { page } = opened;
    const { cable, labels, book } = shop;
    const [first = '', ...wave] = shop.orderNos;
    await shop.toBench(page);
    await shop.pack(page, first);
    // Slow enough to pull it in the middle of the labels.
    cable.slow(30);
    const words = ['print', '--unprinted', '--printer', 'virtual:', '--json', '--data', shop.folder];
    const asked = runShipdesk(words, {
      onStart: (child) => {
        asking = child;
      },
    });
    await expect.poll(labels, { timeout: 60_000 }).toBeGreaterThan(1);
    const begun = Date.now();
    // A copy that was begun behind the first label knows of the others.
    await expect.poll(shop.copiedAt, { timeout: 30_000, interval: 50 }).toBeGreaterThan(begun + 1_500);
    cable.pull();
    const atPull = labels();
    expect(atPull).toBeLessThan(orderCount - 1);
    await page.locator('.status-bar').getByText('服务器离线').waitFor();
    await expect.poll(labels, { timeout: 30_000 }).toBe(orderCount);
    const last = wave.at(-1) ?? '';
    await scan(page, shop.waybillOf(last));
    await page.locator('.bench-words').getByText(last).waitFor();
    await shop.big(page).getByText('已打包').waitFor();
    if (process.env.SHIPDESK_PICTURES !== undefined)
      await page.screenshot({ path: `${process.env.SHIPDESK_PICTURES}/away-wave.png` });

    cable.slow(0);
    cable.plugIn();
    await asked;
    await expect.poll(() => shop.stateOf(last), { timeout: 30_000 }).toBe('packed');
    const known = async () =>
      (await book.query("select 1 from print_jobs where state in ('accepted', 'confirmed', 'scanned')"))
        .rowCount;
    await expect.poll(known, { timeout: 30_000 }).toBe(orderCount);
    expect((await book.query('select 1 from print_jobs')).rowCount).toBe(orderCount);
    expect((await book.query("select 1 from jobs where kind = 'print'")).rowCount).toBe(0);
    expect(labels()).toBe(orderCount);
    await page.locator('.packing > .notice').waitFor({ state: 'detached' });
  }, 240_000);
});
