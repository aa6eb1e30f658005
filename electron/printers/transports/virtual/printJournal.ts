import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { z } from 'zod';

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

export type JournalEntry = z.infer<typeof journalEntry>;

/** One line a printed label; a line counts once its line feed is on the disk. */
export interface PrintJournal {
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

export function printJournal(path: string): PrintJournal {
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
