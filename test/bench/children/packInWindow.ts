import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { encodePng } from '../../../electron/labels/encodePng.ts';
import { changeBenchDevices } from '../../../electron/usecases/devices/benchDevices.ts';
import { savePackingRules } from '../../../electron/usecases/packing/rules.ts';
import { startSerialTalker } from '../../doubles/devices/serialTalker.ts';
import { asBitmap } from '../../doubles/languageReaders/dotSheet.ts';
import { readTspl } from '../../doubles/languageReaders/readTspl.ts';
import { startFakePrinter } from '../../doubles/printers/fakePrinter.ts';
import { scanBarcodes } from '../../doubles/printers/scanBarcodes.ts';
import { launchWindow } from '../../e2e/launchWindow.ts';
import { assembleApp } from '../../runtime/assembleApp.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { benchPassphrase, openBenchFolder } from '../kit/openBenchFolder.ts';
import { codesOfOrder, makeOrdersToPack } from '../kit/packing/ordersToPack.ts';
import { type TypingGun, typingGun } from '../kit/packing/typingGun.ts';
import { type WindowMemory, windowMemory } from '../kit/packing/windowMemory.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';

/** `packInWindow <orders> <parcels>`: parcels packed one after the other in the real window by a gun that types, a scale and a printer. */
const [orders = 20_000, parcels = 2_000] = process.argv.slice(2).map(Number);
/** Every so manieth order waits to be packed, without a label. */
const each = Math.floor(orders / parcels);
/** As many parcels until everything that is loaded once has been. */
const warmParcels = Math.ceil(parcels / 20);
const dataFolder = mkdtempSync(join(benchFolder, 'pack-window-'));
/** More than any question about its state. */
const leastLabelBytes = 1_000;

const printer = await startFakePrinter({
  answers: (taken) => (taken.length < leastLabelBytes ? Uint8Array.of(0) : null),
});
const scale = await startSerialTalker();
const papers = (): readonly Uint8Array[] => printer.papers.filter(({ length }) => length >= leastLabelBytes);
const gramsOf = (no: number): number => 300 + (no % 700);
const scaleSays = (grams: number): void =>
  scale.keepSaying(`ST,GS,+ ${(grams / 1_000).toFixed(3).padStart(6)}kg\r\n`);

async function prepare(): Promise<void> {
  await makeOrdersToPack(dataFolder, { orders, each, withoutLabelEach: each });
  const { workspace, close } = await openBenchFolder(dataFolder);
  const printerUri = `tcp://127.0.0.1:${printer.port}?lang=tspl`;
  await workspace.store.write((write) => write.settings.put('defaultPrinterUri', printerUri));
  await changeBenchDevices(workspace, {
    scale: { way: 'serial', port: scale.path, plug: '', format: 'st-gs', unit: 'kg', baud: 9_600 },
  });
  const saved = await savePackingRules(workspace, { weighs: true, printAt: 'weight' });
  if (!saved.ok) throw new Error(saved.code);
  await close();
}

const times: Record<'order' | 'goods' | 'label' | 'strange', number[]> = {
  order: [],
  goods: [],
  label: [],
  strange: [],
};
const labelMs: number[] = [];

/** As a packer does it: the next scan once the screen has answered the one before, the label once it is out. */
async function packOne(page: Page, gun: TypingGun, parcel: number): Promise<void> {
  const no = parcel * each;
  const { orderNo, waybillNo, goods } = codesOfOrder(no);
  const scan = async (kind: keyof typeof times, code: string, seen: Record<string, string>) =>
    times[kind].push(await gun.scan(code, seen));
  const counted = (count: number) => ({ '.bench-order': orderNo, '.bench-step-figure': `${count}/3` });
  await scan('order', orderNo, counted(0));
  await scan('goods', goods[0], counted(1));
  if (parcel % 10 === 0)
    await scan('strange', codesOfOrder(no - each).orderNo, {
      '.bench-verdict[role=alert]': '先',
      ...counted(1),
    });
  await scan('goods', goods[1], counted(2));
  await scan('goods', goods[2], counted(3));
  const putAt = performance.now();
  scaleSays(gramsOf(no));
  while (papers().length < parcel) await new Promise((resolve) => setTimeout(resolve, 5));
  labelMs.push(performance.now() - putAt);
  scaleSays(0);
  await page.locator('.bench-words h2', { hasText: '贴好面单，扫它' }).waitFor();
  await scan('label', waybillNo, { '.bench-good': orderNo });
}

/** What is on paper and in the database, read when all is over. */
async function countWrong(): Promise<{ readonly labels: number; readonly parcels: number }> {
  const printed = papers();
  let labels = Math.abs(printed.length - parcels);
  for (const [index, paper] of printed.entries()) {
    const { waybillNo } = codesOfOrder((index + 1) * each);
    const codes = scanBarcodes(encodePng(asBitmap(readTspl(paper), 203)));
    if (!codes.includes(`CODE-128:${waybillNo}`)) labels += 1;
  }
  const { workspace, close } = await openBenchFolder(dataFolder);
  const { packedParcels, printJobs } = workspace.store.read;
  let wrong = 0;
  for (let parcel = 1; parcel <= parcels; parcel++) {
    const { orderId } = codesOfOrder(parcel * each);
    const boxes = await packedParcels.ofOrder(orderId);
    const jobs = await printJobs.ofOrder(orderId);
    const [box] = boxes;
    const isRight = box?.state === 'closed' && box.weightGrams === gramsOf(parcel * each);
    if (!isRight || boxes.length !== 1 || jobs.length !== 1) wrong += 1;
  }
  await close();
  return { labels, parcels: wrong };
}

assembleApp();
await prepare();
scaleSays(0);
const { app, page, pageConsole, close } = await launchWindow({ dataFolder });
await page.locator('input[type=password]').fill(benchPassphrase);
await page.keyboard.press('Enter');
await page.locator('.today-next').waitFor({ timeout: 120_000 });
await page.keyboard.press('Alt+6');
await page.locator('.bench-words h2').waitFor();
const gun = await typingGun(page);
let before: WindowMemory | null = null;
const startedAt = performance.now();
for (let parcel = 1; parcel <= parcels; parcel++) {
  await packOne(page, gun, parcel);
  if (parcel === warmParcels) before = await windowMemory(app, page);
  if (parcel % 100 === 0) process.stderr.write(`${parcel} packed\n`);
}
const durationMs = performance.now() - startedAt;
const after = await windowMemory(app, page);
await close();
const wrong = await countWrong();
report({
  parcels,
  wrongParcels: wrong.parcels,
  wrongLabels: wrong.labels,
  complaints: pageConsole.length,
  times,
  labelP95Ms: percentile(labelMs, 0.95),
  durationMs,
  before,
  after,
});
await printer.close();
await scale.stop();
for (const folder of [dataFolder, `${dataFolder}-xdg`]) rmSync(folder, { recursive: true, force: true });
