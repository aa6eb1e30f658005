import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KdniaoServer } from '../doubles/platforms/kdniaoServer.ts';
import { type FakePrinter, startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { dropAnywhere } from './dropFile.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { seen } from './page/seen.ts';
import { addKdniaoAccount, addPrinter, createWorkspace, fillSender, ordersCsv } from './realDesk.ts';

/** A label of this size has 79 kB; questions about the printer's state are shorter. */
const labelBytes = 20_000;
const sure = 6;
/** Each could be two districts of the country: one key chooses, the next accepts. */
const doubtful = ['朝阳区样板路3号', '鼓楼区样板路8号', '西湖区样板路9号'];

let opened: OpenWindow;
let folder: string;
let printer: FakePrinter;
const platform = new KdniaoServer();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-paper-'));
  writeFileSync(join(folder, '订单.csv'), ordersOfTheDay());
  printer = await startFakePrinter();
  await platform.listen();
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
  const { page } = opened;
  await createWorkspace(page);
  await fillSender(page);
  const { merchantId, apiKey, url } = platform;
  await addKdniaoAccount(page, { name: '测试账号', merchantId, secret: apiKey, endpoint: url });
  await addPrinter(page, printer.port);
});
afterAll(async () => {
  await opened.close();
  await printer.close();
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

function ordersOfTheDay(): string {
  const rows = doubtful.map(
    (address, index) => `3700000000000000${index},赵样例,1380000040${index},${address},样品绿茶,1`,
  );
  return [ordersCsv(1, sure), ...rows].join('\n');
}

/** The keys pressed from here on; of a chord the last one counts. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(window, { keysPressed: 0 });
    window.addEventListener(
      'keydown',
      ({ key }) => {
        const counted = window as unknown as { keysPressed: number };
        if (!['Control', 'Shift', 'Alt'].includes(key)) counted.keysPressed += 1;
      },
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { keysPressed: number }).keysPressed);
}

test('from the drop to paper it takes one key, and two for each doubtful address', async () => {
  const { page } = opened;
  await page.keyboard.press('Alt+1');
  await page.locator('.today-next').waitFor();
  const before = printer.papers.length;
  const keys = await countKeys(page);
  await dropAnywhere(page, join(folder, '订单.csv'));
  const strip = page.locator('.known-strip');
  await strip.getByText(`${sure} 单可取号 · ${doubtful.length} 单要校正`).waitFor();
  for (let left = doubtful.length; left > 0; left -= 1) {
    await page.locator('.correction .candidate').first().waitFor();
    const orderNo = await seen(page.locator('.correction .number').first());
    await page.keyboard.press('1');
    await expect.poll(() => page.getByLabel('省市区', { exact: true }).inputValue()).toContain('市');
    await page.keyboard.press('Enter');
    await page.locator('.correction .number', { hasText: orderNo }).waitFor({ state: 'detached' });
  }
  const all = sure + doubtful.length;
  await strip.getByText(`${all} 单可取号`).waitFor();
  await page.keyboard.press('Control+Enter');
  const labels = () => printer.papers.slice(before).filter(({ length }) => length > labelBytes);
  await expect.poll(() => labels().length, { timeout: 30_000 }).toBe(all);
  expect(await keys()).toBe(1 + 2 * doubtful.length);
  expect(platform.ledger.lines).toHaveLength(all);
});
