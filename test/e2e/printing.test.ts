import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePng } from '../../electron/labels/encodePng.ts';
import { asBitmap } from '../doubles/languageReaders/dotSheet.ts';
import { readTspl } from '../doubles/languageReaders/readTspl.ts';
import { type FakePrinter, startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { scanBarcodes } from '../doubles/printers/scanBarcodes.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { enterByHand, scan } from './page/scan/scan.ts';

const parcels = 5;
/** The label that breaks off, counted from one, and how much of its 79 kB gets through. */
const tornLabel = 3;
const tornBytes = 20_000;
const qrText = 'SHIPDESK-MERCHANT-AREA';

let opened: OpenWindow;
let folder: string;
let printer: FakePrinter;
/** Papers that came out before the labels of the orders; null: nothing is to break. */
let breakAfter: number | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-printing-'));
  printer = await startFakePrinter({
    get resetsAfterBytes() {
      const isTurn = breakAfter !== null && labels().length === breakAfter + tornLabel - 1;
      return isTurn && printer.torn.length === 0 ? tornBytes : Number.POSITIVE_INFINITY;
    },
  });
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
});
afterAll(async () => {
  await opened.close();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What another author's reader finds on a paper, decoded from the printer's own language. */
const codesOn = (paper: Uint8Array): string[] => scanBarcodes(encodePng(asBitmap(readTspl(paper), 203)));

/** Questions about its state reach the printer too; a label of this size has 79 kB. */
const labels = (): readonly Uint8Array[] => printer.papers.filter(({ length }) => length > tornBytes);

const chipCount = async (page: Page, word: string): Promise<number> => {
  const chip = page.locator('.filter-chip', { hasText: new RegExp(`^${word}\\d+$`) });
  return (await chip.count()) === 0 ? 0 : Number((await chip.textContent())?.replace(/\D/g, ''));
};

/** Whole rows, so that a failure says which label it is and why. */
const unsureRows = (page: Page): Promise<string[]> =>
  page.locator('.table-body .row', { hasText: '待确认' }).allInnerTexts();

/** Waybill numbers of the ledger in the order they were sent. */
async function sentOrder(page: Page): Promise<string[]> {
  const rows = page.locator('.table-body .row:not(.row-group)');
  await expect.poll(() => rows.count()).toBe(parcels);
  const texts = await rows.evaluateAll((all) =>
    all.map((row) =>
      ['waybillNo', 'serial'].map(
        (id) => row.querySelector(`[data-column=${id}]`)?.textContent?.trim() ?? '',
      ),
    ),
  );
  return texts
    .map(([waybillNo = '', serial = '']) => ({ waybillNo, no: Number(serial.split('/')[0]) }))
    .sort((one, other) => one.no - other.no)
    .map(({ waybillNo }) => waybillNo);
}

function writeOrders(): string {
  const rows = Array.from(
    { length: parcels },
    (_unused, index) =>
      `44000000000000000${index + 1},样例,1380000000${index + 1},广东省深圳市南山区样板路${index + 1}号,样品,1`,
  );
  const path = join(folder, 'orders.csv');
  writeFileSync(path, ['订单号,收货人,手机,收货地址,商品名称,数量', ...rows].join('\n'));
  return path;
}

async function openSettings(page: Page, section: string): Promise<void> {
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav').getByText(section, { exact: true }).click();
}

test('a network printer is set up in four steps, and its test label is on paper', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: '进入练习' }).click();
  await page.locator('.today-next').waitFor();
  await openSettings(page, '打印机');
  await page.getByRole('button', { name: '添加打印机' }).click();
  await page.getByLabel('地址', { exact: true }).fill('127.0.0.1');
  await page.getByLabel('端口', { exact: true }).fill(String(printer.port));
  await page.getByRole('button', { name: '问一下' }).click();
  await page.getByText('连得上').waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('名称').fill('打包台 1');
  await page.getByRole('button', { name: '下一步' }).click();
  const before = labels().length;
  await page.getByRole('button', { name: '打印测试面单' }).click();
  await page.getByText('看一眼出来的纸').waitFor();
  await printer.idle();
  expect(labels().length).toBe(before + 1);
  expect(codesOn(labels().at(-1) ?? new Uint8Array())).not.toEqual([]);
  await page.getByRole('button', { name: '不校准，完成' }).click();
  const line = page.locator('.settings-row', { hasText: '打包台 1' });
  await line.getByRole('button', { name: '设为默认' }).click();
  await line.getByText('默认', { exact: true }).waitFor();
});

