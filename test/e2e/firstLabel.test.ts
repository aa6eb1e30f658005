import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

/** What a customer wrote, as it stands in a chat. */
const message = '王小明 13800138000 广东省深圳市南山区科技园深南大道9988号 茶叶1盒';
/** Enter the practice, paste, make the order, go to Ship, look over the batch, send it. */
const mostKeys = 6;

let opened: OpenWindow;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-first-label-'));
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

function labels(): string[] {
  const place = join(folder, 'workspace/labels');
  return existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.png')) : [];
}

test(`from the first start to the first practice label it takes ${mostKeys} keys and no click`, async () => {
  const { app, page } = opened;
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys++;
    await page.keyboard.press(key);
  };
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), message);
  await page.getByRole('button', { name: '进入练习' }).waitFor();
  await press('Enter');
  await page.locator('.today-next').waitFor();
  await press('Control+v');
  await expect.poll(() => page.locator('input[name="name"]').inputValue()).toBe('王小明');
  await press('Enter');
  // Its first words name getting numbers as well; a key before the order is made would go to the form that makes it.
  await page.locator('.today-next', { hasText: '待取号' }).waitFor();
  await page.locator('dialog[open]').waitFor({ state: 'hidden' });
  await press('Alt+4');
  await page.locator('.filter-chip', { hasText: /^待取号1$/ }).waitFor();
  await press('Control+Enter');
  await page.locator('.verdict-go, .verdict-look').waitFor();
  await press('Control+Enter');
  await expect.poll(labels, { timeout: 30_000 }).toHaveLength(1);
  expect(keys).toBe(mostKeys);
});
