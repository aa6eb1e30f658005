import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCupsSpooler } from '../../electron/printers/transports/spool/cupsSpooler.ts';
import { createSpoolTransport } from '../../electron/printers/transports/spool/spoolTransport.ts';
import { probePrinter, reportPrinter } from '../../electron/usecases/printing/printers/printerState.ts';
import { addPrinter } from '../../electron/usecases/printing/printers/printers.ts';
import { queuePrints } from '../../electron/usecases/printing/queue.ts';
import { followSpooledJobs } from '../../electron/usecases/printing/readyToPrint.ts';
import { type CupsServer, startCups } from '../doubles/printers/cupsServer.ts';
import {
  type FakePrinter,
  type FakePrinterHabits,
  startFakePrinter,
} from '../doubles/printers/fakePrinter.ts';
import { matrixBenches } from './printMatrix/matrixBench.ts';
import type { MatrixDevice, MatrixWay } from './printMatrix/matrixWay.ts';
import { labelLanguages } from './printMatrix/matrixWay.ts';

const hasCups = existsSync('/usr/sbin/cupsd');

let cups: CupsServer;
let device: FakePrinter | null = null;
let queues = 0;
let queue = '';

/** A raw queue of a real CUPS onto a printer on the loopback; each opening is a queue of its own. */
const cupsWay: MatrixWay = {
  id: 'spool, CUPS',
  answers: false,
  tears: true,
  async open(language): Promise<MatrixDevice> {
    queues += 1;
    queue = `queue${queues}`;
    return {
      transport: createSpoolTransport(createCupsSpooler({ host: cups.host, port: cups.port })),
      uri: `spool://${queue}?lang=${language}&size=60x40`,
      plug: async () => {},
      taken: async () => Buffer.concat([...(device?.papers ?? []), ...(device?.torn ?? [])]),
      close: async () => {},
    };
  },
};
const benches = matrixBenches(cupsWay);

async function open(language: string, habits: FakePrinterHabits | null, count = 1) {
  if (habits !== null) device = await startFakePrinter(habits);
  const bench = await benches.open(language, null, count);
  if (device !== null) cups.addQueue(queue, device.port);
  await addPrinter(bench.workspace, { uri: bench.device.uri, name: queue });
  return bench;
}

const waitFor = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000, interval: 50 });
const papersAre = (count: number) =>
  waitFor(() => expect((device?.papers.length ?? 0) + (device?.torn.length ?? 0)).toBe(count));

/** The queue has sent what it had: what comes now comes late or never. */
async function untilIdle(): Promise<void> {
  await waitFor(() => expect(cups.run('lpstat', '-o', queue)).toBe(''));
  await device?.idle();
}

/** What the queue takes from now on waits there until somebody lets it go. */
const holdJobs = () => cups.run('lpadmin', '-p', queue, '-o', 'job-hold-until-default=indefinite');

