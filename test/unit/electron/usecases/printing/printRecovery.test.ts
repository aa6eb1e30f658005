import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  PrinterTransport,
  PrintReceipt,
} from '../../../../../electron/printers/kit/printerTransport.ts';
import type { PrintJob } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import {
  cancelPrints,
  holdAfterRestart,
  releasePrints,
  wantPrintsAgain,
} from '../../../../../electron/usecases/printing/hold.ts';
import {
  patchProfile,
  readPrinterSetup,
  savePrinterSetup,
} from '../../../../../electron/usecases/printing/printers/printerSetup.ts';
import { printLabel } from '../../../../../electron/usecases/printing/printLabel.ts';
import { savePrintRules } from '../../../../../electron/usecases/printing/printRules.ts';
import { queuePrints } from '../../../../../electron/usecases/printing/queue.ts';
import { planJamRecovery, recoverFromJam } from '../../../../../electron/usecases/printing/recoverFromJam.ts';
import { reprintLabel } from '../../../../../electron/usecases/printing/reprint.ts';
import { retryFailedPrints } from '../../../../../electron/usecases/printing/resolve.ts';
import { scanLabel } from '../../../../../electron/usecases/printing/scanLabel.ts';
import { shipAttention } from '../../../../../electron/usecases/ship/attention.ts';
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

const uri = 'tcp://127.0.0.1:9100';
const backup = 'tcp://127.0.0.1:9101';
let workspace: TestWorkspace;
let answers: CallOutcome<PrintReceipt>[];
let state: PrinterState;
let account: Awaited<ReturnType<typeof testAccount>> | null;
/** What came out, printer and job. */
let papers: string[];

const transport: PrinterTransport = {
  id: 'tcp',
  async send(target, job) {
    const answer = answers.shift() ?? happened({ level: 'accepted' as const });
    if (answer.ok) papers.push(`${target.port} ${job.jobId}`);
    return answer;
  },
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => state,
};

beforeEach(async () => {
  answers = [];
  account = null;
  papers = [];
  state = 'ready';
  workspace = await openTestWorkspace({ transports: [transport] });
});
afterEach(() => workspace.close());

const seenOf = ({ id, version }: PrintJob) => ({ jobId: id, version });

async function bookOrders(count: number, printerUri: string | null = uri, first = 0): Promise<string[]> {
  account ??= await testAccount(workspace);
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(first + no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  const accountId = account.id;
  await planBookings(workspace, { orderIds, accountId, carrier: 'ZTO', printerUri });
  for (const job of await claim('book')) await bookShipment(workspace, job);
  return orderIds;
}

function claim(kind: 'book' | 'print', limit = 100) {
  const now = workspace.clock.now();
  return workspace.store.write((write) => write.jobs.claim([kind], limit, now));
}

async function printDue(): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    const [job] = await claim('print', 1);
    if (job === undefined) return;
    await printLabel(workspace, job);
    await workspace.clock.advance(10);
  }
}

async function jobOf(orderId: string): Promise<PrintJob & { waybillNo: string }> {
  const last = (await workspace.store.read.printJobs.ofOrder(orderId)).at(-1);
  const row = await workspace.store.read.printJobs.rowById(last?.id ?? '');
  if (row === undefined) throw new Error('no job');
  return row;
}

const states = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await jobOf(id)).state));

