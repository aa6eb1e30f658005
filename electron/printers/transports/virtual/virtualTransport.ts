import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import {
  type CallOutcome,
  didNotHappen,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import type { Clock } from '../../../platform/clock.ts';
import { systemCodeOf } from '../../../platform/expectedFailure.ts';
import { makeFolders, replaceOwnerOnlyFile } from '../../../platform/ownerOnlyFiles.ts';
import type { PrinterTransport, PrintReceipt, TransportJob } from '../../kit/printerTransport.ts';
import { type PrinterWay, placeAt } from '../../kit/printerWay.ts';

export const virtualWay: PrinterWay = {
  id: 'virtual',
  nameZh: '虚拟',
  nameEn: 'Virtual',
  address: 'virtual:',
  fields: [],
  example: 'virtual:FOLDER',
  plainName: 'virtual {last}',
  commonEnding: '',
  foundBy: 'nothing',
  stateFrom: 'device',
  keepsFiles: true,
  read(location, _options, { virtualFolder }) {
    const folder = location.replace(/^\/\/(?=\/)/, '');
    if (folder.includes('\0')) return 'folder';
    return placeAt(folder === '' ? virtualFolder : resolve(folder));
  },
  open: ({ clock }) => createVirtualTransport(clock),
};

const printed: PrintReceipt = { level: 'confirmed' };

function causeOf(error: unknown): string {
  return systemCodeOf(error) || 'unknown';
}

/** Job ids are ours and plain; anything else becomes a digest, so that no text reaches a file name. */
function fileStem(jobId: string): string {
  if (/^[A-Za-z0-9_-]{1,80}$/.test(jobId)) return jobId;
  return createHash('sha256').update(jobId).digest('hex').slice(0, 32);
}

/** Does the nearest folder that exists let us write? */
function isWritable(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined && dirname(folder) !== folder) return isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return found?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

function writeLabel(folder: string, journal: PrintJournal, job: TransportJob, printedAt: number): void {
  const stem = fileStem(job.jobId);
  const png = job.png === undefined ? '' : `${stem}.png`;
  if (job.png !== undefined) replaceOwnerOnlyFile(join(folder, png), job.png());
  replaceOwnerOnlyFile(join(folder, `${stem}.bin`), job.bytes);
  journal.append({
    jobId: job.jobId,
    printedAt,
    title: job.title,
    png,
    bin: `${stem}.bin`,
    byteCount: job.bytes.length,
    sha256: createHash('sha256').update(job.bytes).digest('hex'),
  });
}

/**
 * A printer made of files: picture, raw bytes and one journal line a label, the line last. A label exists
 * exactly when its line does, so a job cut off half-way is settled by `find` without a person. The same job
 * sent twice prints once.
 */
export function createVirtualTransport(clock: Clock): PrinterTransport {
  const journals = new Map<string, PrintJournal>();
  const journalOf = (folder: string): PrintJournal => {
    const known = journals.get(folder) ?? printJournal(join(folder, 'journal.jsonl'));
    journals.set(folder, known);
    return known;
  };
  const lookUp = (folder: string, jobId: string): CallOutcome<PrintReceipt> => {
    try {
      return journalOf(folder).has(jobId) ? happened(printed) : didNotHappen('PRINTER_JOB_NOT_PRINTED');
    } catch (error) {
      return unknownOutcome('PRINTER_RECORD_UNREADABLE', { cause: causeOf(error) });
    }
  };
  return {
    id: 'virtual',
    async send(target, job) {
      const before = lookUp(target.path, job.jobId);
      if (before.ok || before.certainty === 'unknown') return before;
      try {
        makeFolders(target.path);
        writeLabel(target.path, journalOf(target.path), job, clock.now());
        return happened(printed);
      } catch (error) {
        const after = lookUp(target.path, job.jobId);
        if (after.ok || after.certainty === 'unknown') return after;
        return didNotHappen('PRINTER_FOLDER_NOT_WRITABLE', { cause: causeOf(error) });
      }
    },
    find: async (target, jobId) => lookUp(target.path, jobId),
    probe: async (target) => (isWritable(target.path) ? 'ready' : 'error'),
  };
}

const journalEntry = z.object({
  jobId: z.string(),
  /** UTC ms. */
  printedAt: z.number(),
  title: z.string(),
  /** Empty when the job had no picture. */
  png: z.string(),
  bin: z.string(),
  byteCount: z.number(),
  sha256: z.string(),
});

type JournalEntry = z.infer<typeof journalEntry>;

/** One line a printed label; a line counts once its line feed is on the disk. */
interface PrintJournal {
  has(jobId: string): boolean;
  /** Returns when the line is on the disk. */
  append(entry: JournalEntry): void;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function readJobIds(path: string): Set<string> {
  const jobIds = new Set<string>();
  if (sizeOf(path) === 0) return jobIds;
  const lines = readFileSync(path, 'utf8').split('\n');
  // What follows the last line feed was cut off by a crash: that job was never recorded.
  lines.pop();
  for (const line of lines) {
    const entry = journalEntry.safeParse(parseLine(line));
    if (entry.success) jobIds.add(entry.data.jobId);
  }
  return jobIds;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Bytes up to and with the last line feed; reads backwards, a line is far shorter than one step. */
function wholeLinesLength(file: number): number {
  const step = Buffer.alloc(4_096);
  let end = fstatSync(file).size;
  while (end > 0) {
    const from = Math.max(0, end - step.length);
    const read = readSync(file, step, 0, end - from, from);
    const at = step.subarray(0, read).lastIndexOf(0x0a);
    if (at >= 0) return from + at + 1;
    end = from;
  }
  return 0;
}

function printJournal(path: string): PrintJournal {
  let jobIds = new Set<string>();
  let knownSize = 0;
  const refresh = (): void => {
    const size = sizeOf(path);
    if (size === knownSize) return;
    jobIds = readJobIds(path);
    knownSize = size;
  };
  return {
    has(jobId) {
      refresh();
      return jobIds.has(jobId);
    },
    append(entry) {
      const file = openSync(path, 'a+', 0o600);
      try {
        const wholeLength = wholeLinesLength(file);
        if (wholeLength < fstatSync(file).size) ftruncateSync(file, wholeLength);
        const line = Buffer.from(`${JSON.stringify(entry)}\n`);
        const written = writeSync(file, line);
        if (written !== line.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      refresh();
    },
  };
}
