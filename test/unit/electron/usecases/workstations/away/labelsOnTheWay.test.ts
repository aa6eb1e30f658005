import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { journalFolder } from '../../../../../../electron/store/journal/openCallJournal.ts';
import { printLabel } from '../../../../../../electron/usecases/printing/printLabel.ts';
import { takeOverWork } from '../../../../../../electron/usecases/workspace/recover.ts';
import { waitingJob } from '../../../../../../electron/usecases/workspace/workspace.ts';
import { keepLease } from '../../../../../../electron/usecases/workstations/keepLease.ts';
import { type AwayDesk, openAwayDesk } from '../../../../../doubles/workspace/awayDesk.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let away: AwayDesk;
const printer = 'at:b1/tcp://127.0.0.1:9100';
const no = (order: number) => `2026${String(order).padStart(12, '0')}`;
const wave = [1, 2, 3, 4] as const;

beforeEach(async () => {
  away = await openAwayDesk(wave.map(() => ({})));
  await away.desk.book(...wave);
});
afterEach(() => away.close());

/** Their labels wait at the printer of the bench, which knows of them. */
async function waveWaits(): Promise<string[]> {
  const { desk, bench } = away;
  await desk.queue(printer, ...wave);
  bench().stale(['printJobs']);
  await bench().check();
  const labels = await Promise.all(wave.map((order) => desk.labels(order)));
  return labels.map(([label]) => label?.id ?? '');
}

/** The first label that waits in the book is taken by its worker. */
async function claimFirst() {
  const { workspace } = away.desk;
  const [job] = await workspace.store.write((write) => write.jobs.claim(['print'], 1, workspace.clock.now()));
  if (job === undefined) throw new Error('no label waits');
  return job;
}

/** The printer answers its next label only then. */
function pause(): () => void {
  let taken = (): void => undefined;
  away.desk.pauses.push(
    new Promise((resolve) => {
      taken = resolve;
    }),
  );
  return taken;
}

/** Its printer has the first label and does not answer until it has `taken` it; the server goes meanwhile, and the bench looks. */
async function firstIsLeaving() {
  const { desk, server, bench } = away;
  const ids = await waveWaits();
  const job = await claimFirst();
  const taken = pause();
  const working = printLabel(desk.workspace, job, { devices: bench().devices }).catch(() => null);
  while (desk.sent.length === 0) await new Promise(setImmediate);
  server.cut();
  return { ids, working, looking: bench().check(), taken };
}

/** The book has the first label's mark, all four came out at the bench, and the server is there again before the bench has looked. */
async function markedThereAndOutHere(): Promise<void> {
  const { desk, server, bench } = away;
  await waveWaits();
  const job = await claimFirst();
  server.cut(1);
  const marking = printLabel(desk.workspace, job, { devices: bench().devices });
  await expect(marking).rejects.toThrow('SERVER_AWAY');
  await bench().check();
  await away.printed(4);
  server.mend();
}

const states = async () =>
  (await Promise.all(wave.map((order) => away.desk.labels(order)))).map((labels) =>
    labels.map(({ state }) => state).join(' '),
  );
const stateHere = (order: number) =>
  away.bench().during(away.desk.workspace, async ({ store }) => {
    const [label] = await store.read.printJobs.ofOrder(sampleOrder(order).id);
    return label?.state;
  });
const conflicts = async () =>
  (await away.desk.workspace.store.read.settings.get('awayConflicts')).map(({ kind }) => kind);

async function backAtTheBook(): Promise<void> {
  away.server.mend();
  await away.bench().check();
  expect(away.bench().isAway).toBe(false);
  await away.desk.print(away.bench().devices);
}

