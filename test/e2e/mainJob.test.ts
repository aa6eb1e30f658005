import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

const sample = resolve(import.meta.dirname, '../../resources/samples/orders.xlsx');

/** The system's file dialog answers with this file; everything behind it is the product's own. */
function answerFileDialog(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}

function killCore(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(({ app: running }) => {
    const isCore = (metric: { name?: string; serviceName?: string }) =>
      `${metric.name}${metric.serviceName}`.includes('ShipDesk core');
    const pid = running.getAppMetrics().find(isCore)?.pid;
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    return pid;
  });
}

/** Waybill numbers on the papers of the virtual printer, read by zbarimg. Several papers of one number count each. */
function decodePapers(folder: string): string[] {
  const papers = readdirSync(folder).filter((name) => name.endsWith('.png'));
  return papers.map((name) => {
    const said = execFileSync('zbarimg', ['-q', join(folder, name)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const codes = [...said.matchAll(/CODE-128:(\S+)/g)].map(([, code]) => code ?? '');
    expect(new Set(codes).size).toBe(1);
    return codes[0] ?? '';
  });
}

/** Text of a labelled number on the Ship filter chips. */
async function chipCount(page: Page, label: string): Promise<number> {
  const chip = page.getByRole('button', { name: new RegExp(`^${label}`) }).first();
  const text = (await chip.textContent()) ?? '';
  return Number(text.replace(/\D/g, ''));
}

describe('a packer’s morning in the real window', () => {
  let open: OpenWindow;
  let dataFolder: string;
  beforeAll(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'shipdesk-main-job-'));
    rmSync(dataFolder, { recursive: true });
    open = await launchWindow({ dataFolder });
  });
  afterAll(async () => {
    await open.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('starts with a practice workspace in one press', async () => {
    await open.page.getByRole('button', { name: '进入练习' }).click();
    await open.page.getByText('下一步').waitFor();
  });

  it('imports the sample file: recognised, mapped, counted', async () => {
    await answerFileDialog(open.app, sample);
    await open.page.keyboard.press('Alt+2');
    await open.page.getByRole('button', { name: '选择文件' }).first().click();
    await open.page.getByRole('button', { name: /开始导入/ }).click();
    const imported = open.page.locator('.figures div').filter({ hasText: '已导入' }).locator('dd');
    await imported.waitFor();
    expect(Number(await imported.textContent())).toBe(23);
  });

  it('corrects an ambiguous address with one key and Enter', async () => {
    await open.page.keyboard.press('Alt+3');
    await open.page.getByText('样板路13号13栋').first().waitFor();
    await open.page.keyboard.press('2');
    await open.page.keyboard.press('Enter');
    await open.page.getByText('还有 2 单').waitFor();
  });

  it('books and prints all that is ready, through the death of the core', async () => {
    await open.page.keyboard.press('Alt+4');
    await open.page.getByRole('button', { name: '取号并打印' }).click();
    // In the middle: some parcels are booked, some are not.
    await open.page.waitForFunction(() => /打印中|已取号/.test(document.body.textContent ?? ''));
    const pid = await killCore(open.app);
    expect(pid).toBeTypeOf('number');
    await expect.poll(() => chipCount(open.page, '已取号'), { timeout: 30_000 }).toBe(21);
    await expect.poll(() => chipCount(open.page, '未打印'), { timeout: 30_000 }).toBe(0);
  });

  it('leaves exactly one paper a parcel, each with the number of its order', async () => {
    const labels = join(dataFolder, 'labels');
    expect(existsSync(labels)).toBe(true);
    const numbers = decodePapers(labels);
    expect(numbers).toHaveLength(21);
    expect(new Set(numbers).size).toBe(21);
    const journal = readFileSync(join(labels, 'journal.jsonl'), 'utf8').trim().split('\n');
    expect(journal).toHaveLength(21);
  });

  it('follows a parcel', async () => {
    await open.page.keyboard.press('Alt+6');
    const row = open.page.getByRole('row').filter({ hasText: 'TEST' }).first();
    await row.click();
    await open.page
      .getByText(/待揽收|等待揽收/)
      .first()
      .waitFor();
  });
});
