import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { type Cable, layCable } from '../doubles/servers/cable.ts';
import { type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import { scan } from './page/scan/scan.ts';

/** A bench of a book on a real server behind a cable, with booked orders, packed in its real window. */
export class AwayShop {
  readonly place: string;
  readonly server: PostgresServer;
  readonly cable: Cable;
  readonly book: Client;
  readonly orderNos: readonly string[];
  readonly #waybills: ReadonlyMap<string, string>;

  private constructor(
    place: string,
    parts: Pick<AwayShop, 'server' | 'cable' | 'book'>,
    waybills: ReadonlyMap<string, string>,
    orderNos: readonly string[],
  ) {
    this.place = place;
    this.server = parts.server;
    this.cable = parts.cable;
    this.book = parts.book;
    this.#waybills = waybills;
    this.orderNos = orderNos;
  }

  /** `unsentCount`: orders behind the booked ones, of which nothing has been sent. */
  static async open(orderCount: number, unsentCount = 0): Promise<AwayShop> {
    const server = await startPostgres();
    if (server === null) throw new Error('no server runs');
    const place = mkdtempSync(join(tmpdir(), 'shipdesk-away-'));
    const shipdesk = async (...words: string[]): Promise<void> => {
      const ran = await runShipdesk([...words, '--json', '--data', join(place, 'bench')]);
      expect(ran.exitCode, ran.stderr).toBe(0);
    };
    const { port, user } = server;
    const admin = new Client({ host: '127.0.0.1', port, user, database: 'postgres' });
    await admin.connect();
    await admin.query('create database shop');
    await admin.end();
    const cable = await layCable(port);
    const url = `postgres://${user}@127.0.0.1:${cable.port}/shop`;
    await shipdesk('workspace', 'create', '--server', url, '--practice', '--name', 'bench');
    const orders = Array.from({ length: orderCount }, (_, no) => sheetOrder(no + 1));
    const file = join(place, 'orders.csv');
    writeFileSync(file, orderSheet(orders));
    await shipdesk('import', file);
    await shipdesk('dispatch', '--until-empty');
    const unsent = Array.from({ length: unsentCount }, (_, no) => sheetOrder(orderCount + no + 1));
    if (unsentCount > 0) {
      writeFileSync(file, orderSheet(unsent));
      await shipdesk('import', file);
    }
    await shipdesk('pack', 'rules', '--check-goods', 'off', '--print-at', 'open', '--printer', 'virtual:');
    const book = await connect(server);
    const { rows } = await book.query<{ order_no: string; waybill_no: string }>(
      'select order_no, waybill_no from orders',
    );
    const waybills = new Map(rows.map((row) => [row.order_no, row.waybill_no]));
    return new AwayShop(
      place,
      { server, cable, book },
      waybills,
      [...orders, ...unsent].map(({ orderNo }) => orderNo),
    );
  }

  get folder(): string {
    return join(this.place, 'bench');
  }

  /** Labels that came out. */
  labels = (): number => {
    const all = join(this.folder, 'labels');
    return existsSync(all) ? readdirSync(all).filter((name) => name.endsWith('.png')).length : 0;
  };

  /** When its copy of the book was written last (ms). */
  copiedAt = (): number => {
    const log = join(this.folder, 'away', 'shipdesk.db-wal');
    return existsSync(log) ? statSync(log).mtimeMs : 0;
  };

  waybillOf = (orderNo: string): string => this.#waybills.get(orderNo) ?? '';

  big = (page: Page): Locator => page.locator('.bench-words h2');

  /** The packing screen of a window that has just been opened. */
  async toBench(page: Page): Promise<void> {
    await page.locator('.rail').first().waitFor();
    await page.keyboard.press('Alt+6');
    await this.big(page).waitFor();
  }

  /** From its number to the scan of its label, which has come out meanwhile. */
  async pack(page: Page, orderNo: string): Promise<void> {
    const before = this.labels();
    await scan(page, orderNo);
    await page.locator('.bench-sheet').waitFor();
    await expect.poll(this.labels, { timeout: 20_000 }).toBe(before + 1);
    await this.big(page).getByText('贴好面单，扫它').waitFor();
    await scan(page, this.waybillOf(orderNo));
    await this.big(page).getByText('已打包').waitFor();
  }

  async stateOf(orderNo: string): Promise<string> {
    const found = await this.book.query<{ state: string }>('select state from orders where order_no = $1', [
      orderNo,
    ]);
    return found.rows[0]?.state ?? '';
  }

  async close(): Promise<void> {
    await this.book.end();
    await this.cable.close();
    await this.server.close();
    rmSync(this.place, { recursive: true, force: true });
  }
}

async function connect({ port, user }: PostgresServer): Promise<Client> {
  const book = new Client({ host: '127.0.0.1', port, user, database: 'shop' });
  await book.connect();
  return book;
}
