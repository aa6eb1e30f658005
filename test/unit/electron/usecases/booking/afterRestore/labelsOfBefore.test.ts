import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queuePrints } from '../../../../../../electron/usecases/printing/queue.ts';
import { planJamRecovery } from '../../../../../../electron/usecases/printing/recoverFromJam.ts';
import { answerUnsurePrints } from '../../../../../../electron/usecases/printing/resolve.ts';
import { scanLabel } from '../../../../../../electron/usecases/printing/scanLabel.ts';
import { happened, unknownOutcome } from '../../../../../../shared/errors/outcome.ts';
import { sheetOrder } from '../../../../../doubles/files/orderSheet.ts';
import { bookingNo } from '../../../../../doubles/platforms/scriptedPlatform.ts';
import { RestoreDesk } from '../../../../../doubles/workspace/restoreDesk.ts';

const printer = 'tcp://127.0.0.1:9';
const order = (no: number) => sheetOrder(no, { orderNo: `A-${no}` });
const ofBefore = (no: number) =>
  happened({ ...bookingNo(`7300000000000${no}`), isKnownBefore: true as const });
const asks = { state: 'unsure', errorCode: 'LABEL_AFTER_BACKUP' };

let desk: RestoreDesk;
beforeEach(async () => {
  desk = await RestoreDesk.open();
});
afterEach(() => desk.close());

const idOf = async (no: number) => (await desk.order(`A-${no}`)).id;
const labels = async (no: number) => desk.workspace.store.read.printJobs.ofOrder(await idOf(no));

async function book(...numbers: number[]): Promise<void> {
  const ids: string[] = [];
  for (const no of numbers) ids.push(await idOf(no));
  await desk.plan(ids, printer);
  await desk.work();
}

/** What a new computer has: the backup, and a journal that begins after it. */
async function moveToAnotherComputer(): Promise<void> {
  desk.workspace.journal.renew('lost');
  await desk.restore();
}

describe('after a restore on another computer', () => {
  it('a number that the platform had already gets no second label unasked; one it makes now prints', async () => {
    await desk.take([order(1), order(2)]);
    await desk.backUp();
    await book(1);
    await moveToAnotherComputer();
    desk.platform.next.push(ofBefore(1), happened(bookingNo('73000000000002')));
    await book(1, 2);
    expect(await desk.order('A-1')).toMatchObject({ state: 'booked', waybillNo: '73000000000001' });
    expect(await labels(1)).toMatchObject([asks]);
    expect(await labels(2)).toMatchObject([{ state: 'waiting', errorCode: '' }]);
  });

  it('a label that waited when the backup was made asks, and one that was wanted only afterwards', async () => {
    await desk.take([order(1), order(2)]);
    await book(1);
    await desk.plan([await idOf(2)]);
    await desk.work();
    await desk.backUp();
    await moveToAnotherComputer();
    expect(await labels(1)).toMatchObject([asks]);
    expect(await labels(2)).toEqual([]);
    await queuePrints(desk.workspace, [await idOf(2)], printer);
    expect(await labels(2)).toMatchObject([asks]);
  });

  it('a booking that was on its way when the backup was made is found, and its label asks', async () => {
    await desk.take([order(1)]);
    desk.platform.next.push(unknownOutcome('NETWORK_TIMEOUT'));
    await book(1);
    await desk.backUp();
    await moveToAnotherComputer();
    desk.platform.next.push(ofBefore(1));
    await desk.workspace.clock.advance(3_600_000);
    await desk.work();
    expect(await desk.order('A-1')).toMatchObject({ state: 'booked' });
    expect(await labels(1)).toMatchObject([asks]);
  });

  it('a label of an order booked since then is no question', async () => {
    await desk.take([order(1)]);
    await desk.backUp();
    await moveToAnotherComputer();
    await desk.workspace.clock.advance(8 * 24 * 3_600_000);
    await desk.take([order(3)]);
    await book(3);
    expect(await labels(3)).toMatchObject([{ state: 'waiting' }]);
  });

  it('such labels say nothing of the printer here: it is not in doubt, and goes on with what is new', async () => {
    await desk.take([order(1), order(2), order(3), order(4)]);
    await book(1, 2, 3);
    await desk.backUp();
    await moveToAnotherComputer();
    const { printJobs } = desk.workspace.store.read;
    expect(await printJobs.lastSentStates(printer, 0, 3)).toEqual([]);
    expect(await printJobs.countSentSince(printer, 0)).toBe(0);
    const [first] = await labels(1);
    const scanned = await planJamRecovery(desk.workspace.store.read, printer, first?.waybillNo ?? '');
    expect(scanned).toMatchObject({ ok: false, code: 'PRINT_SCAN_OTHER_PRINTER' });
  });

  it('one answer prints all that are missing in the order they were wanted, and leaves what was scanned meanwhile', async () => {
    await desk.take([order(1), order(2), order(3)]);
    await book(1, 2, 3);
    await desk.backUp();
    await moveToAnotherComputer();
    const [first] = await labels(1);
    expect(await scanLabel(desk.workspace, first?.waybillNo ?? '')).toMatchObject({ ok: true });
    const answered = await answerUnsurePrints(desk.workspace, { are: 'after-backup' }, false);
    expect(answered).toHaveLength(2);
    expect([...answered].sort()).toEqual(answered);
    expect(await labels(1)).toMatchObject([{ state: 'scanned' }]);
    for (const no of [2, 3]) expect(await labels(no)).toMatchObject([{ state: 'waiting', errorCode: '' }]);
  });

  it('an answer for labels that were seen leaves those that changed since', async () => {
    await desk.take([order(1), order(2)]);
    await book(1, 2);
    await desk.backUp();
    await moveToAnotherComputer();
    const seen = (await Promise.all([labels(1), labels(2)])).flat();
    const jobs = seen.map(({ id, version }) => ({ jobId: id, version }));
    await scanLabel(desk.workspace, seen[0]?.waybillNo ?? '');
    expect(await answerUnsurePrints(desk.workspace, { jobs }, true)).toEqual([seen[1]?.id]);
    expect(await labels(2)).toMatchObject([{ state: 'confirmed' }]);
  });
});

it('a plain next start leaves labels that wait as they are', async () => {
  await desk.take([order(1)]);
  await book(1);
  await desk.start();
  expect(await labels(1)).toMatchObject([{ state: 'waiting' }]);
});
