import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dropFile } from '../../e2e/dropFile.ts';
import { launchWindow } from '../../e2e/launchWindow.ts';
import { assembleApp } from '../../runtime/assembleApp.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { makeOrderFile } from '../kit/makeOrderFile.ts';
import { report } from '../kit/runChild.ts';
import { watchPage } from '../kit/watchPage.ts';

/** How the page draws and finds while a file of so many rows comes in beside it. */
const [rowCount = '100000'] = process.argv.slice(2);
const folder = mkdtempSync(join(benchFolder, 'beside-'));

assembleApp();
const { page, close } = await launchWindow({ dataFolder: join(folder, 'workspace') });
await page.getByRole('button', { name: '进入练习' }).click();
await page.locator('.today-next').waitFor();
await dropFile(page, await makeOrderFile(Number(rowCount), 'utf8.csv'));
await page.locator('.map-row').first().waitFor();
await page.locator('h1').click();
await page.keyboard.press('Enter');
await page.keyboard.press('Alt+4');
await page.locator('.rail-item', { hasText: '%' }).waitFor();
await page.getByRole('row').nth(2).waitFor();
report(await watchPage(page));
await close();
rmSync(folder, { recursive: true, force: true });
