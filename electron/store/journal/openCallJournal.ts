import {
  closeSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeOwnerOnlyFolder, syncFolder } from '../../platform/ownerOnlyFiles.ts';
import { type JournalEntry, readEntry, writeEntry } from './journalEntry.ts';

export type OutsideCall = Pick<
  JournalEntry,
  'call' | 'accountId' | 'orderCode' | 'copyNo' | 'parcelNo' | 'waybillNo' | 'carrier' | 'goodsOf'
>;
export type CallEnd = Required<Pick<JournalEntry, 'certainty'>> & Pick<JournalEntry, 'waybillNo'>;

/** Where a reader stands: everything up to `seq` is known, `segment` holds the next entry. */
export interface JournalMark {
  readonly seq: number;
  readonly segment: number;
}

interface JournalReading {
  readonly entries: readonly JournalEntry[];
  /** Lines nobody can read any more; a torn last line is none: its call had not left. */
  readonly damagedLines: number;
}

export interface CallJournal {
  /** Of the last entry. */
  mark(): JournalMark;
  /** On disk when it returns: only then may the call leave. */
  begin(call: OutsideCall): void;
  /** Not synced: should it be lost, the call counts as one that may have happened, and is asked for. */
  end(call: OutsideCall, end: CallEnd): void;
  /** What was written after a mark; all there is without one. */
  after(mark: JournalMark | null): JournalReading;
  close(): void;
}

/** A new file after this many bytes (about 25,000 entries), so that old ones can go whole. */
const segmentBytes = 4 * 1024 * 1024;

/**
 * The journal of outside calls: a few append-only files beside the database that a restored backup leaves alone.
 * One process writes it, the one that holds the workspace's lock. `now` gives UTC ms.
 */
export function openCallJournal(workspaceFolder: string, now: () => number): CallJournal {
  const folder = join(workspaceFolder, 'outside-calls');
  makeOwnerOnlyFolder(folder);
  removeOldSegments(folder, now());
  let segment = listSegments(folder).at(-1) ?? 1;
  let { file, bytes, lastSeq } = openSegment(folder, segment);
  let seq = Math.max(lastSeq, lastSeqBefore(folder, segment));

  const append = (entry: Omit<JournalEntry, 'seq' | 'at'>): void => {
    if (bytes >= segmentBytes) {
      closeSync(file);
      segment++;
      ({ file, bytes } = openSegment(folder, segment));
    }
    const line = writeEntry({ ...entry, seq: seq + 1, at: now() });
    writeSync(file, line);
    bytes += Buffer.byteLength(line);
    seq++;
  };

  return {
    mark: () => ({ seq, segment }),
    begin(call) {
      append({ ...call, step: 'begin' });
      fdatasyncSync(file);
    },
    end: (call, end) => append({ ...call, ...end, step: 'end' }),
    after(mark) {
      const read = listSegments(folder)
        .filter((no) => no >= (mark?.segment ?? 0))
        .map((no) => readSegment(folder, no));
      return {
        entries: read.flatMap(({ entries }) => entries).filter((entry) => entry.seq > (mark?.seq ?? 0)),
        damagedLines: read.reduce((sum, { damagedLines }) => sum + damagedLines, 0),
      };
    },
    close: () => closeSync(file),
  };
}

/** Opens a file for appending; a last line that a power cut tore is cut off. */
function openSegment(folder: string, segment: number): { file: number; bytes: number; lastSeq: number } {
  const file = openSync(join(folder, segmentName(segment)), 'a+', 0o600);
  syncFolder(folder);
  const { entries, wholeBytes } = readSegment(folder, segment);
  ftruncateSync(file, wholeBytes);
  return { file, bytes: wholeBytes, lastSeq: entries.at(-1)?.seq ?? 0 };
}

/** An empty newest file says nothing of the numbers already given. */
function lastSeqBefore(folder: string, segment: number): number {
  const earlier = listSegments(folder).filter((no) => no < segment);
  const last = earlier.at(-1);
  return last === undefined ? 0 : (readSegment(folder, last).entries.at(-1)?.seq ?? 0);
}

function readSegment(
  folder: string,
  segment: number,
): JournalReading & { readonly entries: JournalEntry[]; readonly wholeBytes: number } {
  const bytes = readFileSync(join(folder, segmentName(segment)));
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1);
  const entries = lines.map(readEntry).filter((entry) => entry !== null);
  return { entries, damagedLines: lines.length - entries.length, wholeBytes };
}

/** A backup older than this may be restored only with the platforms' own memory of order codes as guard. */
const keptMs = 90 * 24 * 60 * 60_000;

const segmentName = (no: number): string => `${String(no).padStart(6, '0')}.journal`;

/** Numbers of the files there are, ascending. */
function listSegments(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^\d{6}\.journal$/.test(name))
    .map((name) => Number(name.slice(0, 6)))
    .sort((left, right) => left - right);
}

/** Removes full files that nobody wrote to for 90 days; the newest always stays. */
function removeOldSegments(folder: string, now: number): void {
  for (const no of listSegments(folder).slice(0, -1)) {
    const path = join(folder, segmentName(no));
    if (now - statSync(path).mtimeMs > keptMs) rmSync(path);
  }
}
