import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  PrinterTransport,
  PrintReceipt,
  TransportJob,
} from '../../../../../electron/printers/kit/printerTransport.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { cancelPrints } from '../../../../../electron/usecases/printing/hold.ts';
import { printLabel } from '../../../../../electron/usecases/printing/printLabel.ts';
import { followSpooledJobs } from '../../../../../electron/usecases/printing/readyToPrint.ts';
import {
  type CallOutcome,
  didNotHappen,
  happened,
  unknownOutcome,
} from '../../../../../shared/errors/outcome.ts';
import { readPdfPages } from '../../../../doubles/languageReaders/readPdf.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const uri = 'spool://Laser?lang=pdf&dpi=300&size=76x130&enc=a4-full';
let workspace: TestWorkspace;
let sent: TransportJob[];
let answers: CallOutcome<PrintReceipt>[];
let fate: CallOutcome<PrintReceipt>;

const transport: PrinterTransport = {
  id: 'spool',
  async send(_, job) {
    sent.push(job);
    return answers.shift() ?? happened({ level: 'accepted' as const, deviceJob: String(sent.length) });
  },
  find: async () => fate,
  probe: async () => 'ready',
};

beforeEach(async () => {
  sent = [];
  answers = [];
  fate = unknownOutcome('PRINTER_KEEPS_NO_RECORD');
  workspace = await openTestWorkspace({ transports: [transport] });
});
afterEach(() => workspace.close());

async function bookOrders(count: number): Promise<string[]> {
  const account = await testAccount(workspace);
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: uri });
  for (const job of await claim('book', count)) await bookShipment(workspace, job);
  return orderIds;
}

function claim(kind: 'book' | 'print', limit: number) {
  const now = workspace.clock.now();
  return workspace.store.write((write) => write.jobs.claim([kind], limit, now));
}

/** As the worker of one printer does: one after the other, for so long. */
async function printFor(ms: number): Promise<void> {
  for (let passed = 0; passed <= ms; passed += 500) {
    for (;;) {
      const [job] = await claim('print', 1);
      if (job === undefined) break;
      await printLabel(workspace, job);
    }
    await workspace.clock.advance(500);
  }
}

const lastJob = async (id: string) => (await workspace.store.read.printJobs.ofOrder(id)).at(-1);
const states = (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await lastJob(id))?.state ?? ''));
const labelsOn = (job: TransportJob) => readPdfPages(job.bytes).map(({ pictures }) => pictures.length);

describe('labels on sheets of A4', () => {
  it('fill a sheet in their order, and the last one goes when no more come', async () => {
    const ids = await bookOrders(6);
    await printFor(6_000);
    expect(sent.map(labelsOn)).toEqual([[4], [2]]);
    expect(await states(ids)).toEqual(Array(6).fill('accepted'));
    expect(await workspace.store.read.jobs.counts()).toEqual([]);
    expect(sent[0]?.jobId).toBe((await lastJob(ids[0] ?? ''))?.id);
    expect(sent[1]?.jobId).toBe((await lastJob(ids[4] ?? ''))?.id);
    expect(sent[0]?.pages?.()).toMatchObject([{ widthMm: 210, heightMm: 297 }]);
  });

  it('wait a few seconds for more, and one alone comes out alone', async () => {
    const ids = await bookOrders(1);
    await printFor(2_000);
    expect(sent).toEqual([]);
    await printFor(3_000);
    expect(sent.map(labelsOn)).toEqual([[1]]);
    expect(await states(ids)).toEqual(['accepted']);
  });

  it('are all unsure when nobody knows what became of their sheet, and never print again by themselves', async () => {
    const ids = await bookOrders(4);
    answers.push(unknownOutcome('PRINTER_SPOOLER_SILENT'));
    await printFor(10_000);
    expect(await states(ids)).toEqual(Array(4).fill('unsure'));
    expect(sent).toHaveLength(1);
  });

  it('all come again when their sheet certainly did not print', async () => {
    const ids = await bookOrders(4);
    answers.push(didNotHappen('PRINTER_SPOOLER_REFUSED'));
    await printFor(12_000);
    expect(sent.map(labelsOn)).toEqual([[4], [4]]);
    expect(await states(ids)).toEqual(Array(4).fill('accepted'));
  });

  it('leave out one that is not to be printed any more', async () => {
    const ids = await bookOrders(4);
    const gone = await lastJob(ids[1] ?? '');
    await cancelPrints(workspace, [{ jobId: gone?.id ?? '', version: gone?.version ?? 0 }]);
    await printFor(6_000);
    expect(sent.map(labelsOn)).toEqual([[3]]);
    expect(await states(ids)).toEqual(['accepted', 'failed', 'accepted', 'accepted']);
  });

  it('all ask when their sheet was deleted in the queue of the system', async () => {
    const ids = await bookOrders(4);
    await workspace.store.write((write) =>
      write.printers.put({ uri, name: 'Laser', createdAt: 0, profileJson: '{}' }),
    );
    await printFor(1_000);
    fate = didNotHappen('PRINTER_JOB_DELETED');
    expect(await followSpooledJobs(workspace)).toBe(4);
    expect(await states(ids)).toEqual(Array(4).fill('unsure'));
  });
});