describe('labels that wait at the printer of a bench whose server goes away', () => {
  it('go on to come out in their order, nobody touching anything, and are known to the book once', async () => {
    const { desk, server, bench } = away;
    const ids = await waveWaits();
    const first = await claimFirst();
    await printLabel(desk.workspace, first, { devices: bench().devices });
    bench().stale(['printJobs']);
    await bench().check();
    expect(await bench().labelsLeft()).toBe(0);
    const taken = pause();
    server.cut();
    await bench().check();
    expect(await bench().labelsLeft()).toBe(3);
    taken();
    await away.printed(4);
    expect(await bench().labelsLeft()).toBe(0);
    expect(desk.sent).toEqual(ids);
    await backAtTheBook();
    expect(await states()).toEqual(wave.map(() => 'accepted'));
    expect(desk.sent).toEqual(ids);
    expect(await conflicts()).toEqual([]);
    expect(await desk.workspace.store.read.jobs.counts()).toEqual([]);
  });

  it('are packed by their paper, each once', async () => {
    const { desk, server } = away;
    await waveWaits();
    const { waybillNo } = await desk.order(2);
    server.cut();
    await away.bench().check();
    await away.printed(4);
    expect((await away.scan(waybillNo)).says).toBe('opened');
    for (const code of ['COF-500', 'COF-500']) await away.scan(code);
    expect((await away.scan('6901234567892')).says).toBe('closed');
    await backAtTheBook();
    expect(await desk.order(2)).toMatchObject({ state: 'packed', printState: 'scanned' });
    expect(await desk.labels(2)).toMatchObject([{ state: 'scanned', copyNo: 1 }]);
    expect(desk.sent).toHaveLength(4);
    expect(await conflicts()).toEqual([]);
  });

  it('wait for their parcels at a bench that was started since: nobody may stand at its printer', async () => {
    const { desk, server } = away;
    const ids = await waveWaits();
    server.cut();
    await away.startAway();
    await away.bench().check();
    await away.printed(0);
    expect((await away.scan(no(3))).says).toBe('opened');
    await away.printed(1);
    expect(desk.sent).toEqual([ids[2]]);
    server.mend();
    await away.bench().check();
    expect(await states()).toEqual(['waiting', 'waiting', 'accepted', 'waiting']);
    await desk.print(away.bench().devices);
    expect(desk.sent).toHaveLength(4);
    expect(new Set(desk.sent).size).toBe(4);
  });

  it('stay with their own bench: what waits at the printer of another one is not kept', async () => {
    const { desk, server, bench } = away;
    await desk.queue(printer, 1, 2);
    const [label] = await desk.labels(1);
    const theirs = { printerUri: 'at:b2/tcp://127.0.0.1:9100' };
    await desk.workspace.store.write((write) => write.printJobs.note(label?.id ?? '', theirs));
    bench().stale(['printJobs']);
    await bench().check();
    server.cut();
    await bench().check();
    await away.printed(1);
    expect((await away.scan(no(1))).stop?.kind).toBe('not-here');
    expect((await away.scan(no(2))).says).toBe('opened');
  });

  it('that somebody had printed elsewhere meanwhile are reported, with both papers', async () => {
    const { desk, server, bench } = away;
    const [first = ''] = await waveWaits();
    server.cut();
    await bench().check();
    await away.printed(4);
    server.mend();
    // As another bench does it, which has the label at its own printer.
    await desk.workspace.store.write(async (write) => {
      let seen = await write.printJobs.byId(first);
      for (const state of ['rendering', 'sending', 'accepted'] as const) {
        if (seen === undefined) throw new Error('no label');
        seen = await write.printJobs.move(seen, state, state === 'sending' ? { sentAt: 7 } : {});
      }
    });
    for (const commits of [1, 0]) {
      server.cut(commits);
      await bench().check();
      expect(bench().isAway).toBe(true);
    }
    await backAtTheBook();
    expect(await conflicts()).toEqual(['label-twice']);
    expect(await desk.labels(1)).toMatchObject([
      { copyNo: 1, sentAt: 7 },
      { copyNo: 2, state: 'accepted' },
    ]);
  });
});

it('a label that a bench was sending when it died asks at its next start, and is not printed again', async () => {
  const { desk, server, bench } = away;
  const { workspace } = desk;
  const [id = ''] = await waveWaits();
  server.cut();
  await away.startAway();
  await bench().check();
  await bench().during(workspace, async (at) => {
    // As the kill leaves it: its mark and the line in the journal are on disk.
    const label = await at.store.write(async (write) => {
      await write.jobs.insert(waitingJob(at, { kind: 'print', subjectId: id, lane: printer }));
      await write.jobs.claim(['print'], 1, at.clock.now());
      const waiting = await write.printJobs.byId(id);
      return waiting === undefined ? undefined : write.printJobs.move(waiting, 'sending', { sentAt: 1 });
    });
    const shipment = await at.store.read.shipments.byId(label?.shipmentId ?? '');
    if (shipment === undefined) throw new Error('no shipment');
    const { accountId, orderCode } = shipment;
    at.journal.begin({ call: 'print', accountId, orderCode, copyNo: 1 });
  });
  await away.startAway();
  await bench().check();
  expect(await stateHere(1)).toBe('unsure');
  expect((await away.scan(no(1))).stop?.kind).toBe('label-unsure');
  await away.printed(0);
  expect(desk.sent).toEqual([]);
});

