import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  PrinterTransport,
  PrintReceipt,
} from '../../../../../electron/printers/kit/printerTransport.ts';
import type { Job, Order, PrintJob } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { savePrinterSetup } from '../../../../../electron/usecases/printing/printers/printerSetup.ts';
import { printLabel } from '../../../../../electron/usecases/printing/printLabel.ts';
import { queuePrints } from '../../../../../electron/usecases/printing/queue.ts';
import { reprintLabel } from '../../../../../electron/usecases/printing/reprint.ts';
import { resolveUnsurePrint, retryPrint } from '../../../../../electron/usecases/printing/resolve.ts';
import { scanLabel } from '../../../../../electron/usecases/printing/scanLabel.ts';
import type { LabelDocument } from '../../../../../shared/domain/printing/labelDocument.ts';
import type { PrinterState } from '../../../../../shared/domain/printing/printer.ts';
import {
  type CallOutcome,
  didNotHappen,
  happened,
  unknownOutcome,
} from '../../../../../shared/errors/outcome.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let answers: CallOutcome<PrintReceipt>[];
let sent: string[];
let state: PrinterState;
/** What happens while the printer still has the word. */
let meanwhile: () => Promise<unknown>;
const uri = 'tcp://127.0.0.1:9100';

/** Answers what the test says next, then takes every label. */
const transport: PrinterTransport = {
  id: 'tcp',
  send: async (_target, job) => {
    sent.push(job.jobId);
    await meanwhile();
    return answers.shift() ?? happened({ level: 'accepted' });
  },
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => state,
};

beforeEach(async () => {
  answers = [];
  sent = [];
  state = 'ready';
  meanwhile = async () => undefined;
  workspace = await openTestWorkspace({ transports: [transport] });
});
afterEach(() => workspace.close());

async function bookOrders(count: number, printerUri: string | null = null): Promise<string[]> {
  const account = await testAccount(workspace);
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri });
  for (const job of await claim('book')) await bookShipment(workspace, job);
  return orderIds;
}

function claim(kind: Job['kind'], limit = 100) {
  const now = workspace.clock.now();
  return workspace.store.write((write) => write.jobs.claim([kind], limit, now));
}

async function printDue(limit = 100) {
  const worked = [];
  for (const job of await claim('print', limit))
    worked.push((await printLabel(workspace, job))?.kind ?? null);
  return worked;
}

/** One after the other, as the worker does it. */
async function printOneByOne(): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    if ((await printDue(1)).length === 0) return;
    await workspace.clock.advance(10);
  }
}

const order = async (id: string) => (await workspace.store.read.orders.byId(id)) as Order;
const printJobs = (id: string): Promise<PrintJob[]> => workspace.store.read.printJobs.ofOrder(id);

