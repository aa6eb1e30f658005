import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePng } from '../../electron/labels/encodePng.ts';
import { asBitmap } from '../doubles/languageReaders/dotSheet.ts';
import { readTspl } from '../doubles/languageReaders/readTspl.ts';
import { KdniaoServer } from '../doubles/platforms/kdniaoServer.ts';
import { type FakePrinter, startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { scanBarcodes } from '../doubles/printers/scanBarcodes.ts';
import { dropFile } from './dropFile.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import {
  addKdniaoAccount,
  addPrinter,
  bookAllReady,
  createWorkspace,
  fillSender,
  openSection,
  ordersCsv,
} from './realDesk.ts';

/**
 * The computer is gone. What is left: a backup on a stick, the recovery code on paper, and the platform, which remembers
 * more bookings than the backup does. Each step stands on the one before.
 */
const inBackup = 2;
const afterBackup = 3;

let opened: OpenWindow;
let folder: string;
let recoveryCode = '';
let printer: FakePrinter;
const platform = new KdniaoServer();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-disaster-'));
  writeFileSync(join(folder, '上午.csv'), ordersCsv(41, inBackup));
  writeFileSync(join(folder, '下午.csv'), ordersCsv(51, afterBackup));
  await platform.listen();
  printer = await startFakePrinter();
  opened = await launchWindow({ dataFolder: join(folder, 'old-pc') });
});
afterAll(async () => {
  await opened.close();
  await platform.close();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

async function importFile(name: string, imported: number): Promise<void> {
  const { page } = opened;
  await dropFile(page, join(folder, name));
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.locator('.figures', { hasText: `已导入${imported}` }).waitFor();
}

/** A label of this size has 79 kB; questions about the printer's state are shorter. */
const labelBytes = 20_000;
const labels = (): readonly Uint8Array[] => printer.papers.filter(({ length }) => length > labelBytes);

/** The waybill on each of these papers, as a barcode reader finds it. */
const waybillsOn = (papers: readonly Uint8Array[]): string[] =>
  papers.map((paper) => {
    const codes = scanBarcodes(encodePng(asBitmap(readTspl(paper), 203)));
    return codes.find((code) => code.startsWith('CODE-128:'))?.slice('CODE-128:'.length) ?? '';
  });

const chip = (word: string, count: number) =>
  opened.page.locator('.filter-chip', { hasText: new RegExp(`^${word}${count}$`) });

/** Books all that is ready; each label comes out by itself. */
async function book(count: number): Promise<void> {
  const { page } = opened;
  const before = labels().length;
  await bookAllReady(page, count);
  await expect.poll(() => labels().length, { timeout: 45_000 }).toBe(before + count);
  await printer.idle();
}

test('a new workspace tells its recovery code, and the morning is booked and backed up', async () => {
  const { page } = opened;
  recoveryCode = await createWorkspace(page);
  expect(recoveryCode).toMatch(/^([A-Z0-9]{4}-){5}[A-Z0-9]{4}$/);
  await fillSender(page);
  const { merchantId, apiKey: secret, url: endpoint } = platform;
  await addKdniaoAccount(page, { name: '快递鸟', merchantId, secret, endpoint });
  await addPrinter(page, printer.port);
  await importFile('上午.csv', inBackup);
  await book(inBackup);
  await openSection(page, '备份');
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.locator('.toast-done', { hasText: `${inBackup} 单` }).waitFor();
}, 120_000);

test('the afternoon is booked, and then the computer is gone', async () => {
  await importFile('下午.csv', afterBackup);
  await book(afterBackup);
  expect(platform.ledger.lines.length).toBe(inBackup + afterBackup);
  await opened.close();
}, 90_000);

test('on another computer the backup opens with the recovery code, and nothing else does', async () => {
  const backups = join(folder, 'old-pc', 'backups');
  const backup = readdirSync(backups).find((name) => name.startsWith('shipdesk-')) ?? '';
  opened = await launchWindow({ dataFolder: join(folder, 'new-pc') });
  const { app, page } = opened;
  await app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    },
    join(backups, backup),
  );
  await page.getByRole('button', { name: '已有备份？从备份恢复…' }).click();
  await page.getByRole('button', { name: '选择备份文件…' }).click();
  await page.getByLabel('备份当时的口令').fill('not the passphrase 1');
  await page.getByRole('button', { name: '打开备份' }).click();
  await page.getByText('打不开这份备份').waitFor();
  await page.getByRole('button', { name: '用恢复码打开' }).click();
  await page.getByLabel('恢复码').fill(recoveryCode.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: '打开备份' }).click();
  await page.locator('.restore-facts', { hasText: `${inBackup} 个订单` }).waitFor();
  await page.getByText('会先问你').waitFor();
  await page.getByRole('button', { name: '恢复这份备份' }).click();
  await page.locator('.toast-done', { hasText: '已恢复' }).waitFor();
  await page.keyboard.press('Alt+4');
  await chip('全部', inBackup).waitFor();
}, 90_000);

test('the afternoon is imported again: each order gets the number it had, and its label once a person says that none has one', async () => {
  const { page } = opened;
  const before = platform.ledger.lines.map(({ waybillNo }) => waybillNo);
  const papers = labels().length;
  await importFile('下午.csv', afterBackup);
  await bookAllReady(page, afterBackup);
  await page.keyboard.press('Alt+5');
  await page.getByRole('alert', { name: '待确认的面单' }).getByText('可能已经贴在包裹上').waitFor();
  await page.getByRole('button', { name: `全部 ${afterBackup} 张…` }).click();
  expect(labels().length).toBe(papers);
  await page.getByRole('button', { name: `${afterBackup} 张都没有，打印` }).click();
  await expect.poll(() => labels().length, { timeout: 45_000 }).toBe(papers + afterBackup);
  await printer.idle();
  expect(platform.ledger.lines.map(({ waybillNo }) => waybillNo)).toEqual(before);
  expect(waybillsOn(labels().slice(papers)).sort()).toEqual(before.slice(inBackup).sort());
}, 90_000);
