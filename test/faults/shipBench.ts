import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import { openStore } from '../../electron/store/openStore.ts';
import type { Order, PrintJob, Shipment } from '../../electron/store/schema.ts';
import type { WorkspaceStore } from '../../electron/store/workspaceStore.ts';
import type { KeyFile } from '../../electron/vault/keySlots.ts';
import { noKeyStore } from '../../electron/vault/keyStorePort.ts';
import { openWorkspaceKey, readKeyFile } from '../../electron/vault/workspaceKey.ts';
import { orderSheet, sheetOrder, sheetSender } from '../doubles/files/orderSheet.ts';
import { readTspl } from '../doubles/languageReaders/readTspl.ts';
import type { KdniaoProgram } from '../doubles/platforms/kdniaoProgram.ts';
import { type FakePrinter, startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { type ProgramOptions, type ProgramRun, runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { benchPassphrase, giveBenchBack, takeBench } from './preparedBenches.ts';

/** What the workspace holds, read after the program has ended. */
export interface BenchStore {
  readonly orders: readonly Order[];
  readonly shipments: readonly Shipment[];
  readonly printJobs: readonly PrintJob[];
}

/** A real workspace, the platform double in its own process, a network printer, and an order file. */
export interface ShipBench {
  readonly folder: string;
  readonly data: string;
  readonly orderCount: number;
  readonly platform: KdniaoProgram;
  readonly printer: FakePrinter;
  run(words: readonly string[], options?: ProgramOptions): Promise<ProgramRun>;
  /** `ship` with the bench's file, account, sender and printer. */
  ship(options?: ProgramOptions): Promise<ProgramRun>;
  store(): Promise<BenchStore>;
  /** With the store of the workspace, while no program runs. */
  withStore<T>(work: (store: WorkspaceStore) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openShipBench(
  orderCount: number,
  printerKind: 'tcp' | 'virtual',
  latencyMs = 80,
  boxesOfEveryThird = 1,
  start: typeof runShipdesk = runShipdesk,
): Promise<ShipBench> {
  const folder = mkdtempSync(join(tmpdir(), 'ship-bench-'));
  const data = join(folder, 'workspace');
  const file = join(folder, 'orders.csv');
  const sender = join(folder, 'sender.json');
  // An order may travel in several boxes: one booking, a label for each.
  const orders = Array.from({ length: orderCount }, (_, no) =>
    sheetOrder(no, boxesOfEveryThird > 1 && no % 3 === 1 ? { parcels: boxesOfEveryThird } : {}),
  );
  writeFileSync(file, orderSheet(orders));
  writeFileSync(sender, JSON.stringify(sheetSender));
  const prepared = await takeBench(latencyMs, join(folder, 'ledger.jsonl'));
  const { platform } = prepared;
  cpSync(prepared.workspace, data, { recursive: true });
  const printer = await startFakePrinter();
  const uri = printerKind === 'virtual' ? 'virtual:' : `tcp://127.0.0.1:${printer.port}`;
  const run: ShipBench['run'] = (words, options = {}) =>
    start(['--data', data, ...words], {
      ...options,
      environment: { SHIPDESK_PASSPHRASE: benchPassphrase, ...options.environment },
    });
  return {
    folder,
    data,
    orderCount,
    platform,
    printer,
    run,
    ship: (options) =>
      run(['ship', file, '--account', 'kdn', '--sender', sender, '--printer', uri, '--json'], options),
    store: () => withStore(data, readStore),
    withStore: (work) => withStore(data, work),
    async close() {
      await printer.close();
      giveBenchBack(prepared);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Copies of one prepared workspace have one key; deriving it takes a tenth of a case. */
const dataKeys = new Map<string, Uint8Array>();

async function deriveDataKey(file: KeyFile): Promise<Uint8Array> {
  // Tries are counted in a folder; one that others share would make each wait for all.
  const tries = mkdtempSync(join(tmpdir(), 'tries-'));
  const key = await openWorkspaceKey(
    file,
    { passphrase: benchPassphrase, keyStore: noKeyStore },
    { folder: tries, now: Date.now() },
  );
  rmSync(tries, { recursive: true });
  if (!key.ok) throw new Error(key.code);
  return key.value.dataKey;
}

async function withStore<T>(data: string, work: (store: WorkspaceStore) => Promise<T>): Promise<T> {
  const file = readKeyFile(data);
  if (file === null || !file.ok) throw new Error('no key file');
  const slots = JSON.stringify(file.value);
  const dataKey = dataKeys.get(slots) ?? (await deriveDataKey(file.value));
  dataKeys.set(slots, dataKey);
  const opened = await openedWhenFree(data, dataKey);
  const worked = await work(opened);
  await opened.close();
  return worked;
}

/** A program that was killed holds its database until its system has ended it: on Windows a moment longer. */
async function openedWhenFree(data: string, dataKey: Uint8Array): Promise<WorkspaceStore> {
  const until = performance.now() + 10_000;
  for (;;) {
    const opened = await openStore(data, dataKey, 'must-exist');
    if (opened.ok) return opened.value;
    if (opened.code !== 'WORKSPACE_BUSY' || performance.now() > until) throw new Error(opened.code);
    await systemClock.sleep(100);
  }
}

async function readStore({ read }: WorkspaceStore): Promise<BenchStore> {
  const orders = await read.orders.window({}, { offset: 0, limit: 100_000 });
  const shipments: Shipment[] = [];
  const printJobs: PrintJob[] = [];
  for (const { id } of orders) {
    shipments.push(...(await read.shipments.ofOrder(id)));
    printJobs.push(...(await read.printJobs.ofOrder(id)));
  }
  expect(await read.health()).toBe(true);
  return { orders, shipments, printJobs };
}

/** Labels that came out whole; a cut-off one is no paper. */
export async function wholePapers(printer: FakePrinter): Promise<string[]> {
  await printer.idle();
  return printer.papers.filter(isWhole).map((bytes) => digest(bytes).toString('hex'));
}

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** What a printer of many labels keeps of each; empty: it was cut off. */
export const digestOfWhole = (paper: Uint8Array): Uint8Array =>
  isWhole(paper) ? digest(paper) : new Uint8Array(0);

/** The same of a printer that kept no more than that. */
export async function keptDigests(printer: FakePrinter): Promise<string[]> {
  await printer.idle();
  return printer.papers.filter(({ length }) => length > 0).map((kept) => Buffer.from(kept).toString('hex'));
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    return readTspl(bytes).words.at(-1) === 'PRINT';
  } catch {
    return false;
  }
}

/** The promises, after whatever happened: nothing lost, nothing doubled, nothing silent. */
export async function expectPromisesKept(bench: ShipBench, last: ProgramRun): Promise<BenchStore> {
  const report = JSON.parse(last.stdout) as {
    readonly attention: readonly { readonly orderNo: string; readonly code: string }[];
    readonly waybills: readonly { readonly orderNo: string; readonly waybillNo: string }[];
  };
  const store = await bench.store();
  const ledger = bench.platform.ledger();
  // Every order of the file exists once.
  expect(store.orders).toHaveLength(bench.orderCount);
  expect(new Set(store.orders.map((order) => order.orderNo)).size).toBe(bench.orderCount);
  // At most one waybill an order and a parcel, and the platform's books equal ours.
  expect(new Set(ledger.map((entry) => entry.orderCode)).size).toBe(ledger.length);
  expect(new Set(ledger.map((entry) => entry.receiverDigest)).size).toBe(ledger.length);
  const booked = store.shipments.filter((shipment) => shipment.state === 'booked');
  expect(booked.map(({ waybillNo }) => waybillNo).sort()).toEqual(
    ledger.map(({ waybillNo }) => waybillNo).sort(),
  );
  // What was edited before anything left is what was booked.
  const tails = new Map(ledger.map(({ waybillNo, phoneTails }) => [waybillNo, phoneTails]));
  for (const order of store.orders)
    if (order.shipmentState === 'booked')
      expect(tails.get(order.waybillNo), order.orderNo).toContain(order.receiverPhoneTail);
  expect(store.shipments).toHaveLength(bench.orderCount);
  // One label job a parcel, and no order ends silently.
  const told = new Set(report.attention.map((row) => row.orderNo));
  for (const order of store.orders) {
    const jobs = store.printJobs.filter((job) => job.orderId === order.id);
    expect(jobs.map((job) => job.parcelNo)).toEqual(
      Array.from({ length: order.parcelCount }, (_, index) => index + 1),
    );
    expect(new Set(jobs.map((job) => job.waybillNo)).size).toBe(order.parcelCount);
    expect(order.waybillNo).toBe(report.waybills.find((row) => row.orderNo === order.orderNo)?.waybillNo);
    const isDone = jobs.every(({ state }) => state === 'accepted' || state === 'confirmed');
    const states = jobs.map(({ state }) => state).join();
    expect(isDone || told.has(order.orderNo), `${order.orderNo} is ${states}`).toBe(true);
  }
  expect(last.exitCode).toBe(told.size === 0 ? 0 : 3);
  return store;
}

/** At most one paper a label job; one for each that counts as sent, none or one for each that is unsure. */
export async function expectPapersTrue(bench: ShipBench, { printJobs }: BenchStore): Promise<void> {
  const papers = await wholePapers(bench.printer);
  expect(new Set(papers).size).toBe(papers.length);
  const sent = printJobs.filter((job) => job.state === 'accepted').length;
  expect(papers.length).toBeGreaterThanOrEqual(sent);
  expect(papers.length).toBeLessThanOrEqual(printJobs.length);
}

/** The virtual printer's own record: one line, one picture a job. */
export function expectJournalTrue(bench: ShipBench, { printJobs }: BenchStore): void {
  const lines = readFileSync(join(bench.data, 'labels', 'journal.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  const jobIds = lines.map((line) => (JSON.parse(line) as { jobId: string }).jobId);
  expect(jobIds.sort()).toEqual(printJobs.map((job) => job.id).sort());
  expect(printJobs.every((job) => job.state === 'confirmed')).toBe(true);
}