test('a template with a QR code is drawn, shown as its very dots, saved and put to use', async () => {
  const { page } = opened;
  await openSettings(page, '面单模板');
  await page.getByRole('button', { name: '新建模板' }).first().click();
  await page.locator('.stage-canvas').waitFor();
  await page.keyboard.press('d');
  await page.locator('.editor-side').getByText('文字', { exact: true }).click();
  await page.getByLabel('文字内容').fill(qrText);
  await page.getByLabel('左（毫米）', { exact: true }).fill('40');
  await page.getByPlaceholder('模板名称').fill('大促');
  const stage = page.locator('canvas.stage-canvas');
  const read = async (): Promise<string[]> => {
    const picture = await stage.evaluate((element: HTMLCanvasElement) => element.toDataURL('image/png'));
    return scanBarcodes(Buffer.from(picture.split(',')[1] ?? '', 'base64'));
  };
  await expect.poll(read).toContain(`QR-Code:${qrText}`);
  await page.keyboard.press('Control+s');
  await page.locator('.editor-head', { hasText: '第 1 版' }).waitFor();
  await page.getByRole('button', { name: '返回模板列表' }).click();
  const line = page.locator('.settings-row', { hasText: '大促' });
  await line.getByRole('button', { name: '用这个' }).click();
  await line.getByText('使用中').waitFor();
});

test('a printer that stops in the middle of a label leaves one question, and nothing is sent again by itself', async () => {
  const { app, page } = opened;
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, writeOrders());
  await page.keyboard.press('Alt+2');
  await page.getByRole('button', { name: /^选择文件(?!夹)/ }).click();
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.locator('.figures', { hasText: `已导入${parcels}` }).waitFor();
  breakAfter = labels().length;
  await page.keyboard.press('Alt+4');
  await page.locator('.desk-preview', { hasText: `${parcels} 单` }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.verdict-go, .verdict-look').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Alt+5');
  await expect.poll(() => chipCount(page, '待确认'), { timeout: 30_000 }).toBe(1);
  await expect.poll(() => chipCount(page, '已发送'), { timeout: 30_000 }).toBe(parcels - 1);
  await page.locator('.asking-unsure', { hasText: '打出来了吗？' }).waitFor();
  await printer.idle();
  expect(labels().length).toBe(breakAfter + parcels - 1);
  expect(printer.torn).toHaveLength(1);
});

test('the label carries what the template says', async () => {
  const paper = labels().at(-1) ?? new Uint8Array();
  expect(codesOn(paper)).toContain(`QR-Code:${qrText}`);
});

test('the scan of the last good label shows what follows, and the word of a person prints the rest again', async () => {
  const { page } = opened;
  const sent = await sentOrder(page);
  const before = labels().length;
  await scan(page, sent[tornLabel - 2] ?? '');
  const dialog = page.locator('dialog[open]');
  await dialog.getByText('它之后的 3 张没有完好打出').waitFor();
  await dialog.getByText('它之前已发送的 1 张记为“已打印”').waitFor();
  expect(labels().length).toBe(before);
  await enterByHand(page);
  await page.locator('.toast', { hasText: '3 张重新打印' }).waitFor();
  await expect.poll(() => labels().length).toBe(before + 3);
  await expect.poll(() => unsureRows(page)).toEqual([]);
  await expect.poll(() => chipCount(page, '待确认')).toBe(0);
  const numbers = labels().slice(before).flatMap(codesOn);
  for (const waybillNo of sent.slice(tornLabel - 1)) expect(numbers).toContain(`CODE-128:${waybillNo}`);
  expect(opened.pageConsole).toEqual([]);
});
