import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCupsSpooler } from '../../electron/printers/transports/spool/cupsSpooler.ts';
import { readTspl } from '../doubles/languageReaders/readTspl.ts';
import { type CupsServer, startCups } from '../doubles/printers/cupsServer.ts';
import { type FakePrinter, startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import type { ProgramOptions } from '../doubles/program/shipdeskProgram.ts';
import { openShipBench, type ShipBench, wholePapers } from '../faults/shipBench.ts';
import { runOnWindows } from './windowsProgram.ts';

/** Signs that no western code page has: Windows hands names out as UTF-16. */
const queue = '标签机';
const uri = `spool://${encodeURIComponent(queue)}?lang=tspl`;

let cups: CupsServer;
let device: FakePrinter;
let bench: ShipBench;
beforeAll(async () => {
  cups = await startCups();
});
afterAll(() => cups?.stop());
beforeEach(async () => {
  device = await startFakePrinter();
  cups.addQueue(queue, device.port);
  const start = (words: readonly string[], options: ProgramOptions = {}) => {
    const environment = { CUPS_SERVER: `${cups.host}:${cups.port}`, ...options.environment };
    return runOnWindows(words, { ...options, environment });
  };
  bench = await openShipBench(2, 'virtual', 5, 1, start);
});
afterEach(async () => {
  await bench?.close();
  cups.run('cancel', '-a');
  await device?.close();
});

const json = async (...words: string[]) => {
  const { stdout, stderr } = await bench.run([...words, '--json']);
  expect(stdout, stderr).not.toBe('');
  return JSON.parse(stdout);
};
/** All orders of the bench booked, their labels to the queue of the system. */
const ship = (options?: ProgramOptions) =>
  bench.run(
    [
      'ship',
      `${bench.folder}/orders.csv`,
      '--account',
      'kdn',
      '--sender',
      `${bench.folder}/sender.json`,
      '--printer',
      uri,
      '--json',
    ],
    options,
  );
const printJobs = async () => (await bench.store()).printJobs;
/** Has the print service a job under this name? Asked without the program's own spooler. */
const isQueued = async (jobName: string) =>
  (await createCupsSpooler({ host: cups.host, port: cups.port }).find(queue, jobName)).certainty ===
  'happened';

describe.skipIf(!existsSync('/usr/sbin/cupsd'))('labels through the spooler of Windows', () => {
  it('finds the printer by its name, and its labels come out whole', async () => {
    const { printers } = await json('printer', 'find');
    expect(printers.map(({ name }: { name: string }) => name)).toContain(queue);
    const run = await ship();
    expect(run.exitCode, run.stderr + run.stdout).toBe(0);
    expect(await wholePapers(device)).toHaveLength(2);
    for (const paper of device.papers) expect(readTspl(paper).words.at(-1)).toBe('PRINT');
    expect((await printJobs()).map(({ state }) => state)).toEqual(['accepted', 'accepted']);
  });

  it('a paused queue keeps the labels, each under the name of its job', async () => {
    cups.run('cupsdisable', queue);
    expect((await ship()).exitCode).toBe(0);
    for (const { id } of await printJobs()) expect(await isQueued(id)).toBe(true);
    expect(await isQueued('another')).toBe(false);
    expect(device.papers).toHaveLength(0);
    cups.run('cupsenable', queue);
    await expect.poll(() => device.papers.length, { timeout: 20_000 }).toBe(2);
  });

  it('a job cancelled in the queue is never printed again by itself', async () => {
    cups.run('cupsdisable', queue);
    const killed = await ship({
      build: 'cli-faults',
      environment: { SHIPDESK_FAULT_POINT: 'print.after-send:1', CUPS_SERVER: `${cups.host}:${cups.port}` },
    });
    expect(killed.stdout, killed.stderr).toBe('');
    const sent = (await printJobs()).find(({ state }) => state === 'sending')?.id ?? 'none';
    expect(await isQueued(sent)).toBe(true);
    cups.run('cancel', '-a');
    cups.run('cupsenable', queue);
    const again = await ship();
    expect(again.exitCode, again.stdout).toBe(3);
    expect((await printJobs()).map(({ state }) => state).sort()).toEqual(['accepted', 'unsure']);
    expect(await wholePapers(device)).toHaveLength(1);
  });

  it('a printer that was removed is told by name, and nothing counts as printed', async () => {
    cups.run('lpadmin', '-x', queue);
    const run = await ship();
    expect(run.exitCode, run.stdout).toBe(3);
    expect(JSON.parse(run.stdout).attention).toMatchObject([
      { code: 'PRINTER_QUEUE_UNKNOWN' },
      { code: 'PRINTER_QUEUE_UNKNOWN' },
    ]);
    expect((await printJobs()).map(({ state }) => state)).not.toContain('accepted');
    expect(await json('printer', 'find')).toMatchObject({ printers: [] });
  });

  it('a print service that is off refuses, and the labels come out once it is back', async () => {
    await cups.halt();
    const run = await ship();
    expect(run.exitCode, run.stdout).toBe(3);
    const codes = JSON.parse(run.stdout).attention.map(({ code }: { code: string }) => code);
    // Wine forgets the printers of a print service that is off.
    for (const code of codes) expect(['PRINTER_SPOOLER_REFUSED', 'PRINTER_QUEUE_UNKNOWN']).toContain(code);
    expect((await printJobs()).map(({ state }) => state)).not.toContain('accepted');
    await cups.restart();
    expect((await ship()).exitCode).toBe(0);
    expect(await wholePapers(device)).toHaveLength(2);
  });
});