describe('printing a label', () => {
  it('prints each label once and says how far the paper is known', async () => {
    const [id = ''] = await bookOrders(1, uri);
    expect(await printDue()).toEqual(['printed']);
    expect(await order(id)).toMatchObject({ printState: 'accepted' });
    expect(await printDue()).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('is unsure when the connection broke, asks a person, and never prints again automatically', async () => {
    const [id = ''] = await bookOrders(1, uri);
    answers.push(unknownOutcome('PRINTER_CONNECTION_LOST'));
    expect(await printDue()).toEqual(['unsure']);
    await workspace.clock.advance(3_600_000);
    expect(await printDue()).toEqual([]);
    expect(await queuePrints(workspace, [id], uri)).toMatchObject({
      value: { queued: 0, refused: [{ failure: { code: 'LABEL_ALREADY_PRINTED' } }] },
    });
    expect(sent).toHaveLength(1);
  });

  it('tries a refused printer three times, then gives all its labels back to a person', async () => {
    const ids = await bookOrders(5, uri);
    answers.push(...Array.from({ length: 20 }, () => didNotHappen('PRINTER_UNREACHABLE')));
    const kinds = [];
    for (let round = 0; round < 20; round++) {
      kinds.push(...(await printDue(1)));
      await workspace.clock.advance(3_000);
    }
    expect(kinds.filter((kind) => kind === 'failed')).toHaveLength(1);
    expect(sent.length).toBeLessThanOrEqual(3 * ids.length);
    const printStates = await Promise.all(ids.map(async (id) => (await order(id)).printState));
    expect(printStates.sort()).toEqual(['failed', 'held', 'held', 'held', 'held']);
    expect(await workspace.store.read.jobs.counts()).toEqual([]);
    answers.length = 0;
    expect(await queuePrints(workspace, ids, uri)).toMatchObject({ value: { queued: 5, refused: [] } });
    expect(await printDue()).toEqual(Array.from({ length: 5 }, () => 'printed'));
  });

  it('prints no label for a waybill that was given back', async () => {
    const [id = ''] = await bookOrders(1, uri);
    const [shipment] = await workspace.store.read.shipments.ofOrder(id);
    if (shipment !== undefined)
      await workspace.store.write((write) => write.shipments.move(shipment, 'voiding'));
    expect(await printDue()).toEqual(['failed']);
    expect(sent).toEqual([]);
  });

  it('drops the job of a label that is no longer waiting', async () => {
    const [id = ''] = await bookOrders(1, uri);
    const [printJob] = await printJobs(id);
    if (printJob !== undefined)
      await workspace.store.write((write) => write.printJobs.move(printJob, 'held'));
    expect(await printDue()).toEqual([null]);
    expect(await workspace.store.read.jobs.counts()).toEqual([]);
    expect(sent).toEqual([]);
  });
});

describe('a label whose barcode is read while its printer still has the word', () => {
  it.each([
    ['says that it has it', happened({ level: 'accepted' } as const)],
    ['breaks the connection', unknownOutcome('PRINTER_CONNECTION_LOST')],
  ])('came out, and nobody is asked whether it did, when the printer %s', async (_, answer) => {
    const [id = ''] = await bookOrders(1, uri);
    const { waybillNo } = await order(id);
    answers.push(answer);
    meanwhile = () => scanLabel(workspace, waybillNo);
    expect(await printDue()).toEqual(['printed']);
    expect(await order(id)).toMatchObject({ printState: 'scanned' });
    expect(await printJobs(id)).toMatchObject([{ state: 'scanned', errorCode: '' }]);
    expect(await workspace.store.read.jobs.ofSubject((await printJobs(id))[0]?.id ?? '')).toBeUndefined();
  });
});

describe('a bench that others may take work from', () => {
  it.each([
    ['it was taken over already', { mayCall: async () => false }],
    ['the store was not heard of long enough', { coversCall: false }],
  ])('sends no label when %s: it waits, as nothing left', async (_, change) => {
    const [id = ''] = await bookOrders(1, uri);
    const [job] = await claim('print');
    const lease = { ...workspace.lease, ...change };
    const bench = Object.create(workspace, { lease: { value: lease } }) as typeof workspace;
    expect(await printLabel(bench, job as Job)).toMatchObject({ kind: 'wait', code: 'SERVER_OUT_OF_TOUCH' });
    expect(sent).toEqual([]);
    expect(await printJobs(id)).toMatchObject([{ state: 'waiting', sentAt: null }]);
  });
});

describe('queueing labels', () => {
  it('queues first labels of booked orders only, and only once', async () => {
    const [id = ''] = await bookOrders(1);
    await workspace.store.write((write) => write.orders.insertMany([sampleOrder(77)]));
    expect(await queuePrints(workspace, [id, sampleOrder(77).id, 'nobody'], uri)).toMatchObject({
      value: {
        queued: 1,
        refused: [{ failure: { code: 'LABEL_NO_WAYBILL' } }, { failure: { code: 'ORDER_GONE' } }],
      },
    });
    await queuePrints(workspace, [id], uri);
    expect(await printJobs(id)).toHaveLength(1);
  });

  it('tells nobody to book an order that was cancelled, neither at its first label nor at a reprint', async () => {
    const order = sampleOrder(78);
    await workspace.store.write((write) => write.orders.insertMany([{ ...order, state: 'cancelled' }]));
    const cancelled = { code: 'ORDER_STATE_REFUSES', params: { orderState: 'cancelled' } };
    expect(await queuePrints(workspace, [order.id], uri)).toMatchObject({
      value: { queued: 0, refused: [{ failure: cancelled }] },
    });
    expect(
      await reprintLabel(workspace, { orderId: order.id, printerUri: uri, reason: '没打出来' }),
    ).toMatchObject(cancelled);
  });

  it('prints again only with a reason, marked as a copy, and remembers both', async () => {
    const [id = ''] = await bookOrders(1, uri);
    await printDue();
    const ask = (reason: string) => reprintLabel(workspace, { orderId: id, printerUri: uri, reason });
    expect(await ask('   ')).toMatchObject({ ok: false, code: 'LABEL_REPRINT_NEEDS_REASON' });
    expect(await ask('面单弄湿')).toMatchObject({ ok: true, value: { copyNo: 2 } });
    expect(await printDue()).toEqual(['printed']);
    const [, copy] = await printJobs(id);
    expect((JSON.parse(copy?.documentJson ?? '{}') as LabelDocument).reprintNo).toBe(1);
    expect(copy?.reason).toBe('面单弄湿');
    expect(
      (await workspace.store.read.history.ofOrder(id)).map(({ kind, note }) => [kind, note]),
    ).toContainEqual(['reprinted', '面单弄湿']);
  });

  it('lets a person settle an unsure label, and nothing but an unsure one', async () => {
    const [id = ''] = await bookOrders(1, uri);
    const [waiting] = await printJobs(id);
    const answer = (job: PrintJob, isPrinted: boolean) =>
      resolveUnsurePrint(workspace, { jobId: job.id, version: job.version, isPrinted });
    expect(await answer(waiting as PrintJob, false)).toMatchObject({
      code: 'PRINT_JOB_CHANGED_MEANWHILE',
    });
    answers.push(unknownOutcome('PRINTER_STALLED'));
    await printDue();
    const [unsure] = await printJobs(id);
    expect(await answer({ ...(unsure as PrintJob), version: 0 }, false)).toMatchObject({ ok: false });
    expect(await answer(unsure as PrintJob, false)).toMatchObject({
      ok: true,
      value: { state: 'failed' },
    });
    const [failed] = await printJobs(id);
    expect(
      await retryPrint(workspace, { jobId: failed?.id ?? '', version: failed?.version ?? 0 }),
    ).toMatchObject({ ok: true, value: { state: 'waiting' } });
    expect(await printDue()).toEqual(['printed']);
    const [printed] = await printJobs(id);
    expect(
      await retryPrint(workspace, { jobId: printed?.id ?? '', version: printed?.version ?? 0 }),
    ).toMatchObject({
      ok: false,
    });
  });
});

describe('a printer that answers', () => {
  it('gets no more labels than its window until it says that it is idle', async () => {
    const ids = await bookOrders(5, uri);
    const profile = { answersStatus: true, unconfirmedWindow: 2 };
    await savePrinterSetup(workspace, { uri, name: 'A', profile });
    const newest = async (id: string) => (await printJobs(id)).at(-1);
    state = 'paper-out';
    await printOneByOne();
    expect(sent).toHaveLength(2);
    expect(await newest(ids[2] ?? '')).toMatchObject({ state: 'waiting', errorCode: 'PRINTER_PAPER_OUT' });
    state = 'ready';
    await workspace.clock.advance(30_000);
    await printOneByOne();
    expect(sent).toHaveLength(5);
    const states = await Promise.all(ids.map(async (id) => (await newest(id))?.state));
    expect(states).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed', 'accepted']);
  });
});
