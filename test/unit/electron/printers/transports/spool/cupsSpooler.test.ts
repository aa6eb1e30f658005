import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { renderJob } from '../../../../../../electron/printers/renderJob.ts';
import {
  createCupsSpooler,
  readLpAnswer,
} from '../../../../../../electron/printers/transports/spool/cupsSpooler.ts';
import type { OsSpooler } from '../../../../../../electron/printers/transports/spool/osSpooler.ts';
import { type CupsServer, startCups } from '../../../../../doubles/printers/cupsServer.ts';
import { decodePng } from '../../../../../doubles/printers/decodePng.ts';
import { type FakePrinter, startFakePrinter } from '../../../../../doubles/printers/fakePrinter.ts';
import { shippedFonts } from '../../../../../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../../../../../doubles/printers/scanBarcodes.ts';
import { plainLabel } from '../../../../../doubles/printers/standardLabels.ts';
import { seededChance } from '../../../../../doubles/seededChance.ts';

let cups: CupsServer;
let spooler: OsSpooler;
let device: FakePrinter | null = null;

beforeAll(async () => {
  cups = await startCups();
  spooler = createCupsSpooler({ host: cups.host, port: cups.port });
});
afterAll(() => cups?.stop());
afterEach(async () => {
  await device?.close();
  device = null;
});

const chance = seededChance(80);
/** Every byte value, and words a filter would act on. */
const label = Buffer.from(Array.from({ length: 80_000 }, () => Math.floor(chance() * 256)));

