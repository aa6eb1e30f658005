import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchWindow } from '../../e2e/launchWindow.ts';
import { assembleApp } from '../../runtime/assembleApp.ts';
import { benchFolder, projectFolder } from '../kit/benchFolders.ts';
import { makeOrderFile } from '../kit/makeOrderFile.ts';
import { report } from '../kit/runChild.ts';

/** How Ship opens for the first time after a start, and how its table scrolls under a wheel, in a store of so many orders. */
const [orderCount = '100000', rounds = '3'] = process.argv.slice(2);
const wheelSeconds = 6;
const folder = mkdtempSync(join(benchFolder, 'scroll-'));
const workspace = join(folder, 'workspace');

async function fillWorkspace(): Promise<void> {
  const file = await makeOrderFile(Number(orderCount), 'utf8.csv');
  const words = [join(projectFolder, 'out/cli/cli.cjs'), 'import', file, '--practice', '--data', workspace];
  spawnSync(process.execPath, words, { stdio: 'ignore' });
}

/** From the key to the frame in which rows stand there. */
async function openShip(page: Page): Promise<number> {
  const shown = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressedAt = 0;
        addEventListener(
          'keydown',
          ({ key }) => (pressedAt = key === '4' ? performance.now() : pressedAt),
          true,
        );
        const look = (): void => {
          const isThere = document.querySelector('.table-body [role=gridcell]') !== null;
          // What is in the page now is painted in this frame: the next one begins after it.
          if (isThere) requestAnimationFrame(() => resolve(performance.now() - pressedAt));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.keyboard.press('Alt+4');
  return shown;
}

interface Scrolled {
  readonly gapsMs: readonly number[];
  /** Frames in which at least one row in sight had no words. */
  readonly blankFrames: number;
  readonly rowsPassed: number;
}

/** Watches every frame while the wheel turns; a notch is 120 px. */
async function scrollByWheel(page: Page): Promise<Scrolled> {
  const table = page.locator('.table');
  const box = await table.boundingBox();
  if (box === null) throw new Error('no table');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const watched = page.evaluate(
    (seconds) =>
      new Promise<Scrolled>((resolve) => {
        const scroller = document.querySelector('.table');
        if (scroller === null) throw new Error('no table');
        const gapsMs: number[] = [];
        let blankFrames = 0;
        const startedAt = performance.now();
        const from = scroller.scrollTop;
        const rowPx = document.querySelector('.table-body .row')?.getBoundingClientRect().height ?? 1;
        const isBlankInSight = (): boolean => {
          const sight = scroller.getBoundingClientRect();
          return [...document.querySelectorAll('.cell-blank')].some((cell) => {
            const { top, bottom } = cell.getBoundingClientRect();
            return bottom > sight.top && top < sight.bottom;
          });
        };
        const frame = (before: number): void => {
          requestAnimationFrame((now) => {
            gapsMs.push(now - before);
            if (isBlankInSight()) blankFrames += 1;
            if (now - startedAt < seconds * 1_000) return frame(now);
            resolve({ gapsMs, blankFrames, rowsPassed: Math.round((scroller.scrollTop - from) / rowPx) });
          });
        };
        frame(startedAt);
      }),
    wheelSeconds,
  );
  const until = performance.now() + wheelSeconds * 1_000;
  while (performance.now() < until) {
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(10);
  }
  return watched;
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
