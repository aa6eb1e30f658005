import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import { createPrinterTransports, printerLanguages } from '../../electron/printers/index.ts';
import type { PrinterTarget, TransportJob } from '../../electron/printers/kit/printerTransport.ts';
import { parsePrinterUri } from '../../electron/printers/parsePrinterUri.ts';
import { renderJob } from '../../electron/printers/renderJob.ts';
import { startFakePrinter } from '../doubles/fakePrinter.ts';
import { shippedFonts } from '../doubles/labelFonts.ts';
import { plainLabel } from '../doubles/standardLabels.ts';

interface Rig {
  readonly target: PrinterTarget;
  /** The labels that came out, as the bytes the device got. */
  readonly papers: () => Uint8Array[];
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
      papers: () =>
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
    return { target: targetOf(`tcp://127.0.0.1:${printer.port}`), papers: () => [...printer.papers] };
  },
};

const transports = createPrinterTransports(systemClock);

function jobOf(jobId: string, bytes?: Uint8Array): TransportJob {
  const job = renderJob(plainLabel, { language: 'tspl', dpi: 203, size: '76x130' }, shippedFonts());
  if (!job.ok) throw new Error(job.code);
  return { jobId, title: jobId, bytes: bytes ?? job.value.bytes, png: job.value.png };
}

describe.each(transports.map((transport) => ({ id: transport.id, transport })))(
  '$id',
  ({ id, transport }) => {
    const rig = rigs[id] as () => Promise<Rig>;

    it('has a device to print on in the tests', () => {
      expect(rig).toBeTypeOf('function');
    });

    it('brings every byte of a label to the device, once', async () => {
      const { target, papers } = await rig();
      const job = jobOf('job-1');
      expect(await transport.send(target, job)).toMatchObject({ ok: true, certainty: 'happened' });
      expect(papers().map((paper) => Buffer.compare(paper, job.bytes))).toEqual([0]);
    });

    it('keeps labels apart and in order when several are sent at once', async () => {
      const { target, papers } = await rig();
      const jobs = [1, 2, 3, 4, 5].map((no) => jobOf(`job-${no}`, Buffer.alloc(20_000 + no, no)));
      const outcomes = await Promise.all(jobs.map((job) => transport.send(target, job)));
      expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
      expect(papers().map((paper) => paper[0])).toEqual([1, 2, 3, 4, 5]);
      expect(papers().map((paper) => paper.length)).toEqual(jobs.map((job) => job.bytes.length));
    });

    it('never claims to know a job it was not given', async () => {
      const { target } = await rig();
      const answer = await transport.find(target, 'never-sent');
      expect(answer.ok).toBe(false);
    });

    it('says happened for a printed job, or that it cannot tell', async () => {
      const { target } = await rig();
      await transport.send(target, jobOf('job-1'));
      expect((await transport.find(target, 'job-1')).certainty).not.toBe('did-not-happen');
    });

    it('accepts its own addresses and tells a state when asked', async () => {
      const { target } = await rig();
      expect(transport.parse(target)).toMatchObject({ ok: true });
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
