import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePng } from '../../electron/labels/encodePng.ts';
import { asBitmap } from '../doubles/languageReaders/dotSheet.ts';
import { readTspl } from '../doubles/languageReaders/readTspl.ts';
import { KdniaoServer } from '../doubles/platforms/kdniaoServer.ts';
import { kdniaoTemplate } from '../doubles/platforms/kdniaoTemplate.ts';
import { type FakePrinter, startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { scanBarcodes } from '../doubles/printers/scanBarcodes.ts';
import { dropFile } from './dropFile.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { addPrinter, createWorkspace } from './realDesk.ts';

/** A label of this size has 79 kB; questions about the printer's state are shorter. */
const labelBytes = 20_000;

/** From the account's setting to the paper: each step stands on the one before. */
let opened: OpenWindow;
let folder: string;
let printer: FakePrinter;
const platform = new KdniaoServer();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-carrier-label-'));
  printer = await startFakePrinter();
  await platform.listen();
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
});
afterAll(async () => {
  await opened.close();
  await printer.close();
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

const labels = (): readonly Uint8Array[] => printer.papers.filter(({ length }) => length > labelBytes);
const paperOf = (paper: Uint8Array) => asBitmap(readTspl(paper), 203);

async function section(name: string): Promise<void> {
  await opened.page.keyboard.press('Alt+9');
  await opened.page.locator('.settings-nav').getByText(name, { exact: true }).click();
}

/** Imports one order and books it with its label; the paper that came out. */
async function shipOne(page: Page, no: number): Promise<Uint8Array> {
  const before = labels().length;
  const file = join(folder, `订单${no}.csv`);
  writeFileSync(
    file,
    `订单号,收货人,手机,收货地址,商品名称,数量\n360000000000000000${no},申样例,1380000031${no},浙江省杭州市余杭区仓前街道样板路${no}号,样品绿茶,1\n`,
  );
  await page.keyboard.press('Alt+2');
  await dropFile(page, file);
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.locator('.figures', { hasText: '已导入1' }).waitFor();
  await page.keyboard.press('Alt+4');
  await page.locator('.desk-preview', { hasText: '1 单' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.verdict-go, .verdict-look').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => labels().length, { timeout: 30_000 }).toBe(before + 1);
  await printer.idle();
  return labels().at(-1) ?? new Uint8Array();
}

async function openJob(page: Page, waybillNo: string): Promise<void> {
  await page.keyboard.press('Alt+5');
  await page.locator('.table-body .row', { hasText: waybillNo }).first().click();
  await page.locator('.detail strong', { hasText: waybillNo }).waitFor();
  await page.locator('.detail canvas').waitFor();
}

/** The dots the window shows, packed as the printer gets them. */
async function shownDots(page: Page): Promise<readonly number[]> {
  return page.locator('.detail canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    const bytesPerRow = Math.ceil(width / 8);
    const packed = new Array<number>(bytesPerRow * height).fill(0);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const at = y * bytesPerRow + (x >> 3);
        if ((pixels[(y * width + x) * 4] ?? 255) < 128) packed[at] = (packed[at] ?? 0) | (128 >> (x & 7));
      }
    return packed;
  });
}

test('a workspace, an account of the test system and a printer', async () => {
  const { page } = opened;
  await createWorkspace(page);
  await section('寄件人');
  await page.getByLabel('粘贴寄件信息').fill('样板小铺 13800000999 云南省昆明市官渡区环城东路51号');
  await page.getByRole('button', { name: '识别并填入' }).click();
  await expect.poll(() => page.getByLabel('详细地址').inputValue()).toContain('环城东路');
  await page.getByRole('button', { name: '保存' }).click();
  await page.locator('.toast-done').first().waitFor();
  await section('账号');
  await page.getByRole('button', { name: '添加账号' }).click();
  await page.getByLabel('账号名称').fill('测试账号');
  await page.getByLabel('商户号（必填）').fill(platform.merchantId);
  await page.getByLabel('密钥（必填）').fill(platform.apiKey);
  await page.getByLabel('接口地址（可不填）').fill(platform.url);
  await page.locator('form').getByRole('button', { name: '添加账号' }).click();
  await page.locator('.account-row', { hasText: '测试账号' }).getByText('测试环境').waitFor();
  await addPrinter(page, printer.port);
});

test('the account is set to print the carrier’s template, and what it brings is what comes out', async () => {
  const { page } = opened;
  await section('面单模板');
  const choice = page.getByRole('region', { name: '快递公司自带的模板' });
  await choice.locator('.choice', { hasText: '快递公司的模板' }).click();
  await page.locator('.toast', { hasText: '改用快递公司的模板' }).waitFor();
  const paper = paperOf(await shipOne(page, 1));
  const waybillNo = platform.ledger.lines.at(-1)?.waybillNo ?? '';
  // One barcode, where the carrier put it; our own layout has two, and a QR code.
  expect(scanBarcodes(encodePng(paper))).toEqual([`CODE-128:${waybillNo}`]);
  await openJob(page, waybillNo);
  await page.locator('.detail').getByText('快递公司的模板').waitFor();
});

test('the window shows the very dots that were sent', async () => {
  const paper = paperOf(labels().at(-1) ?? new Uint8Array());
  const shown = await shownDots(opened.page);
  expect(shown.length).toBe(paper.data.length);
  expect(shown.findIndex((byte, at) => byte !== paper.data[at])).toBe(-1);
});

test('the setting shows the newest template as the printer would get it, on any paper', async () => {
  const { page } = opened;
  await section('面单模板');
  await page.getByRole('button', { name: '看打印效果' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.locator('canvas').waitFor();
  expect(await dialog.locator('canvas').getAttribute('width')).toBe('608');
  await dialog.locator('.choice', { hasText: '100 × 150' }).click();
  await dialog.locator('canvas[width="800"]').waitFor();
  await page.keyboard.press('Escape');
});

test.each([
  ['模板要运行脚本', () => '<script>document.write("x")</script><p>x</p>'],
  ['模板要从网上取图片', () => '<img src="https://carrier.example/bars.png"><p>x</p>'],
  ['画出来是空白', () => '<p style="color:#fff">x</p>'],
  [
    '模板比纸大',
    (waybillNo: string) =>
      kdniaoTemplate(waybillNo, 'x').replace(
        '</body>',
        '<p style="position:absolute;left:9px;top:520px">x</p></body>',
      ),
  ],
])(
  'a template that cannot be drawn (%s) gives way to our own layout, and Print says so until it was read',
  async (reason, template) => {
    const { page } = opened;
    platform.template = template;
    const no = platform.ledger.lines.length + 1;
    const paper = paperOf(await shipOne(page, no));
    const waybillNo = platform.ledger.lines.at(-1)?.waybillNo ?? '';
    const codes = scanBarcodes(encodePng(paper)).filter((code) => code === `CODE-128:${waybillNo}`);
    expect(codes.length).toBeGreaterThan(0);
    await openJob(page, waybillNo);
    await page.locator('.detail .own-layout', { hasText: reason }).waitFor();
    const note = page.locator('.asking-note', { hasText: reason });
    await note.getByText('1 张面单没有按快递公司的模板打印').waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('k');
    await note.waitFor({ state: 'detached' });
    // Beside an open detail, which says it, the ledger has no room for its reasons.
    await page.keyboard.press('Escape');
    await page.locator('.table-body .row', { hasText: reason }).first().waitFor();
  },
);
