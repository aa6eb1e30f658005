import { endElectron } from '../../e2e/launchElectron.ts';
import { assembleApp } from '../../runtime/assembleApp.ts';
import { openBenchWindow } from '../kit/openBenchWindow.ts';
import { report } from '../kit/runChild.ts';
import { openShip, pressFilters, scrollByWheel } from '../kit/watchTable.ts';

/** The order table over a large order book: its filters, and a wheel from the top and in the middle of it. */
const [folder = ''] = process.argv.slice(2);
const filterRounds = 10;

assembleApp();
const { app, page } = await openBenchWindow(folder);
await openShip(page);
await page.waitForTimeout(2_000);
const presses = await pressFilters(page, filterRounds);
await page.locator('.filter-chip', { hasText: '全部' }).click();
await page.locator('.table-body [role=gridcell]').first().waitFor();
const top = await scrollByWheel(page);
await page.locator('.table').evaluate((table) => {
  table.scrollTop = table.scrollHeight / 2;
});
await page.waitForTimeout(1_000);
const middle = await scrollByWheel(page);
await endElectron(app);
report({ presses, scrolls: [top, middle] });
