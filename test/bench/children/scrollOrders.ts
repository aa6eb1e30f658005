import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchWindow } from '../../e2e/launchWindow.ts';
import { assembleApp } from '../../runtime/assembleApp.ts';
import { benchFolder, projectFolder } from '../kit/benchFolders.ts';
import { makeOrderFile } from '../kit/makeOrderFile.ts';
import { report } from '../kit/runChild.ts';
import { openShip, type Scrolled, scrollByWheel } from '../kit/watchTable.ts';

/** How Ship opens for the first time after a start, and how its table scrolls under a wheel, in a store of so many orders. */
const [orderCount = '100000', rounds = '3'] = process.argv.slice(2);
const folder = mkdtempSync(join(benchFolder, 'scroll-'));
const workspace = join(folder, 'workspace');

async function fillWorkspace(): Promise<void> {
  const file = await makeOrderFile(Number(orderCount), 'utf8.csv');
  const words = [join(projectFolder, 'out/cli/cli.cjs'), 'import', file, '--practice', '--data', workspace];
  spawnSync(process.execPath, words, { stdio: 'ignore' });
}

assembleApp();
await fillWorkspace();
const openMs: number[] = [];
const scrolls: Scrolled[] = [];
for (let round = 0; round < Number(rounds); round++) {
  const { page, close } = await launchWindow({ dataFolder: workspace });
  await page.locator('.today-next').waitFor();
  openMs.push(await openShip(page));
  await page.locator('.filter-chip', { hasText: '全部' }).click();
  await page.locator('.table-body [role=gridcell]').first().waitFor();
  scrolls.push(await scrollByWheel(page));
  await close();
}
rmSync(folder, { recursive: true, force: true });
rmSync(`${workspace}-xdg`, { recursive: true, force: true });
report({ openMs, scrolls });
