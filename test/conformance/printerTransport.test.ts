import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import type {
  PrinterTarget,
  PrinterTransport,
  TransportJob,
} from '../../electron/printers/kit/printerTransport.ts';
import { printerLanguages } from '../../electron/printers/languages/index.ts';
import { parsePrinterUri } from '../../electron/printers/parsePrinterUri.ts';
import { renderJob } from '../../electron/printers/renderJob.ts';
import { createPrinterTransports } from '../../electron/printers/transports/index.ts';
import { createCupsSpooler } from '../../electron/printers/transports/spool/cupsSpooler.ts';
import { createSpoolTransport } from '../../electron/printers/transports/spool/spoolTransport.ts';
import { type CupsServer, startCups } from '../doubles/printers/cupsServer.ts';
import { startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { shippedFonts } from '../doubles/printers/labelFonts.ts';
import { startPipeDevice } from '../doubles/printers/pipeDevice.ts';
import { startSerialDevice } from '../doubles/printers/serialDevice.ts';
import { plainLabel } from '../doubles/printers/standardLabels.ts';

interface Rig {
  /** Of the computer's own where it needs a server of the test. */
  readonly transport?: PrinterTransport;
  readonly target: PrinterTarget;
  /** The labels that came out, as the bytes the device got. */
  readonly papers: (count: number, lengths: readonly number[]) => Promise<Uint8Array[]>;
}

const cleanUps: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function targetOf(uri: string): PrinterTarget {
  const target = parsePrinterUri(uri, { virtualFolder: '/nowhere' });
  if (!target.ok) throw new Error(target.code);
  return target.value;
}

/** One way to a device that works for each transport: a new transport needs a line here. */
const rigs: Readonly<Record<string, () => Promise<Rig>>> = {
  async virtual() {
    const folder = mkdtempSync(join(tmpdir(), 'virtual-'));
    cleanUps.push(() => rmSync(folder, { recursive: true }));
    const journal = join(folder, 'journal.jsonl');
    return {
      target: targetOf(`virtual:${folder}`),
      papers: async () =>
        existsSync(journal)
          ? readFileSync(journal, 'utf8')
              .split('\n')
              .filter((line) => line !== '')
              .map((line) => readFileSync(join(folder, JSON.parse(line).bin)))
          : [],
    };
  },
  async tcp() {
    const printer = await startFakePrinter({ banner: Uint8Array.of(0x00), isSlow: true });
    cleanUps.push(() => printer.close());
    return {
      target: targetOf(`tcp://127.0.0.1:${printer.port}`),
      papers: async () => {
        await printer.idle();
        return [...printer.papers];
      },
    };
  },
  async file() {
    const device = startPipeDevice();
    cleanUps.push(() => device.stop());
    return streamRig(`file://${device.path}`, device);
  },
  async serial() {
    const device = await startSerialDevice({});
    cleanUps.push(() => device.stop());
    return streamRig(`serial://${device.path}?baud=115200`, device);
  },
  async spool() {
    cups ??= await startCups();
    const printer = await startFakePrinter();
    cleanUps.push(() => printer.close());
    queueNo += 1;
    cups.addQueue(`q${queueNo}`, printer.port);
    const spooler = createCupsSpooler({ host: cups.host, port: cups.port });
    return {
      transport: createSpoolTransport(spooler),
      target: targetOf(`spool://q${queueNo}`),
      papers: async (count) => {
        while (printer.papers.length < count || (await spooler.state(`q${queueNo}`)) === 'busy')
          await new Promise((resolve) => setTimeout(resolve, 20));
        return [...printer.papers];
      },
    };
  },
};

let cups: CupsServer | null = null;
let queueNo = 0;
afterAll(() => cups?.stop());

/** A cable has no end of a label: what came is cut by the lengths that were sent. */
function streamRig(uri: string, device: { got(bytes: number): Promise<void>; taken(): Buffer }): Rig {
  return {
    target: targetOf(uri),
    papers: async (_count, lengths) => {
      await device.got(lengths.reduce((sum, length) => sum + length, 0));
      const all = device.taken();
      let at = 0;
      const papers = lengths.map((length) => {
        at += length;
        return all.subarray(at - length, at);
      });
      return at < all.length ? [...papers, all.subarray(at)] : papers;
    },
  };
}

const transports = createPrinterTransports(systemClock);

function jobOf(jobId: string, bytes?: Uint8Array): TransportJob {
  const job = renderJob(plainLabel, { language: 'tspl', dpi: 203, size: '76x130' }, shippedFonts());
  if (!job.ok) throw new Error(job.code);
  return { jobId, title: jobId, bytes: bytes ?? job.value.bytes, png: job.value.png };
}

describe.each(transports.map((transport) => ({ id: transport.id, own: transport })))(
  '$id',
  { timeout: 180_000 },
  ({ id, own }) => {
    const rig = async () => {
      const made = await (rigs[id] as () => Promise<Rig>)();
      return { ...made, transport: made.transport ?? own };
    };

    it('has a device to print on in the tests', () => {
      expect(rigs[id]).toBeTypeOf('function');
    });

    it('brings every byte of a label to the device, once', async () => {
      const { target, papers, transport } = await rig();
      const job = jobOf('job-1');
      expect(await transport.send(target, job)).toMatchObject({ ok: true, certainty: 'happened' });
      const out = await papers(1, [job.bytes.length]);
      expect(out.map((paper) => Buffer.compare(paper, job.bytes))).toEqual([0]);
    });

    it('keeps labels apart and in order when several are sent at once', async () => {
      const { target, papers, transport } = await rig();
      const jobs = [1, 2, 3, 4, 5].map((no) => jobOf(`job-${no}`, Buffer.alloc(20_000 + no, no)));
      const outcomes = await Promise.all(jobs.map((job) => transport.send(target, job)));
      expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
      const out = await papers(
        5,
        jobs.map((job) => job.bytes.length),
      );
      expect(out.map((paper) => paper[0])).toEqual([1, 2, 3, 4, 5]);
      expect(out.map((paper) => paper.length)).toEqual(jobs.map((job) => job.bytes.length));
    });

    it('never claims to know a job it was not given', async () => {
      const { target, transport } = await rig();
      const answer = await transport.find(target, 'never-sent');
      expect(answer.ok).toBe(false);
    });

    it('says happened for a printed job, or that it cannot tell', async () => {
      const { target, transport } = await rig();
      await transport.send(target, jobOf('job-1'));
      expect((await transport.find(target, 'job-1')).certainty).not.toBe('did-not-happen');
    });

    it('accepts its own addresses and tells a state when asked', async () => {
      const { target, transport } = await rig();
      expect(parsePrinterUri(target.uri, { virtualFolder: '' })).toMatchObject({ ok: true });
      expect(['ready', 'unknown']).toContain(await transport.probe(target));
    });
  },
);

describe('the lists', () => {
  it('hold languages and transports under different names', () => {
    const ids = [...printerLanguages.map(({ id }) => id), ...transports.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
