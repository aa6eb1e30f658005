import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

type Asked = typeof globalThis & { asked: string[]; answer: number };

describe.skipIf(!hasPostgres())('closing the window while the book moves', () => {
  const place = mkdtempSync(join(tmpdir(), 'shipdesk-closing-move-'));
  const dataFolder = join(place, 'workspace');
  let server: PostgresServer | null = null;
  let opened: OpenWindow;
  let gate: Client;

  async function shipdesk(...words: string[]): Promise<Record<string, unknown>> {
    const ran = await runShipdesk([...words, '--json', '--data', dataFolder]);
    expect(ran.exitCode, ran.stderr).toBe(0);
    return JSON.parse(ran.stdout) as Record<string, unknown>;
  }

  beforeAll(async () => {
    server = await startPostgres();
    const { port = 0, user = '' } = server ?? {};
    const file = join(place, 'orders.csv');
    writeFileSync(file, orderSheet([sheetOrder(1), sheetOrder(2), sheetOrder(3)]));
    await shipdesk('import', file, '--practice');
    gate = new Client({ host: '127.0.0.1', port, user, database: 'postgres' });
    await gate.connect();
    opened = await launchWindow({ dataFolder });
  }, 120_000);
  afterAll(async () => {
    await opened.close();
    await gate.end();
    await server?.close();
    rmSync(place, { recursive: true, force: true });
  });

  async function begin(): Promise<void> {
    const { page } = opened;
    await page.locator('.today-next').waitFor();
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav').getByText('工作台', { exact: true }).click();
    await page.getByRole('button', { name: '搬到服务器…' }).click();
    await page.getByLabel('服务器地址').fill('127.0.0.1');
    await page.getByLabel('端口').fill(String(server?.port));
    await page.getByLabel('数据库').fill('postgres');
    await page.getByLabel('用户', { exact: true }).fill(server?.user ?? '');
    await page.getByLabel('这台电脑的名称').fill('mover');
    await page.getByRole('button', { name: '先检查' }).click();
    await page.locator('dialog[open]').getByRole('button', { name: '开始搬' }).click();
    await page.getByText('正在把订单簿搬到').waitFor();
  }

  /** 0: in the background, 2: stay. */
  const close = (answer: number) =>
    opened.app.evaluate(({ BrowserWindow, dialog }, told) => {
      const here = globalThis as Asked;
      here.asked ??= [];
      here.answer = told;
      dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
        here.asked.push(message);
        return { response: here.answer, checkboxChecked: false };
      }) as unknown as typeof dialog.showMessageBox;
      BrowserWindow.getAllWindows()[0]?.close();
    }, answer);
  const seen = () =>
    opened.app.evaluate(({ BrowserWindow }) => ({
      asked: (globalThis as Asked).asked,
      isVisible: BrowserWindow.getAllWindows()[0]?.isVisible(),
    }));

  it('asks first; the move goes on behind a window that stays, and ends in the background', async () => {
    // The move waits for its turn at the server.
    await gate.query('begin');
    await gate.query('create table write_turn (no bigint primary key)');
    await begin();
    await close(2);
    await expect.poll(seen).toEqual({ asked: ['正在搬订单簿。'], isVisible: true });
    const gone = opened.app.waitForEvent('close', { timeout: 100_000 });
    await close(0);
    await expect.poll(seen).toEqual({ asked: ['正在搬订单簿。', '正在搬订单簿。'], isVisible: false });
    await gate.query('rollback');
    await gone;
    expect(await shipdesk('workspace', 'status')).toMatchObject({ engine: 'server' });
    expect(await shipdesk('orders', 'list')).toMatchObject({ total: 3 });
  });
});
