import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
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
});
