import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import { readQr } from './codesOnPaper.ts';
import { corePid } from './corePid.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

describe.skipIf(!hasPostgres())('two windows on one book', () => {
  const place = mkdtempSync(join(tmpdir(), 'shipdesk-windows-'));
  const folders = ['first', 'second'].map((name) => join(place, name)) as [string, string];
  let server: PostgresServer | null = null;
  let windows: readonly OpenWindow[] = [];

  async function shipdesk(words: readonly string[], input?: string): Promise<Record<string, unknown>> {
    const ran = await runShipdesk([...words, '--json'], input === undefined ? {} : { input });
    expect(ran.exitCode, ran.stderr).toBe(0);
    return JSON.parse(ran.stdout) as Record<string, unknown>;
  }

  beforeAll(async () => {
    server = await startPostgres();
    if (server === null) throw new Error('no server runs');
    const { port, user } = server;
    const client = new Client({ host: '127.0.0.1', port, user, database: 'postgres' });
    await client.connect();
    await client.query('create database shop');
    await client.query('create database made');
    await client.query('create database moved');
    await client.end();
    const [first, second] = folders;
    const url = `postgres://${user}@127.0.0.1:${port}/shop`;
    await shipdesk([
      'workspace',
      'create',
      '--server',
      url,
      '--practice',
      '--name',
      'first',
      '--data',
      first,
    ]);
    const { invitation } = await shipdesk(['workspace', 'invite', '--show-code', '--data', first]);
    await shipdesk(['workspace', 'join', '--name', 'second', '--data', second], `${String(invitation)}\n`);
    windows = await Promise.all(folders.map((dataFolder) => launchWindow({ dataFolder })));
  }, 120_000);
  afterAll(async () => {
    for (const opened of windows) await opened.close();
    await server?.close();
    rmSync(place, { recursive: true, force: true });
  });

  it('what comes in at one is seen at the other at once, and shipped by either once', async () => {
    const [first, second] = windows as [OpenWindow, OpenWindow];
    for (const { page } of windows) await page.locator('.today-next').waitFor();
    await second.page.keyboard.press('Alt+4');
    const file = join(place, 'orders.csv');
    writeFileSync(file, orderSheet([sheetOrder(1), sheetOrder(2), sheetOrder(3)]));
    const shipped = await shipdesk(['ship', file, '--practice', '--data', first.dataFolder]);
    // A number may be obtained by either of both; the labels come out where they were wanted.
    expect(shipped).toMatchObject({ imported: 3, failed: 0, unsure: 0, printed: 3 });
    const waybills = shipped.waybills as readonly { readonly waybillNo: string }[];
    expect(new Set(waybills.map(({ waybillNo }) => waybillNo)).size).toBe(3);
    await second.page.getByText(sheetOrder(2).orderNo).first().waitFor();
    const again = await shipdesk(['ship', file, '--practice', '--data', second.dataFolder]);
    expect(again).toMatchObject({ imported: 0, duplicates: 3, booked: 0, printed: 0 });
  });

  it('a third joins through its window, works on the same orders, is shut out by the first and joins anew', async () => {
    const [{ page: first }] = windows as [OpenWindow];
    await first.keyboard.press('Alt+9');
    await first.locator('.settings-nav').getByText('工作台', { exact: true }).click();
    await first.getByRole('button', { name: '邀请一台电脑' }).click();
    const code = await first.locator('.invitation-code').textContent();
    await first.getByRole('button', { name: '显示二维码' }).click();
    const picture = join(place, 'invitation.png');
    await first.locator('.invitation-picture canvas').screenshot({ path: picture });
    expect(readQr(picture)).toBe(code);
    await first.getByRole('button', { name: '已发给那台电脑' }).click();

    const third = await launchWindow({ dataFolder: join(place, 'third') });
    windows = [...windows, third];
    await third.page.getByText('加入店里的工作台').click();
    await third.page.getByLabel('加入码', { exact: true }).fill(code ?? '');
    await third.page.getByLabel('这台电脑的名称').fill('third');
    await third.page.keyboard.press('Enter');
    await third.page.locator('.today-next').waitFor();
    expect(await third.page.content()).not.toContain('SHIPDESK1-');
    await third.page.keyboard.press('Alt+4');
    await third.page.getByText(sheetOrder(2).orderNo).first().waitFor();

    const line = first.locator('.settings-row', { hasText: 'third' });
    await line.getByText('在用').waitFor();
    await line.getByRole('button', { name: '移出' }).click();
    await first.locator('dialog[open]').getByRole('button', { name: '移出' }).click();
    await line.getByText('已移出').waitFor();
    await third.page.getByText('WORKSTATION_SHUT_OUT').waitFor();
    await third.page.getByText('已被店长移出').waitFor();
    expect(await third.page.getByRole('button', { name: '解锁' }).count()).toBe(0);

    await first.getByRole('button', { name: '邀请一台电脑' }).click();
    const another = await first.locator('.invitation-code').textContent();
    await first.getByRole('button', { name: '已发给那台电脑' }).click();
    await third.page.getByRole('button', { name: '用新的加入码重新加入' }).click();
    await third.page.getByRole('button', { name: '移开并重新加入' }).click();
    await third.page.getByLabel('加入码', { exact: true }).fill(another ?? '');
    await third.page.getByLabel('这台电脑的名称').fill('third again');
    await third.page.keyboard.press('Enter');
    await third.page.locator('.rail').waitFor();
    await third.page.keyboard.press('Alt+4');
    await third.page.getByText(sheetOrder(2).orderNo).first().waitFor();
  });

  it('a workspace is made in an empty database through the window, and finds it at another address', async () => {
    const passphrase = '仓库 门口 三只 白鹅';
    const { port = 0, user = '' } = server ?? {};
    const made = await launchWindow();
    windows = [...windows, made];
    const { page } = made;
    const typeServer = async (host: string) => {
      await page.getByLabel('服务器地址').fill(host);
      await page.getByLabel('端口').fill(String(port));
      await page.getByLabel('数据库').fill('made');
      await page.getByLabel('用户', { exact: true }).fill(user);
    };
    const openBenches = () => page.locator('.settings-nav').getByText('工作台', { exact: true }).click();
    await page.getByText('正式工作区').click();
    await page.getByText('店里的服务器', { exact: true }).click();
    await typeServer('127.0.0.1');
    await page.getByLabel('这台电脑的名称').fill('made');
    await page.getByLabel(/^口令/).fill(passphrase);
    await page.getByLabel('再输入一次口令').fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '我已抄下' }).click();
    await page.locator('.today-next').waitFor();
    await page.keyboard.press('Alt+9');
    await openBenches();
    await page.getByText(`127.0.0.1:${port}`).waitFor();

    await page.getByRole('button', { name: '服务器换了地址或密码…' }).click();
    await page.getByRole('button', { name: '锁上并填写' }).click();
    await typeServer('localhost');
    await page.getByLabel('这台电脑的口令').fill(passphrase);
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
    await page.keyboard.press('Alt+9');
    await openBenches();
    await page.getByText(`localhost:${port}`).waitFor();
  });

  it('a book of this PC moves to the server and back through its window, also past a core that dies on the way', async () => {
    const { port = 0, user = '' } = server ?? {};
    const dataFolder = join(place, 'mover');
    const file = join(place, 'moving.csv');
    writeFileSync(file, orderSheet(Array.from({ length: 4_000 }, (_, no) => sheetOrder(no + 10))));
    await shipdesk(['import', file, '--practice', '--data', dataFolder]);
    const mover = await launchWindow({ dataFolder });
    windows = [...windows, mover];
    const { page } = mover;
    const begin = async () => {
      await page.getByRole('button', { name: '搬到服务器…' }).click();
      await page.getByLabel('服务器地址').fill('127.0.0.1');
      await page.getByLabel('端口').fill(String(port));
      await page.getByLabel('数据库').fill('moved');
      await page.getByLabel('用户', { exact: true }).fill(user);
      await page.getByLabel('这台电脑的名称').fill('mover');
      await page.getByRole('button', { name: '先检查' }).click();
      await page.locator('dialog[open]').getByRole('button', { name: '开始搬' }).click();
    };
    await page.locator('.today-next').waitFor();
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav').getByText('工作台', { exact: true }).click();
    const core = await corePid(mover.app);
    await begin();
    await page.getByText(/已(搬|核对) [\d,]+ 行/).waitFor();
    process.kill(core as number, 'SIGKILL');
    await page.getByText('上次搬到 127.0.0.1/moved，没有搬完').waitFor();

    await begin();
    await page.getByText(/逐行核对一样/).waitFor({ timeout: 60_000 });
    await page.getByText(`127.0.0.1:${port}`).waitFor();
    const status = await shipdesk(['workspace', 'status', '--data', dataFolder]);
    expect(status).toMatchObject({ engine: 'server' });
    const list = () => shipdesk(['orders', 'list', '--data', dataFolder]);
    expect(await list()).toMatchObject({ total: 4_000 });

    await page.getByRole('button', { name: '搬回这台电脑…' }).click();
    await page.locator('dialog[open]').getByRole('button', { name: '开始搬' }).click();
    await page.getByText('订单簿已搬到这台电脑').waitFor({ timeout: 60_000 });
    expect(await shipdesk(['workspace', 'status', '--data', dataFolder])).toMatchObject({
      engine: 'embedded',
    });
    expect(await list()).toMatchObject({ total: 4_000 });
  }, 180_000);
});