describe.skipIf(!hasCups)('the print matrix, spool (SKIPPED where /usr/sbin/cupsd is not installed)', () => {
  beforeAll(async () => {
    cups = await startCups();
  });
  afterAll(async () => {
    benches.record();
    await cups?.stop();
  });
  afterEach(async () => {
    await benches.closeAll();
    await device?.close();
    device = null;
  });

  describe.each(labelLanguages)('%s', { timeout: 180_000 }, (language) => {
    it('1 no such queue, one that takes no jobs, no print service: nothing left, then it comes out once', async () => {
      const bench = await open(language, null);
      await bench.printDue();
      expect(await bench.jobs()).toMatchObject([{ state: 'failed', errorCode: 'PRINTER_QUEUE_UNKNOWN' }]);
      device = await startFakePrinter();
      cups.addQueue(queue, device.port);
      cups.run('cupsreject', queue);
      await queuePrints(bench.workspace, bench.orderIds, bench.device.uri);
      await bench.printDue();
      expect(await bench.jobs()).toMatchObject([{ state: 'failed', errorCode: 'PRINTER_SPOOLER_REFUSED' }]);
      cups.run('cupsaccept', queue);
      await cups.halt();
      await queuePrints(bench.workspace, bench.orderIds, bench.device.uri);
      await bench.printDue();
      expect(await bench.states()).toEqual(['failed']);
      expect(bench.sends.maybe.size).toBe(0);
      await cups.restart();
      await queuePrints(bench.workspace, bench.orderIds, bench.device.uri);
      await bench.printDue();
      await papersAre(1);
      benches.count('1 refused', await bench.papers(), bench.sends);
    });

    it('2 a queue that somebody stopped gets no label; once it goes on, each comes out once', async () => {
      const bench = await open(language, {});
      cups.run('cupsdisable', queue);
      await bench.printDue();
      expect(await bench.jobs()).toMatchObject([{ state: 'waiting', errorCode: 'PRINTER_NOT_READY' }]);
      expect(cups.run('lpstat', '-o', queue)).toBe('');
      cups.run('cupsenable', queue);
      await bench.letItBe();
      await papersAre(1);
      benches.count('2 stopped queue', await bench.papers(), bench.sends);
    });

    it('7 stuck in a paused queue over a restart of the spooler: it prints by itself, once, and we add none', async () => {
      const bench = await open(language, {});
      holdJobs();
      await bench.letItBe();
      expect(await bench.states()).toEqual(['accepted']);
      cups.run('cupsdisable', queue);
      cups.run('lp', '-i', cups.run('lpstat', '-o', queue).split(' ')[0] ?? '', '-H', 'resume');
      expect((await probePrinter(bench.workspace, bench.device.uri)).state).toBe('error');
      await cups.restart();
      await bench.letItBe();
      expect(await bench.papers()).toBe(0);
      cups.run('cupsenable', queue);
      await papersAre(1);
      await untilIdle();
      benches.count('7 stuck and restarted', await bench.papers(), bench.sends);
      expect(await bench.papers()).toBe(1);
    });

    it('7 deleted by somebody in the queue: it asks, and nothing comes out', async () => {
      const bench = await open(language, {});
      holdJobs();
      await bench.printDue();
      cups.run('cancel', '-a', queue);
      await waitFor(async () => expect(await followSpooledJobs(bench.workspace)).toBe(1));
      expect(await bench.jobs()).toMatchObject([{ state: 'unsure', errorCode: 'PRINTER_JOB_DELETED' }]);
      await bench.letItBe();
      await untilIdle();
      benches.count('7 deleted', await bench.papers(), bench.sends);
      expect(await bench.papers()).toBe(0);
    });

    it('3 the device breaks off: the queue stops and says so, and we send nothing again', async () => {
      const bench = await open(language, { resetsAfterBytes: 1_000 });
      await bench.letItBe();
      // A small label may be in the system's hands whole before the line breaks.
      await waitFor(async () =>
        expect(['error', 'offline', 'ready', 'busy']).toContain(
          (await probePrinter(bench.workspace, bench.device.uri)).state,
        ),
      );
      await bench.letItBe();
      const sent = cups.run('lpstat', '-W', 'all', '-o', queue).trim().split('\n');
      benches.count('3 breaks off', sent.length, bench.sends);
    });

    it.each([
      ['talks unasked', { chatter: Uint8Array.of(0x11, 0x13, 0x04), banner: Uint8Array.of(0) }],
      ['never closes', { neverCloses: true }],
      ['is slow', { isSlow: true }],
    ] as const)('4 and 10 a device that %s gets each label once', async (name, habits) => {
      const bench = await open(language, habits, 2);
      await bench.letItBe();
      await papersAre(2);
      benches.count(`4 ${name}`, (await bench.papers()) / 2, bench.sends);
    });

    it('13 and 14 asked for twice, and damaged in the store: no second paper, and none', async () => {
      const bench = await open(language, {});
      await bench.printDue();
      await papersAre(1);
      const again = await queuePrints(bench.workspace, bench.orderIds, bench.device.uri);
      expect(again).toMatchObject({ value: { queued: 0 } });
      await bench.letItBe();
      benches.count('13 asked twice', await bench.papers(), bench.sends);
      const damaged = await benches.open(language, null);
      await damaged.damageDocument();
      await damaged.letItBe();
      expect(damaged.sends.maybe.size).toBe(0);
      benches.count('14 damaged', 0, damaged.sends);
    });

    it('is not called ready while its last label asks, nor on the word of a spooler that is gone', async () => {
      const bench = await open(language, {});
      holdJobs();
      await bench.printDue();
      cups.run('cancel', '-a', queue);
      await waitFor(async () => expect(await followSpooledJobs(bench.workspace)).toBe(1));
      const { uri } = bench.device;
      await waitFor(async () => expect((await probePrinter(bench.workspace, uri)).state).toBe('ready'));
      const report = async () =>
        reportPrinter(bench.workspace, uri, await probePrinter(bench.workspace, uri));
      expect(await report()).toMatchObject({ state: 'unknown', why: 'disagrees' });
      await cups.halt();
      expect(await report()).toMatchObject({ state: 'offline' });
      await cups.restart();
      benches.count('5 honest state', await bench.papers(), bench.sends);
    });
  });
});
