import type { KeyObject } from 'node:crypto';
import {
  type BigIntStats,
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../platform/ownerOnlyFiles.ts';
import { writeWhole } from '../../platform/writeWhole.ts';
import type { JournalEntry } from './journalEntry.ts';
import type { JournalMark } from './proveJournal.ts';
import {
  type ReadSegment,
  type SegmentHead,
  sealEntry,
  sealHead,
  segmentName,
  tagOf,
} from './sealedSegment.ts';

/** The newest file of the journal, opened by its one writer. */
export interface JournalFile {
  /** Is it unchanged by others: not written to, replaced or removed? */
  isUntouched(): boolean;
  append(entry: Omit<JournalEntry, 'seq' | 'at'>): void;
  /** Everything appended is on disk when it returns. */
  sync(): void;
  /** The last entry that is certainly on disk. */
  synced(): JournalMark;
  /** The database records this entry as synced. */
  assumeSynced(mark: JournalMark): void;
  /** Continues in a new file. */
  roll(): void;
  close(): void;
}

interface JournalPlace {
  readonly folder: string;
  readonly key: KeyObject;
  readonly now: () => number;
}

/** Starts a new file after this many bytes (some 3,000 entries): each start reads the newest, and old ones are removed whole. */
const segmentBytes = 1024 * 1024;

/** Opens a file that was read, without what a power cut tore, or creates one from a head. */
export function openJournalFile(place: JournalPlace, start: ReadSegment | SegmentHead): JournalFile {
  const { folder, key, now } = place;
  let { file, own, path, segment, bytes, seq, tag } =
    'lines' in start ? reopen(folder, start) : create(place, start);
  let synced: JournalMark = { seq, segment, tag };

  const write = (line: string): void => {
    try {
      writeWhole(file, line);
    } catch (error) {
      // Half a line would look like tampering.
      ftruncateSync(file, bytes);
      throw error;
    }
    bytes += line.length;
  };
  const roll = (): void => {
    fdatasyncSync(file);
    const previous = file;
    const head = { segment: segment + 1, seq, previous: tag, at: now(), start: 'continued' } as const;
    // The previous file is closed once the next exists: on a full disk it does not, and the next entry tries again.
    ({ file, own, path, segment, bytes, seq, tag } = create(place, head));
    closeSync(previous);
    synced = { seq, segment, tag };
  };
  return {
    isUntouched() {
      const there = statSync(path, { bigint: true, throwIfNoEntry: false });
      return there?.ino === own.ino && there.dev === own.dev && there.size === BigInt(bytes);
    },
    append(entry) {
      if (bytes >= segmentBytes) roll();
      const line = sealEntry(key, { ...entry, seq: seq + 1, at: now() }, tag);
      write(`${line}\n`);
      seq++;
      tag = tagOf(line);
    },
    sync() {
      fdatasyncSync(file);
      synced = { seq, segment, tag };
    },
    synced: () => synced,
    assumeSynced(mark) {
      synced = mark;
    },
    roll,
    close: () => closeSync(file),
  };
}

interface OpenFile {
  file: number;
  /** The file's identity while it is open. */
  own: Pick<BigIntStats, 'ino' | 'dev'>;
  path: string;
  segment: number;
  bytes: number;
  seq: number;
  tag: string;
}

function reopen(folder: string, { head, seq, tag, wholeBytes }: ReadSegment): OpenFile {
  const path = join(folder, segmentName(head.segment));
  const file = openSync(path, 'a+', 0o600);
  ftruncateSync(file, wholeBytes);
  return {
    file,
    own: fstatSync(file, { bigint: true }),
    path,
    segment: head.segment,
    bytes: wholeBytes,
    seq,
    tag,
  };
}

/** Its head is on disk when it returns; a file whose head was never completed is overwritten. */
function create({ folder, key }: JournalPlace, head: SegmentHead): OpenFile {
  const path = join(folder, segmentName(head.segment));
  const line = sealHead(key, head);
  const made = openSync(path, 'w', 0o600);
  try {
    writeWhole(made, `${line}\n`);
    fsyncSync(made);
  } finally {
    closeSync(made);
  }
  syncFolder(folder);
  const file = openSync(path, 'a+', 0o600);
  const own = fstatSync(file, { bigint: true });
  return { file, own, path, segment: head.segment, bytes: line.length + 1, seq: head.seq, tag: tagOf(line) };
}
