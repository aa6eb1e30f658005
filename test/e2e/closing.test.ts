import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropFile } from './dropFile.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

const orderCount = 600;

let opened: OpenWindow;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-closing-'));
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
  await opened.page.getByRole('button', { name: '进入练习' }).click();
  await opened.page.locator('.today-next').waitFor();
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

test('closing in the middle of a batch asks what shall become of it, and the window answers meanwhile', async () => {
  const { app, page } = opened;
  const lines = Array.from(
    { length: orderCount },
    (_, no) => `CL-${10_000 + no},王小明,13800138000,广东省,深圳市,南山区,科技园路${no + 1}号,保温杯,1`,
  );
  const file = join(folder, 'orders.csv');
  writeFileSync(
    file,
    ['订单编号,收件人姓名,收件人手机,省份,城市,区县,详细地址,商品名称,数量', ...lines].join('\n'),
  );
  await dropFile(page, file);
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.locator('.figures', { hasText: `已导入${orderCount}` }).waitFor();
  await app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    (globalThis as unknown as { asked: string[] }).asked = asked;
    dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
      asked.push(message);
      return { response: 2, checkboxChecked: false };
    }) as unknown as typeof dialog.showMessageBox;
  });
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  await page.keyboard.press('Alt+4');
  await page.locator('.desk-preview').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.verdict').waitFor();
  // Closed in the moment of the click: nothing of the batch is in the queue yet.
  await page.keyboard.press('Control+Enter');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(asked).toHaveLength(1);
  // The bar stands from the click on; its figures come with the orders in the queue.
  await page.locator('.panel.run', { hasText: /等待 \d/ }).waitFor();
  await expect
    .poll(async () => {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      return asked();
    })
    .toContainEqual(expect.stringMatching(/\d+ 单正在取号/));
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true);
});