describe('after a jam', () => {
  it('confirms what came before the last good label and prints the rest once more', async () => {
    const ids = await bookOrders(6);
    answers.push(...Array.from({ length: 4 }, () => happened({ level: 'accepted' as const })));
    answers.push(unknownOutcome('PRINTER_STALLED'));
    await printDue();
    const third = await jobOf(ids[2] ?? '');
    const plan = await planJamRecovery(workspace.store.read, uri, third.waybillNo);
    if (!plan.ok) throw new Error(plan.code);
    expect(plan.value.rest.map(({ orderId }) => orderId)).toEqual(ids.slice(3));
    const before = papers.length;
    const restIds = plan.value.rest.map(({ id }) => id);
    expect(
      await recoverFromJam(workspace, { printerUri: uri, code: third.waybillNo, rest: 'print', restIds }),
    ).toMatchObject({ value: { confirmed: 2, resumed: 3, asking: 0 } });
    expect(await states(ids)).toEqual(['confirmed', 'confirmed', 'scanned', 'waiting', 'waiting', 'waiting']);
    await printDue();
    expect(papers.slice(before).map((paper) => paper.slice(5))).toEqual(restIds);
    expect((await jobOf(ids[4] ?? '')).copyNo).toBe(1);
  });

  it('leaves a label that broke off earlier asking: a later good one does not prove it', async () => {
    const ids = await bookOrders(3);
    answers.push(unknownOutcome('PRINTER_CONNECTION_LOST'));
    await printDue();
    const last = await jobOf(ids[2] ?? '');
    const plan = await planJamRecovery(workspace.store.read, uri, last.waybillNo);
    expect(plan).toMatchObject({ value: { stillUnsure: [{ orderId: ids[0] }], rest: [] } });
    await recoverFromJam(workspace, { printerUri: uri, code: last.waybillNo, rest: 'print', restIds: [] });
    expect(await states(ids)).toEqual(['unsure', 'confirmed', 'scanned']);
  });

  it('only asks when a person wants to decide one by one', async () => {
    const ids = await bookOrders(3);
    await printDue();
    const first = await jobOf(ids[0] ?? '');
    const restIds = [(await jobOf(ids[1] ?? '')).id, (await jobOf(ids[2] ?? '')).id];
    await recoverFromJam(workspace, { printerUri: uri, code: first.waybillNo, rest: 'ask', restIds });
    expect(await states(ids)).toEqual(['scanned', 'unsure', 'unsure']);
    await printDue();
    expect(papers).toHaveLength(3);
  });

  it('refuses a label of another printer, an unknown one, one before a scanned one, and a plan that is old', async () => {
    const ids = await bookOrders(3);
    await printDue();
    const [first, second] = [await jobOf(ids[0] ?? ''), await jobOf(ids[1] ?? '')];
    const recover = (printerUri: string, code: string, restIds: string[] = []) =>
      recoverFromJam(workspace, { printerUri, code, rest: 'print', restIds });
    expect(await recover(backup, first.waybillNo)).toMatchObject({ code: 'PRINT_SCAN_OTHER_PRINTER' });
    expect(await recover(uri, 'NOBODY')).toMatchObject({ code: 'PRINT_SCAN_UNKNOWN' });
    expect(await recover(uri, first.waybillNo, [])).toMatchObject({ code: 'PRINT_JOB_CHANGED_MEANWHILE' });
    await scanLabel(workspace, ` ${second.waybillNo}\r`);
    expect(await recover(uri, first.waybillNo)).toMatchObject({ code: 'PRINT_SCAN_NOT_LAST' });
    expect(await states(ids)).toEqual(['accepted', 'scanned', 'accepted']);
  });
});

