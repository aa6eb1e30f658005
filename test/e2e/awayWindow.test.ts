import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { type Cable, layCable } from '../doubles/servers/cable.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { scan } from './page/scan/scan.ts';

describe.skipIf(!hasPostgres())('a window whose server goes away', () => {
  const place = mkdtempSync(join(tmpdir(), 'shipdesk-away-'));
  const folder = join(place, 'bench');
  const orders = [1, 2, 3, 4].map((no) => sheetOrder(no));
  let server: PostgresServer | null = null;
  let cable: Cable | null = null;
  let opened: OpenWindow | null = null;
  let book: Client | null = null;
  let waybills: ReadonlyMap<string, string> = new Map();

  async function shipdesk(...words: string[]): Promise<void> {
    const ran = await runShipdesk([...words, '--json', '--data', folder]);
    expect(ran.exitCode, ran.stderr).toBe(0);
  }

  beforeAll(async () => {
    server = await startPostgres();
    if (server === null) throw new Error('no server runs');
    const { port, user } = server;
    const admin = new Client({ host: '127.0.0.1', port, user, database: 'postgres' });
    await admin.connect();
    await admin.query('create database shop');
    await admin.end();
    cable = await layCable(port);
    const url = `postgres://${user}@127.0.0.1:${cable.port}/shop`;
    await shipdesk('workspace', 'create', '--server', url, '--practice', '--name', 'bench');
    const file = join(place, 'orders.csv');
    writeFileSync(file, orderSheet(orders));
    await shipdesk('import', file);
    await shipdesk('dispatch', '--until-empty');
    await shipdesk('pack', 'rules', '--check-goods', 'off', '--print-at', 'open', '--printer', 'virtual:');
    book = new Client({ host: '127.0.0.1', port, user, database: 'shop' });
    await book.connect();
    const { rows } = await book.query<{ order_no: string; waybill_no: string }>(
      'select order_no, waybill_no from orders',
    );
    waybills = new Map(rows.map((row) => [row.order_no, row.waybill_no]));
    opened = await launchWindow({ dataFolder: folder });
  }, 120_000);
  afterAll(async () => {
    await opened?.close();
    await book?.end();
    await cable?.close();
    await server?.close();
    rmSync(place, { recursive: true, force: true });
  });

  const big = (page: Page) => page.locator('.bench-words h2');
  const labelFiles = (): string[] => {
    const all = join(folder, 'labels');
    return existsSync(all) ? readdirSync(all) : [];
  };
  const labels = (): number => labelFiles().filter((name) => name.endsWith('.png')).length;

  /** From its number to the scan of its label, which has come out meanwhile. */
  async function pack(page: Page, orderNo: string): Promise<void> {
    const before = labels();
    await scan(page, orderNo);
    await page.locator('.bench-sheet').waitFor();
    await expect.poll(labels, { timeout: 20_000 }).toBe(before + 1);
    await big(page).getByText('贴好面单，扫它').waitFor();
    await scan(page, waybills.get(orderNo) ?? '');
    await big(page).getByText('已打包').waitFor();
  }
  const stateOf = async (orderNo: string): Promise<string> => {
    const found = await book?.query<{ state: string }>('select state from orders where order_no = $1', [
      orderNo,
    ]);
    return found?.rows[0]?.state ?? '';
  };

  it('packs on what its bench keeps, and brings it into the book when the server is back', async () => {
    if (opened === null || cable === null || book === null) throw new Error('nothing is open');
    const { page } = opened;
    const [first, second, third, fourth] = orders.map(({ orderNo }) => orderNo) as [
      string,
      string,
      string,
      string,
    ];
    await page.locator('.today-next').waitFor();
    await page.keyboard.press('Alt+6');
    await big(page).waitFor();
    await pack(page, first);
    cable.pull();
    await pack(page, second);
    const notice = page.locator('.packing > .notice');
    await notice.getByText(/服务器离线（.*起），本台继续打包已存的订单/).waitFor();
    await notice.getByText(/2 次操作存在本台/).waitFor();
    await pack(page, third);
    await scan(page, '2099123456789');
    await big(page).getByText('本台没有存这一单').waitFor();
    expect(await stateOf(second)).toBe('booked');
    // Somebody else cancels it while this bench packs it.
    await book.query("update orders set alarm = 'refund', version = version + 1 where order_no = $1", [
      third,
    ]);
    cable.plugIn();
    await expect.poll(() => stateOf(second), { timeout: 20_000 }).toBe('packed');
    await notice.getByText(/离线时打包了订单 .*这一单已经退款/).waitFor();
    expect(await stateOf(third)).toBe('booked');
    await notice.getByRole('button', { name: '已处理' }).click();
    await notice.waitFor({ state: 'detached' });
    // A network that swallows everything holds the packer up for seconds, not for minutes.
    cable.swallow();
    await pack(page, fourth);
    cable.plugIn();
    await expect.poll(() => stateOf(fourth), { timeout: 30_000 }).toBe('packed');
    expect(labels()).toBe(4);
    const printed = await book.query('select 1 from print_jobs where copy_no = 1 and sent_at is not null');
    expect(printed.rowCount).toBe(4);
  });
});