describe('a label that the worker of the book has in hand when the server goes', () => {
  it('does not leave any more once the bench works on its own, and comes out there instead', async () => {
    const { desk, server, bench } = away;
    const ids = await waveWaits();
    const { workspace } = desk;
    const job = await claimFirst();
    // Its mark is committed; that answer, and the question behind it, hang in a network that swallows everything.
    let goOn = (): void => undefined;
    const hanging = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const lease = { ...workspace.lease, coversCall: true, mayCall: () => hanging.then(() => true) };
    const slow = Object.create(workspace, { lease: { value: lease } }) as typeof workspace;
    const working = printLabel(slow, job, { devices: bench().devices });
    while ((await states())[0] !== 'sending') await new Promise(setImmediate);
    server.cut();
    await bench().check();
    await away.printed(4);
    server.mend();
    goOn();
    expect((await working)?.kind).toBe('wait');
    expect(desk.sent).toEqual(ids);
    await backAtTheBook();
    expect(await states()).toEqual(wave.map(() => 'accepted'));
    expect(desk.sent).toEqual(ids);
  });

  it('is waited for where its bytes are leaving already', async () => {
    const { desk } = away;
    const { ids, working, looking, taken } = await firstIsLeaving();
    await new Promise(setImmediate);
    taken();
    await working;
    await looking;
    expect(await stateHere(1)).toBe('accepted');
    await away.printed(4);
    expect(desk.sent).toEqual(ids);
    await backAtTheBook();
    expect(await states()).toEqual(wave.map(() => 'accepted'));
  });

  it('asks whether it came out where its printer stands still, and is not printed again', async () => {
    const { desk } = away;
    const { ids, working, looking, taken } = await firstIsLeaving();
    for (let passed = 0; passed < 5; passed++) {
      await new Promise(setImmediate);
      await desk.workspace.clock.advance(1_000);
    }
    await looking;
    expect(await stateHere(1)).toBe('unsure');
    expect((await away.scan(no(1))).stop?.kind).toBe('label-unsure');
    await away.printed(4);
    taken();
    await working;
    expect(desk.sent).toEqual(ids);
    const { waybillNo } = await away.bench().during(desk.workspace, async ({ store }) => {
      const found = await store.read.orders.byId(sampleOrder(1).id);
      if (found === undefined) throw new Error('no such order');
      return found;
    });
    // The paper is there after all.
    expect((await away.scan(waybillNo)).says).toBe('opened');
    await backAtTheBook();
    expect(await desk.labels(1)).toMatchObject([{ state: 'scanned' }]);
    expect(desk.sent).toEqual(ids);
  });

  it('goes on where the server went with the answer to its mark: nothing of it had left', async () => {
    const { desk, server, bench } = away;
    const ids = await waveWaits();
    const job = await claimFirst();
    server.cut(1);
    const working = printLabel(desk.workspace, job, { devices: bench().devices });
    await expect(working).rejects.toThrow('SERVER_AWAY');
    expect(desk.sent).toEqual([]);
    await bench().check();
    await away.printed(4);
    expect(desk.sent).toEqual(ids);
    await backAtTheBook();
    expect(await states()).toEqual(wave.map(() => 'accepted'));
    expect(desk.sent).toEqual(ids);
  });

  it('is asked for by nobody before the book knows that it came out here', async () => {
    const { desk, bench } = away;
    await markedThereAndOutHere();
    const keeper = keepLease(desk.workspace, {
      inHand: () => new Set(),
      isHeld: () => bench().devices.isShut,
      wake: () => undefined,
      onBug: (error) => expect.unreachable(String(error)),
    });
    // Its first look is over then.
    await keeper.stop();
    expect((await states())[0]).toBe('sending');
    await backAtTheBook();
    expect(await states()).toEqual(wave.map(() => 'accepted'));
    expect(await conflicts()).toEqual([]);
  });

  it('that another bench has given up meanwhile asks nobody any more once this one says that it came out', async () => {
    const { desk } = away;
    await markedThereAndOutHere();
    // As the other bench does it, which cannot ask the printer of this one.
    await takeOverWork(desk.workspace, () => new Set());
    expect((await states())[0]).toBe('unsure');
    await backAtTheBook();
    expect(await states()).toEqual(wave.map(() => 'accepted'));
    expect(await conflicts()).toEqual([]);
  });
});

it('labels of a bench whose journal does not prove itself ask whether they came out', async () => {
  const { desk, server, bench } = away;
  await waveWaits();
  const folder = journalFolder(desk.workspace.folder);
  for (const name of readdirSync(folder)) appendFileSync(join(folder, name), 'written by hand');
  expect(desk.workspace.journal.refusal()?.code).toBe('JOURNAL_BROKEN');
  server.cut();
  await bench().check();
  for (const order of wave) expect(await stateHere(order)).toBe('unsure');
  await away.printed(0);
  expect(desk.sent).toEqual([]);
});
