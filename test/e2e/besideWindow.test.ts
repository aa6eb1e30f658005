import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

let opened: OpenWindow;
afterEach(() => opened.close());

it('beside the open window the command line ships a file, and the window shows the orders', async () => {
  opened = await launchWindow();
  const { page, dataFolder } = opened;
  await page.getByRole('button', { name: '进入练习' }).click();
  await page.locator('.today-next').waitFor();
  const file = join(`${dataFolder}-orders.csv`);
  writeFileSync(file, orderSheet([sheetOrder(1), sheetOrder(2), sheetOrder(3)]));
  const shipped = await runShipdesk(['ship', file, '--practice', '--data', dataFolder, '--json']);
  expect(shipped.exitCode, shipped.stderr).toBe(0);
  expect(JSON.parse(shipped.stdout)).toMatchObject({ imported: 3, booked: 3, printed: 3 });
  await page.keyboard.press('Alt+4');
  await page.getByText(sheetOrder(2).orderNo).first().waitFor();
});
