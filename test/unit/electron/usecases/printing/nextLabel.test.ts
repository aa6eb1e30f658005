import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  PrinterTransport,
  PrintReceipt,
} from '../../../../../electron/printers/kit/printerTransport.ts';
import { createJobLoop, type JobLoop } from '../../../../../electron/queue/jobLoop.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { cancelPrints } from '../../../../../electron/usecases/printing/hold.ts';
import { savePrinterSetup } from '../../../../../electron/usecases/printing/printers/printerSetup.ts';
import { benchWork } from '../../../../../electron/usecases/workspace/workers.ts';
import type { Workspace } from '../../../../../electron/usecases/workspace/workspace.ts';
import { type CallOutcome, happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const uri = 'tcp://127.0.0.1:9100';
const other = 'tcp://127.0.0.1:9101';

let workspace: TestWorkspace;
let account: Awaited<ReturnType<typeof testAccount>> | null;
let loop: JobLoop | null;
let bugs: unknown[];
/** Job by job, as they were sent. */
let sent: string[];
/** What the printer does with the label it is sent, before it says that it took it. */
let whileSending: (jobId: string) => Promise<CallOutcome<PrintReceipt> | undefined>;

const transport: PrinterTransport = {
  id: 'tcp',
  async send(_target, { jobId }) {
    sent.push(jobId);
    return (await whileSending(jobId)) ?? happened({ level: 'accepted' });
  },
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => 'ready',
};

beforeEach(async () => {
  sent = [];
  bugs = [];
  loop = null;
  account = null;
  whileSending = async () => undefined;
  workspace = await openTestWorkspace({ transports: [transport] });
});
afterEach(async () => {
  await loop?.stop();
  expect(bugs).toEqual([]);
  await workspace.close();
});

async function bookOrders(count: number, printerUri = uri, first = 0): Promise<string[]> {
  account ??= await testAccount(workspace);
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(first + no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  const accountId = account.id;
  await planBookings(workspace, { orderIds, accountId, carrier: 'ZTO', printerUri });
  const now = workspace.clock.now();
  for (const job of await workspace.store.write((write) => write.jobs.claim(['book'], 100, now)))
    await bookShipment(workspace, job);
  return orderIds;
}

/** The worker of the bench. */
function startPrinting(isHeld = () => false, bench: Workspace = workspace): void {
  loop = createJobLoop({
    store: workspace.store,
    clock: workspace.clock,
    ...benchWork(bench, []),
    isHeld,
    onBug: (error) => bugs.push(error),
  });
  loop.start();
}

const labelsOf = async (orderIds: readonly string[]) =>
  (await Promise.all(orderIds.map((id) => workspace.store.read.printJobs.ofOrder(id)))).flat();

const statesOf = async (orderIds: readonly string[]) => (await labelsOf(orderIds)).map(({ state }) => state);

/** Lets everything that needs no time happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
}

describe('the label behind the one that is being sent', () => {
  it('has its mark on disk with the end of that one, one commit a label', async () => {
    const ids = await bookOrders(4);
    const seen: string[][] = [];
    let commits = 0;
    const { write } = workspace.store;
    workspace.store.write = (work) => {
      commits += 1;
      return write(work);
    };
    whileSending = async () => {
      seen.push(await statesOf(ids));
      return undefined;
    };
    startPrinting();
    await settle();
    expect(seen).toEqual([
      ['sending', 'waiting', 'waiting', 'waiting'],
      ['accepted', 'sending', 'waiting', 'waiting'],
      ['accepted', 'accepted', 'sending', 'waiting'],
      ['accepted', 'accepted', 'accepted', 'sending'],
    ]);
    expect(await statesOf(ids)).toEqual(Array.from({ length: 4 }, () => 'accepted'));
    // Claim and mark of the first, and one for each end.
    expect(commits).toBe(6);
  });

  it('is not marked where it is cancelled, refused or its printer paused meanwhile', async () => {
    const ids = await bookOrders(4);
    const [, second, third] = await labelsOf(ids);
    whileSending = async (jobId) => {
      if (sent.length === 1) {
        await cancelPrints(workspace, [{ jobId: second?.id ?? '', version: second?.version ?? -1 }]);
        const shipment = await workspace.store.read.shipments.byId(third?.shipmentId ?? '');
        if (shipment !== undefined)
          await workspace.store.write((write) => write.shipments.move(shipment, 'voiding'));
      }
      if (jobId !== sent[0])
        await savePrinterSetup(workspace, { uri, name: 'A', profile: { isPaused: true } });
      return undefined;
    };
    const more = await bookOrders(1, uri, 4);
    startPrinting();
    await settle();
    expect(await statesOf([...ids, ...more])).toEqual([
      'accepted',
      'failed',
      'failed',
      'accepted',
      'waiting',
    ]);
    expect(sent).toHaveLength(2);
  });

  it('is left for its own turn where it is not known that the one before came out', async () => {
    const ids = await bookOrders(2);
    const seen: string[][] = [];
    whileSending = async () => {
      seen.push(await statesOf(ids));
      return sent.length === 1 ? unknownOutcome('PRINTER_CONNECTION_LOST') : undefined;
    };
    startPrinting();
    await settle();
    expect(seen.at(1)).toEqual(['unsure', 'sending']);
    expect(await statesOf(ids)).toEqual(['unsure', 'accepted']);
    expect(sent).toHaveLength(2);
  });

  it('is redrawn where its account, which says whose layout it has, was changed meanwhile', async () => {
    const ids = await bookOrders(2);
    const { write } = workspace.store;
    whileSending = async () => {
      const name = `account ${sent.length}`;
      await write(({ accounts }) => accounts.update(account?.id ?? '', { name }));
      return undefined;
    };
    let commits = 0;
    workspace.store.write = (work) => {
      commits += 1;
      return write(work);
    };
    startPrinting();
    await settle();
    expect(await statesOf(ids)).toEqual(['accepted', 'accepted']);
    // Claim and mark of the first, its end, mark and end of the second.
    expect(commits).toBe(5);
  });

  it('waits again when the worker is held between its mark and its first byte', async () => {
    const ids = await bookOrders(3);
    let isHeld = false;
    const changed: TestWorkspace['changed'] = (...topics) => {
      // The first end is on disk, with the mark of the second label.
      if (sent.length === 1 && topics.includes('printJobs')) isHeld = true;
      workspace.changed(...topics);
    };
    startPrinting(() => isHeld, { ...workspace, changed });
    await settle();
    expect(sent).toHaveLength(1);
    expect(await statesOf(ids)).toEqual(['accepted', 'waiting', 'waiting']);
    const second = (await labelsOf(ids))[1];
    expect(second).toMatchObject({ sentAt: null, settledAt: null, errorCode: '' });
    expect(await workspace.store.read.jobs.claimed()).toEqual([]);
    isHeld = false;
    await workspace.clock.advance(2_000);
    await settle();
    expect(await statesOf(ids)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(new Set(sent).size).toBe(3);
  });

  it('is marked for its own printer alone where several print at once', async () => {
    const ids = [...(await bookOrders(6)), ...(await bookOrders(6, other, 6))];
    whileSending = async () => {
      for (let turn = 0; turn < sent.length % 4; turn++) await new Promise(setImmediate);
      const states = await statesOf(ids);
      expect(states.filter((state) => state === 'sending').length).toBeLessThanOrEqual(2);
      return undefined;
    };
    startPrinting();
    await settle();
    expect(await statesOf(ids)).toEqual(ids.map(() => 'accepted'));
    expect(sent).toHaveLength(12);
    expect(new Set(sent).size).toBe(12);
  });

  it('is never believed to be marked by a transaction that was undone', async () => {
    const ids = await bookOrders(3);
    const { write } = workspace.store;
    let isBroken = false;
    workspace.store.write = (work) =>
      write(async (repositories) => {
        const result = await work(repositories);
        if (isBroken) {
          isBroken = false;
          throw new Error('the disk is full');
        }
        return result;
      });
    whileSending = async () => {
      isBroken = sent.length === 1;
      return undefined;
    };
    startPrinting();
    await settle();
    expect(bugs.splice(0)).toHaveLength(1);
    // Nobody knows of the first any more; the others were marked by themselves.
    expect(await statesOf(ids)).toEqual(['sending', 'accepted', 'accepted']);
    expect(new Set(sent).size).toBe(3);
  });

  it('leaves the label before it printed where marking it meets a bug, and has its own turn', async () => {
    const ids = await bookOrders(3);
    const { refusal } = workspace.journal;
    let hasBug = true;
    workspace.journal.refusal = () => {
      if (sent.length !== 1 || !hasBug) return refusal();
      hasBug = false;
      throw new Error('bug');
    };
    startPrinting();
    await settle();
    expect(bugs.splice(0)).toEqual([new Error('bug')]);
    expect(await statesOf(ids)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(sent).toHaveLength(3);
    expect(new Set(sent).size).toBe(3);
  });
});
