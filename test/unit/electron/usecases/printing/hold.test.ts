import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  PrinterTransport,
  PrintReceipt,
} from '../../../../../electron/printers/kit/printerTransport.ts';
import type { PrintJob } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { releasePrints, wantPrintsAgain } from '../../../../../electron/usecases/printing/hold.ts';
import { savePrinterSetup } from '../../../../../electron/usecases/printing/printers/printerSetup.ts';
import { printLabel } from '../../../../../electron/usecases/printing/printLabel.ts';
import { queuePrints } from '../../../../../electron/usecases/printing/queue.ts';
import { resolveUnsurePrint } from '../../../../../electron/usecases/printing/resolve.ts';
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

const uri = 'tcp://127.0.0.1:9100';
const brokeOff = () => unknownOutcome('PRINTER_CONNECTION_LOST', { host: '127.0.0.1', port: 9100 });
let workspace: TestWorkspace;
let answers: CallOutcome<PrintReceipt>[];
let sent: number;
let sentTo: number[];
let account: Awaited<ReturnType<typeof testAccount>> | null;

const transport: PrinterTransport = {
  id: 'tcp',
  async send({ port }) {
    sent += 1;
    sentTo.push(port);
    return answers.shift() ?? happened({ level: 'accepted' as const });
  },
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => 'ready',
};

beforeEach(async () => {
  answers = [];
  sent = 0;
  sentTo = [];
  account = null;
  workspace = await openTestWorkspace({ transports: [transport] });
});
afterEach(() => workspace.close());

function claim(kind: 'book' | 'print', limit: number) {
  const now = workspace.clock.now();
  return workspace.store.write((write) => write.jobs.claim([kind], limit, now));
}

async function bookOrders(count: number, first = 0): Promise<string[]> {
  account ??= await testAccount(workspace);
  const accountId = account.id;
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(first + no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId, carrier: 'ZTO', printerUri: uri });
  for (const job of await claim('book', 100)) await bookShipment(workspace, job);
  return orderIds;
}

async function printAll(): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    const [job] = await claim('print', 1);
    if (job === undefined) return;
    await printLabel(workspace, job);
    await workspace.clock.advance(10);
  }
}

async function labelsOf(ids: readonly string[]): Promise<PrintJob[]> {
  const labels: PrintJob[] = [];
  for (const id of ids) labels.push(...(await workspace.store.read.printJobs.ofOrder(id)).slice(-1));
  return labels;
}

const states = async (ids: readonly string[]) => (await labelsOf(ids)).map(({ state }) => state);
const seenOf = ({ id, version }: PrintJob) => ({ jobId: id, version });

describe('a printer whose labels break off one after another', () => {
  it('gets no more after the third: the rest of the batch waits for a person instead of being in doubt too', async () => {
    const ids = await bookOrders(10);
    answers.push(...Array.from({ length: 10 }, brokeOff));
    await printAll();
    expect(sent).toBe(3);
    const labels = await labelsOf(ids);
    expect(labels.map(({ state }) => state)).toEqual([...Array(3).fill('unsure'), ...Array(7).fill('held')]);
    expect(labels[3]).toMatchObject({ holdReason: 'printer-away', errorCode: 'PRINTER_IN_DOUBT' });
    expect(labels[9]).toMatchObject({ holdReason: 'behind' });
  });

  it('gets the rest, in their order, once a person has seen to it, whatever became of the three', async () => {
    const ids = await bookOrders(6);
    answers.push(brokeOff(), brokeOff(), brokeOff());
    await printAll();
    const held = (await labelsOf(ids)).filter(({ state }) => state === 'held');
    await releasePrints(workspace, held.map(seenOf));
    await printAll();
    expect(await states(ids)).toEqual([...Array(3).fill('unsure'), ...Array(3).fill('accepted')]);
  });

  it('goes on by itself after one or two: a cable pulled for a moment stops no bench', async () => {
    const ids = await bookOrders(6);
    answers.push(brokeOff(), brokeOff(), happened({ level: 'accepted' as const }), brokeOff(), brokeOff());
    await printAll();
    expect(await states(ids)).toEqual(['unsure', 'unsure', 'accepted', 'unsure', 'unsure', 'accepted']);
  });

  it('is no longer in doubt once one of the three was looked for', async () => {
    const ids = await bookOrders(3);
    answers.push(brokeOff(), brokeOff(), brokeOff());
    await printAll();
    const [first] = await labelsOf(ids);
    if (first === undefined) throw new Error('no label');
    await resolveUnsurePrint(workspace, { ...seenOf(first), isPrinted: true });
    const [next = ''] = await bookOrders(1, 20);
    await printAll();
    expect(await states([next])).toEqual(['accepted']);
  });
});

describe('labels that wait for one printer and are asked for at another', () => {
  const other = 'tcp://127.0.0.1:9101';

  it.each([
    ['by Print', (ids: readonly string[]) => queuePrints(workspace, ids, other)],
    ['by running the file again', (ids: readonly string[]) => wantPrintsAgain(workspace, ids, other)],
  ])('come out there, each once: the first may be gone for good (%s)', async (_, ask) => {
    const ids = await bookOrders(2);
    answers = [didNotHappen('PRINTER_PAPER_OUT')];
    await printAll();
    expect(await states(ids)).toEqual(['waiting', 'waiting']);
    await ask(ids);
    await printAll();
    expect(await states(ids)).toEqual(['accepted', 'accepted']);
    expect(sentTo).toEqual([9_100, 9_101, 9_101]);
    await workspace.clock.advance(3_600_000);
    await printAll();
    expect(sent).toBe(3);
  });

  it('stay where they are when nothing else is named, and are a new request', async () => {
    const ids = await bookOrders(1);
    answers = [didNotHappen('PRINTER_PAPER_OUT')];
    await printAll();
    await workspace.clock.advance(1_000);
    await wantPrintsAgain(workspace, ids, null);
    const [label] = await labelsOf(ids);
    expect(label).toMatchObject({ state: 'waiting', printerUri: uri, wantedAt: workspace.clock.now() });
  });
});

describe('a printer that is away, and its backup as well', () => {
  it('does not let its labels wander on to the backup of that one, where nobody looks for them', async () => {
    const [second, third] = ['tcp://127.0.0.1:9101', 'tcp://127.0.0.1:9102'];
    await savePrinterSetup(workspace, { uri, name: 'A', profile: { backupUri: second } });
    await savePrinterSetup(workspace, { uri: second, name: 'B', profile: { backupUri: third } });
    const ids = await bookOrders(2);
    answers.push(
      ...Array.from({ length: 12 }, () =>
        didNotHappen('PRINTER_UNREACHABLE', { host: '127.0.0.1', port: 9100 }),
      ),
    );
    for (let round = 0; round < 6; round += 1) {
      await printAll();
      await workspace.clock.advance(3_000);
    }
    expect([...new Set(sentTo)]).toEqual([9100, 9101]);
    expect(await states(ids)).toEqual(['failed', 'held']);
  });
});