describe('labels that wait for a word', () => {
  it('holds a label wanted too long ago, and prints it once somebody asks again', async () => {
    const ids = await bookOrders(1);
    await savePrintRules(workspace, { staleAfterMinutes: 60 });
    await workspace.clock.advance(61 * 60_000);
    await printDue();
    const held = await jobOf(ids[0] ?? '');
    expect(held).toMatchObject({ state: 'held', holdReason: 'stale' });
    expect(papers).toEqual([]);
    expect(await releasePrints(workspace, [{ jobId: held.id, version: held.version - 1 }])).toBe(0);
    expect(await releasePrints(workspace, [{ jobId: held.id, version: held.version }])).toBe(1);
    await printDue();
    expect(papers).toHaveLength(1);
  });

  it('holds what waited when the program ended; a command that names the orders is the word', async () => {
    const ids = await bookOrders(3);
    expect(await holdAfterRestart(workspace)).toBe(3);
    await printDue();
    expect(papers).toEqual([]);
    await wantPrintsAgain(workspace, ids.slice(0, 2), null);
    await printDue();
    expect(await states(ids)).toEqual(['accepted', 'accepted', 'held']);
  });

  it('prints what waited before what came after a restart, and a whole page of it in its old order', async () => {
    const ids = await bookOrders(3);
    await holdAfterRestart(workspace);
    await workspace.clock.advance(1_000);
    const later = await bookOrders(2, uri, 10);
    await printDue();
    expect(papers).toEqual([]);
    expect(await jobOf(later[0] ?? '')).toMatchObject({ state: 'held', holdReason: 'behind' });
    const waited = await Promise.all(ids.map(jobOf));
    // A page lists the newest first.
    expect(await releasePrints(workspace, [...waited].reverse().map(seenOf))).toBe(3);
    await printDue();
    const came = await Promise.all([...ids, ...later].map(jobOf));
    expect(papers).toEqual(came.map(({ id }) => `9100 ${id}`));
  });

  it('lets the labels behind follow once the last older one is called off; one wanted at once goes first', async () => {
    const [old = ''] = await bookOrders(1);
    await holdAfterRestart(workspace);
    await workspace.clock.advance(1_000);
    const later = await bookOrders(2, uri, 10);
    await printDue();
    await workspace.clock.advance(1_000);
    await releasePrints(workspace, [seenOf(await jobOf(later[1] ?? ''))]);
    await printDue();
    expect(papers).toEqual([`9100 ${(await jobOf(later[1] ?? '')).id}`]);
    await cancelPrints(workspace, [seenOf(await jobOf(old))]);
    await printDue();
    expect(papers).toHaveLength(2);
    expect(await states(later)).toEqual(['accepted', 'accepted']);
  });

  it('takes a label that is not to be printed out of the queue', async () => {
    const [id = ''] = await bookOrders(1);
    const { id: jobId, version } = await jobOf(id);
    expect(await cancelPrints(workspace, [{ jobId, version }])).toBe(1);
    expect(await workspace.store.read.jobs.ofSubject(jobId)).toBeUndefined();
    await printDue();
    expect(papers).toEqual([]);
    expect(await jobOf(id)).toMatchObject({ state: 'failed', errorCode: 'PRINT_CANCELLED' });
  });

  it('sends nothing to a paused printer or to one with other paper, and goes on when told', async () => {
    const ids = await bookOrders(2);
    await savePrinterSetup(workspace, { uri, name: 'A', profile: { isPaused: true } });
    await printDue();
    expect(papers).toEqual([]);
    expect(await states(ids)).toEqual(['waiting', 'waiting']);
    await patchProfile(workspace, uri, { isPaused: false, loadedSize: '100x150' });
    await printDue();
    expect(await jobOf(ids[0] ?? '')).toMatchObject({
      state: 'failed',
      errorCode: 'PRINTER_MEDIA_MISMATCH',
    });
    await patchProfile(workspace, uri, { loadedSize: '76x130' });
    await queuePrints(workspace, ids, uri);
    await printDue();
    expect(papers).toHaveLength(2);
  });

  it('sends nothing to a printer whose settings cannot be read, until somebody has looked', async () => {
    const ids = await bookOrders(1);
    await savePrinterSetup(workspace, { uri, name: 'A', profile: { density: 3 } });
    await workspace.store.write((write) => write.printers.setProfile(uri, '{"isPaused":"no","density":3}'));
    await printDue();
    expect(papers).toEqual([]);
    expect(await states(ids)).toEqual(['waiting']);
    expect(await readPrinterSetup(workspace, uri)).toMatchObject({ value: { profile: { isPaused: true } } });
    await patchProfile(workspace, uri, { isPaused: false });
    await printDue();
    expect(papers).toHaveLength(1);
  });

  it('allows as many reprints as the rules say', async () => {
    const [id = ''] = await bookOrders(1);
    await printDue();
    await savePrintRules(workspace, { reprintLimit: 1 });
    const ask = () => reprintLabel(workspace, { orderId: id, printerUri: uri, reason: '卡纸' });
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask()).toMatchObject({ code: 'LABEL_REPRINT_LIMIT', params: { limit: 1 } });
  });
});

