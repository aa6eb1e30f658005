import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOrderFile } from '../bench/kit/makeOrderFile.ts';
import { dropFile } from './dropFile.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

/** How the page did while the import ran: pauses between frames, and how long a search took to show its order. */
interface Burden {
  readonly gapsMs: readonly number[];
  readonly answersMs: readonly number[];
}

const rowCount = 100_000;
/** The page itself, drawing and taking keys. */
const frameMs = 100;
/** From the last key of a search to its row: far above what is wanted, so that only a core that is held up fails. */
const searchMs = 3_000;

let opened: OpenWindow;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-busy-'));
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
  await opened.page.getByRole('button', { name: '进入练习' }).click();
  await opened.page.locator('.today-next').waitFor();
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Watches the frames, and searches for one order after another as a person would, until the import is done. */
function watchPage(page: Page): Promise<Burden> {
  return page.evaluate(async () => {
    const gapsMs: number[] = [];
    const answersMs: number[] = [];
    const isRunning = (): boolean =>
      [...document.querySelectorAll('.rail-count')].some(({ textContent }) => textContent?.includes('%'));
    const frame = (before: number): void => {
      requestAnimationFrame((now) => {
        gapsMs.push(now - before);
        if (isRunning()) frame(now);
      });
    };
    frame(performance.now());
    const field = document.querySelector<HTMLInputElement>('.screen-head input');
    const type = (text: string): void => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const isShown = (orderNo: string): boolean =>
      [...document.querySelectorAll('[role=row]')].some(({ textContent }) => textContent?.includes(orderNo));
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    for (let round = 0; isRunning(); round += 1) {
      const orderNo = `26112514${String(round * 3).padStart(10, '0')}`;
      const typedAt = performance.now();
      type(orderNo);
      while (isRunning() && !isShown(orderNo)) await new Promise(requestAnimationFrame);
      if (isRunning()) answersMs.push(performance.now() - typedAt);
      await pause(150);
      type('');
      await pause(250);
    }
    return { gapsMs, answersMs };
  });
}

/** The value that `share` of the measured ones do not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

test('100,000 rows come in, and the page goes on drawing and finding orders', async () => {
  const { page } = opened;
  await dropFile(page, await makeOrderFile(rowCount, 'utf8.csv'));
  await page.locator('.map-row').first().waitFor();
  await page.locator('h1').click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+4');
  await page.locator('.rail-item', { hasText: '%' }).waitFor();
  await page.getByRole('row').nth(2).waitFor();
  const { gapsMs, answersMs } = await watchPage(page);
  process.stdout.write(
    `frames p95 ${quantile(gapsMs, 0.95)} ms, longest ${quantile(gapsMs, 1)} ms; ` +
      `search p50 ${quantile(answersMs, 0.5)} ms, p95 ${quantile(answersMs, 0.95)} ms of ${answersMs.length}\n`,
  );
  expect(quantile(gapsMs, 0.95)).toBeLessThan(frameMs);
  expect(answersMs.length).toBeGreaterThan(3);
  expect(quantile(answersMs, 0.5)).toBeLessThan(searchMs);
}, 240_000);