/** CUPS starts programs for each job, which takes a busy machine long: only the time of the test ends the wait. */
async function until<T>(read: () => Promise<T> | T, isWanted: (value: T) => boolean): Promise<T> {
  let value = await read();
  for (const givenUpAt = performance.now() + 50_000; !isWanted(value); value = await read()) {
    if (performance.now() > givenUpAt) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return value;
}

async function queueOnDevice(name: string): Promise<FakePrinter> {
  device = await startFakePrinter();
  cups.addQueue(name, device.port);
  return device;
}

/** A driver that gives its device PDF, so that what came out can be looked at. */
const driver = '/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd';
const viewer = '/usr/bin/pdftoppm';
const hasDriver = existsSync(driver) && existsSync(viewer);

describe.runIf(hasDriver)('a queue with a driver of a real CUPS', { timeout: 180_000 }, () => {
  it('prints a label as PDF on an A4 page, unscaled, so that a scanner reads it', async () => {
    device = await startFakePrinter();
    cups.addDriverQueue('laser', device.port, driver);
    const target = { language: 'pdf', dpi: 300, size: '76x130', encoding: 'a4' } as const;
    const drawn = renderJob(plainLabel, target, shippedFonts());
    if (!drawn.ok) throw new Error(drawn.code);
    const sent = await spooler.submit('laser', 'job-1', drawn.value.bytes, 'pdf');
    expect(sent).toMatchObject({ ok: true, value: { level: 'accepted' } });
    const { papers } = device;
    await until(
      () => papers.length,
      (count) => count === 1,
    );
    const folder = mkdtempSync(join(tmpdir(), 'driver-'));
    try {
      writeFileSync(join(folder, 'out.pdf'), papers[0] ?? '');
      execFileSync(viewer, ['-png', '-r', '300', join(folder, 'out.pdf'), join(folder, 'page')]);
      const png = readFileSync(join(folder, 'page-1.png'));
      expect([decodePng(png).width, decodePng(png).height]).toEqual([2480, 3509]);
      expect(scanBarcodes(png)).toContain(`CODE-128:${plainLabel.waybillNo}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a raw queue of a real CUPS', { timeout: 180_000 }, () => {
  it('brings 80,000 bytes to the device unchanged, once, and knows the job by our name', async () => {
    const printer = await queueOnDevice('whole');
    const sent = await spooler.submit('whole', 'job-1', label);
    expect(sent).toMatchObject({
      ok: true,
      value: { level: 'accepted', deviceJob: expect.stringMatching(/^\d+$/) },
    });
    await until(
      () => printer.papers.length,
      (papers) => papers === 1,
    );
    expect(Buffer.compare(printer.papers[0] as Uint8Array, label)).toBe(0);
    await until(
      () => spooler.state('whole'),
      (state) => state === 'ready',
    );
    expect(await spooler.find('whole', 'job-1')).toEqual(sent);
    expect(printer.papers).toHaveLength(1);
  });

  it('says what is certain of a job taken out of a paused queue: nothing was printed', async () => {
    const printer = await queueOnDevice('paused');
    cups.run('cupsdisable', 'paused');
    const sent = await spooler.submit('paused', 'job-2', label);
    expect(sent.ok).toBe(true);
    expect(await spooler.state('paused')).toBe('error');
    expect(await spooler.find('paused', 'job-2')).toMatchObject({ ok: true, value: { level: 'accepted' } });
    cups.run('cancel', `paused-${sent.ok ? sent.value.deviceJob : ''}`);
    expect(await spooler.find('paused', 'job-2')).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_JOB_DELETED',
    });
    cups.run('cupsenable', 'paused');
    await until(
      () => spooler.state('paused'),
      (state) => state === 'ready',
    );
    expect(printer.papers).toEqual([]);
  });

  it('does not know what became of a job cancelled while the device was taking it', async () => {
    device = await startFakePrinter({ stallsAfterBytes: 1 });
    cups.addQueue('cut', device.port);
    const sent = await spooler.submit('cut', 'job-3', Buffer.alloc(8_000_000, 7));
    await until(
      () => spooler.state('cut'),
      (state) => state === 'busy',
    );
    await until(
      () => device?.connections ?? 0,
      (connections) => connections > 0,
    );
    cups.run('cancel', `cut-${sent.ok ? sent.value.deviceJob : ''}`);
    const fate = await until(
      () => spooler.find('cut', 'job-3'),
      (answer) => !answer.ok,
    );
    expect(fate).toMatchObject({ certainty: 'unknown', code: 'PRINTER_JOB_CUT_OFF' });
  });

  it('takes nothing for a queue it does not have, nor for one that accepts no jobs', async () => {
    expect(await spooler.submit('nowhere', 'job-4', label)).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_QUEUE_UNKNOWN',
    });
    expect(await spooler.state('nowhere')).toBe('error');
    await queueOnDevice('closed');
    cups.run('cupsreject', 'closed');
    expect(await spooler.submit('closed', 'job-5', label)).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_SPOOLER_REFUSED',
    });
    expect(await spooler.state('closed')).toBe('error');
  });

  it('lists the queues this computer has, ready to be used as an address', async () => {
    await queueOnDevice('listed');
    const found = await spooler.list();
    expect(found.ok && found.value.map(({ uri, kind }) => [uri, kind])).toContainEqual([
      'spool://listed',
      'spooler',
    ]);
  });

  it('knows nothing of a job it was never given', async () => {
    await queueOnDevice('fresh');
    expect(await spooler.find('fresh', 'job-9')).toMatchObject({ certainty: 'unknown' });
  });
});

describe('what lp says', () => {
  const run = { exitCode: 0, isMissing: false, stdout: '', stderr: '' };

  it('never lets a queue name become an option or another word', () => {
    for (const name of ['-o', '--help', 'a b', 'a/b', 'a\nb', "a'b", 'a#b', '', 'x'.repeat(128)])
      expect([name, spooler.isQueueName(name)]).toEqual([name, false]);
    expect(spooler.isQueueName('Gprinter_GP-1324D')).toBe(true);
  });

  it('takes silence for not knowing, and a missing program for a way that is not there', () => {
    expect(readLpAnswer(run, 'q')).toMatchObject({ certainty: 'unknown' });
    expect(readLpAnswer({ ...run, exitCode: 1, stderr: 'lp: Broken pipe' }, 'q')).toMatchObject({
      certainty: 'unknown',
    });
    expect(readLpAnswer({ ...run, exitCode: null, isMissing: true }, 'q')).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_TRANSPORT_UNAVAILABLE',
    });
  });

  it('says offline when no print service runs', async () => {
    const nobody = createCupsSpooler({ host: '127.0.0.1', port: 1 });
    expect(await nobody.state('q')).toBe('offline');
    expect(await nobody.list()).toMatchObject({ ok: false, code: 'PRINTER_TRANSPORT_UNAVAILABLE' });
    expect(await nobody.submit('q', 'job', label)).toMatchObject({ certainty: 'did-not-happen' });
  });
});