describe('a printer that is away', () => {
  const away = () => didNotHappen('PRINTER_UNREACHABLE');

  async function tryThrice(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await printDue();
      await workspace.clock.advance(3_000);
    }
  }

  it('hands what certainly did not print to its backup, each label once', async () => {
    const ids = await bookOrders(3);
    await savePrinterSetup(workspace, { uri, name: 'A', profile: { backupUri: backup } });
    answers.push(away(), away(), away());
    await tryThrice();
    await printDue();
    expect(papers.map((paper) => paper.slice(0, 4))).toEqual(['9101', '9101', '9101']);
    expect(await jobOf(ids[0] ?? '')).toMatchObject({
      state: 'accepted',
      printerUri: backup,
      movedFrom: uri,
    });
  });

  it('hands nothing to a backup with other paper in it: the labels are held', async () => {
    const ids = await bookOrders(2);
    await savePrinterSetup(workspace, { uri, name: 'A', profile: { backupUri: backup } });
    await savePrinterSetup(workspace, { uri: backup, name: 'B', profile: { loadedSize: '100x150' } });
    answers.push(away(), away(), away());
    await tryThrice();
    await printDue();
    expect(papers).toEqual([]);
    expect(await states(ids)).toEqual(['failed', 'held']);
  });

  it('keeps what the words of the failure name, until it is tried again', async () => {
    const ids = await bookOrders(2);
    const params = { host: '127.0.0.1', port: 9100, cause: 'ECONNREFUSED' };
    answers.push(...Array.from({ length: 3 }, () => didNotHappen('PRINTER_UNREACHABLE', params)));
    await tryThrice();
    for (const id of ids) expect(JSON.parse((await jobOf(id)).errorParamsJson)).toEqual(params);
    const [order] = await workspace.store.read.orders.byIds([ids[0] ?? '']);
    expect(await shipAttention(workspace, [], new Map(), order === undefined ? [] : [order])).toEqual([
      {
        code: 'PRINTER_UNREACHABLE',
        params,
        field: '',
        orderNo: order?.orderNo,
        rowNumber: 0,
        isUnsure: false,
      },
    ]);
    await queuePrints(workspace, ids, uri);
    expect(await jobOf(ids[0] ?? '')).toMatchObject({ errorCode: '', errorParamsJson: '{}' });
  });

  it('counts no reprint that never left towards the limit', async () => {
    const [id = ''] = await bookOrders(1);
    await printDue();
    await savePrintRules(workspace, { reprintLimit: 1 });
    const ask = () => reprintLabel(workspace, { orderId: id, printerUri: uri, reason: '卡纸' });
    expect(await ask()).toMatchObject({ value: { copyNo: 2 } });
    answers.push(away(), away(), away());
    await tryThrice();
    expect(await states([id])).toEqual(['failed']);
    expect(await ask()).toMatchObject({ value: { copyNo: 3 } });
    await printDue();
    expect(papers).toHaveLength(2);
    expect(await ask()).toMatchObject({ code: 'LABEL_REPRINT_LIMIT' });
  });

  it('tries again what failed, but neither what was given up nor what came out as another copy', async () => {
    const ids = await bookOrders(4);
    answers.push(away(), away(), away());
    await tryThrice();
    const [failed, givenUp, reprinted, kept] = await Promise.all(ids.map(jobOf));
    await cancelPrints(workspace, [{ jobId: givenUp?.id ?? '', version: givenUp?.version ?? 0 }]);
    await cancelPrints(workspace, [{ jobId: reprinted?.id ?? '', version: reprinted?.version ?? 0 }]);
    await reprintLabel(workspace, { orderId: ids[2] ?? '', printerUri: uri, reason: '卡纸' });
    await printDue();
    expect(papers).toHaveLength(1);
    expect((await workspace.store.read.printJobs.retryable()).map(({ id }) => id)).toEqual([failed?.id]);
    expect(await retryFailedPrints(workspace)).toBe(1);
    await printDue();
    expect(papers).toEqual([expect.any(String), `9100 ${failed?.id}`]);
    expect(kept?.state).toBe('held');
  });

  it('never hands over a label that may have printed', async () => {
    const ids = await bookOrders(2);
    await savePrinterSetup(workspace, { uri, name: 'A', profile: { backupUri: backup } });
    answers.push(unknownOutcome('PRINTER_STALLED'), away(), away(), away());
    await tryThrice();
    await printDue();
    expect(await states(ids)).toEqual(['unsure', 'accepted']);
    expect(papers).toHaveLength(1);
  });

  it('that is back prints no new label before those that wait for a word, and all in order after it', async () => {
    const [tried = '', ...before] = await bookOrders(3);
    answers.push(away(), away(), away());
    await tryThrice();
    const [newer = ''] = await bookOrders(1, uri, 3);
    await printDue();
    expect(papers).toEqual([]);
    expect(await jobOf(newer)).toMatchObject({ state: 'held', holdReason: 'behind' });
    const waiting = (await Promise.all(before.map(jobOf))) as PrintJob[];
    await releasePrints(workspace, waiting.map(seenOf));
    await printDue();
    const inOrder = await Promise.all([...before, newer].map(jobOf));
    expect(papers).toEqual(inOrder.map((job) => `9100 ${job?.id}`));
    expect(await states([tried])).toEqual(['failed']);
  });

  it('holds the others for a word when nobody takes over, and a backup that is away too ends it', async () => {
    const ids = await bookOrders(3);
    await savePrinterSetup(workspace, { uri, name: 'A', profile: { backupUri: backup } });
    answers.push(...Array.from({ length: 9 }, away));
    await tryThrice();
    await tryThrice();
    expect(await states(ids)).toEqual(['failed', 'held', 'held']);
    expect(await jobOf(ids[1] ?? '')).toMatchObject({
      holdReason: 'printer-away',
      errorCode: 'PRINTER_UNREACHABLE',
    });
    expect(papers).toEqual([]);
  });
});
