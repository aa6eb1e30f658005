import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PrinterTransport } from '../../../../../electron/printers/kit/printerTransport.ts';
import type { Job } from '../../../../../electron/store/schema.ts';
import { nothingFails } from '../../../../../electron/usecases/backups/plan.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { cancelPrints } from '../../../../../electron/usecases/printing/hold.ts';
import { loadPaperRoll, readPaperRolls } from '../../../../../electron/usecases/printing/paper.ts';
import { addPrinter } from '../../../../../electron/usecases/printing/printers/printers.ts';
import { printLabel } from '../../../../../electron/usecases/printing/printLabel.ts';
import { readStatus } from '../../../../../electron/usecases/workspace/status.ts';
import { happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const uri = 'tcp://127.0.0.1:9100';
const transport: PrinterTransport = {
  id: 'tcp',
  send: async () => happened({ level: 'accepted' }),
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => 'ready',
};

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace({ transports: [transport] });
  await addPrinter(workspace, { uri, name: '打包台 1' });
});
afterEach(() => workspace.close());

const claim = (kind: Job['kind']) => {
  const now = workspace.clock.now();
  return workspace.store.write((write) => write.jobs.claim([kind], 100, now));
};

async function book(first: number, count: number): Promise<string[]> {
  const account = await testAccount(workspace);
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(first + no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: uri });
  for (const job of await claim('book')) await bookShipment(workspace, job);
  return orderIds;
}

async function printDue(): Promise<void> {
  for (const job of await claim('print')) await printLabel(workspace, job);
}

it('counts the labels since a roll was put in, and starts over with the next', async () => {
  expect(await readPaperRolls(workspace)).toEqual([]);
  await loadPaperRoll(workspace, { printerUri: uri, labels: 500 });
  await book(0, 3);
  await printDue();
  expect(await readPaperRolls(workspace)).toMatchObject([{ printerUri: uri, labels: 500, usedLabels: 3 }]);
  await workspace.clock.advance(1_000);
  await loadPaperRoll(workspace, { printerUri: uri, labels: 300 });
  expect(await readPaperRolls(workspace)).toMatchObject([{ labels: 300, usedLabels: 0 }]);
});

it('a printer that is not among those of this workstation takes no roll', async () => {
  const outcome = await loadPaperRoll(workspace, { printerUri: 'tcp://10.0.0.9:9100', labels: 500 });
  expect(outcome).toMatchObject({ ok: false, code: 'PRINTER_NOT_SET_UP' });
  expect(await readPaperRolls(workspace)).toEqual([]);
});

it('a label a person gave up is no failure that waits for somebody', async () => {
  const [orderId = ''] = await book(0, 1);
  const [job] = await workspace.store.read.printJobs.ofOrder(orderId);
  await cancelPrints(workspace, [{ jobId: job?.id ?? '', version: job?.version ?? 0 }]);
  const knowledge = {
    printerStates: new Map(),
    backups: nothingFails,
  } as const;
  const { print, printers } = await readStatus(workspace, knowledge);
  expect(print).toEqual({ waiting: 0, unsure: 0, failed: 0, held: 0 });
  expect(printers).toEqual([{ name: '打包台 1', state: 'unknown', why: 'never-asked' }]);
});
