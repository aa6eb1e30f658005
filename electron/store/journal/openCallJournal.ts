import type { KeyObject } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import { makeOwnerOnlyFolder, replaceOwnerOnlyFile, syncFolder } from '../../platform/ownerOnlyFiles.ts';
import { renamePatiently } from '../../platform/patientFiles.ts';
import { listClearFiles, readClearJournal, removeClearFiles } from './clearJournal.ts';
import type { JournalEntry } from './journalEntry.ts';
import { type JournalFile, openJournalFile } from './journalFile.ts';
import { beginsAfter, type JournalMark, keptMs, proveJournal } from './proveJournal.ts';
import {
  listSegments,
  readSegmentEnds,
  type SegmentHead,
  sealEntry,
  sealHead,
  segmentName,
  tagOf,
} from './sealedSegment.ts';

export type { JournalMark } from './proveJournal.ts';

export type OutsideCall = Pick<
  JournalEntry,
  'call' | 'accountId' | 'orderCode' | 'copyNo' | 'parcelNo' | 'waybillNo' | 'carrier' | 'goodsOf'
>;
export type CallEnd = Required<Pick<JournalEntry, 'certainty'>> & Pick<JournalEntry, 'waybillNo'>;

export interface CallJournal {
  /** null: calls may be journaled and sent. `JOURNAL_BROKEN`: it fails its proof. `WORKSPACE_TAKEN`: it is not ours. */
  refusal(): Failure | null;
  /** The mark of the last entry that is certainly on disk. */
  mark(): JournalMark;
  /** On disk when it returns null: only then may the call be sent. */
  begin(call: OutsideCall): Failure | null;
  /** Not synced: if it is lost, the call counts as one that may have happened, and is asked about. */
  end(call: OutsideCall, end: CallEnd): void;
  /** Entries after a mark; all without one. None of a journal that fails its proof. */
  after(mark: JournalMark | null): readonly JournalEntry[];
  /** Reads and proves all of it. */
  isWhole(): boolean;
  /** How it began, which the database of this mark needs to know. */
  origin(mark: JournalMark | null): JournalOrigin;
  /** Sets all files aside, never deletes them, and starts over. Returns their new folder; null: there were none. */
  renew(name: string): string | null;
  close(): void;
}

export interface JournalOrigin {
  /** It was in clear text until now. */
  readonly isTakenOver: boolean;
  /** UTC ms; null: it reaches back to the mark. Otherwise what happened between the mark and this time is missing. */
  readonly missingUntil: number | null;
}

interface JournalDoor {
  readonly workspaceFolder: string;
  /** The key of the purpose `outside calls`. */
  readonly key: KeyObject;
  /** UTC ms. */
  readonly now: () => number;
  /** The mark in the database it is opened for. */
  readonly mark: JournalMark | null;
  /** A backup has just replaced the database: if there is no journal beside it, the journal is on another computer. */
  readonly isRestored: boolean;
  /** The mark in the database that a backup has just replaced: the journal must reach at least that far. */
  readonly previousMark?: JournalMark | null;
  /** Does this process still hold the workspace? */
  readonly isHeld: () => boolean;
}

export const journalFolderName = 'outside-calls';
export const journalFolder = (workspaceFolder: string): string => join(workspaceFolder, journalFolderName);

/**
 * The journal of outside calls: a few append-only files beside the database, which a restore does not touch. Every line is sealed and
 * chained; a journal that fails its proof is not believed, and stops the calls that would need it. Only the process that holds the
 * workspace writes it.
 */
export function openCallJournal(door: JournalDoor): CallJournal {
  const { key, now, mark, isHeld } = door;
  const folder = journalFolder(door.workspaceFolder);
  makeOwnerOnlyFolder(folder);
  const opened = openProven(folder, door);
  let file = opened?.file ?? null;
  let first = opened?.first;
  // Entries after the database's mark, read once until something is added.
  let unread = opened?.entries ?? null;
  let knownSeq = mark?.seq ?? 0;

  let isClosed = false;
  const refusal = (): Failure | null => {
    // Its handle may belong to another file by now.
    if (isClosed) throw new Error('the journal is closed');
    if (!isHeld()) return failure('WORKSPACE_TAKEN');
    return file === null || !file.isUntouched() ? failure('JOURNAL_BROKEN') : null;
  };
  const prove = (from: JournalMark | null) => {
    const proven = file === null ? 'no' : proveJournal(folder, key, from);
    return typeof proven === 'string' ? null : proven;
  };
  const append: JournalFile['append'] = (entry) => {
    unread = null;
    file?.append(entry);
  };
  return {
    refusal,
    mark: () => ({ ...(file?.synced() ?? mark ?? { seq: knownSeq, segment: 0 }), at: now() }),
    begin(call) {
      const refused = refusal();
      if (refused !== null || file === null) return refused;
      append({ ...call, step: 'begin' });
      file.sync();
      return null;
    },
    end(call, end) {
      if (refusal() === null) append({ ...call, ...end, step: 'end' });
    },
    after: (from) => (from?.seq === mark?.seq ? unread : null) ?? prove(from)?.entries ?? [],
    isWhole: () => prove(null) !== null,
    origin: (from) => ({
      isTakenOver: first?.start === 'taken-over' && from?.tag === undefined,
      missingUntil: first !== undefined && beginsAfter(first, from) ? first.at : null,
    }),
    renew(name) {
      file?.close();
      const no = Math.max(0, ...listSegments(folder)) + 1;
      const aside = setAside(door.workspaceFolder, folder, name);
      knownSeq = Math.max(knownSeq, file?.synced().seq ?? 0) + renewedStep;
      first = { segment: no, seq: knownSeq, previous: '', at: now(), start: 'renewed' };
      file = openJournalFile({ folder, key, now }, first);
      unread = null;
      return aside;
    },
    close() {
      file?.close();
      isClosed = true;
    },
  };
}

/** A gap larger than any journal: numbers of one that was set aside are never reused. */
const renewedStep = 1_000_000;

interface Opened {
  readonly file: JournalFile;
  readonly first: SegmentHead;
  readonly entries: readonly JournalEntry[];
}

/** null: it fails its proof. */
function openProven(folder: string, door: JournalDoor): Opened | null {
  const { key, now, mark, isRestored, previousMark = null } = door;
  const start = (head: Pick<SegmentHead, 'seq' | 'start'>): Opened => {
    const first = { ...head, segment: 1, previous: '', at: now() };
    return { file: openJournalFile({ folder, key, now }, first), first, entries: [] };
  };
  if (!clearFilesAreGone(folder, door)) return null;
  if (previousMark !== null && proveJournal(folder, key, previousMark) === 'no') return null;
  if (isRestored && listSegments(folder).length === 0)
    return start({ seq: (mark?.seq ?? 0) + renewedStep, start: 'renewed' });
  const proven = proveJournal(folder, key, mark);
  if (proven === 'no') return null;
  if (proven === 'empty') return start({ seq: 0, start: 'first' });
  const file = openJournalFile({ folder, key, now }, proven.last);
  if (proven.entries.length > 0 || mark?.tag === undefined) file.sync();
  else file.assumeSynced({ ...mark, segment: proven.last.head.segment });
  removeOldSegments(folder, door, file);
  return { ...proven, file };
}

/**
 * Takes over a journal in clear text, once, for a database that has no sealed one yet: sealed, but marked as unproven. A clear file beside
 * a sealed journal was taken over and not removed yet; later it is not our journal.
 */
function clearFilesAreGone(folder: string, { key, mark }: JournalDoor): boolean {
  if (listClearFiles(folder).length === 0) return true;
  if (mark?.tag !== undefined) return false;
  if (listSegments(folder).length === 0) {
    const entries = readClearJournal(folder);
    if (entries === null) return false;
    writeTakenOver(folder, key, entries);
    if (proveJournal(folder, key, null) === 'no') throw new Error('a journal just sealed does not open');
  }
  removeClearFiles(folder);
  return true;
}

function writeTakenOver(folder: string, key: KeyObject, entries: readonly JournalEntry[]): void {
  const seq = Math.max(0, (entries[0]?.seq ?? 1) - 1);
  const at = entries.at(-1)?.at ?? 0;
  const head = sealHead(key, { segment: 1, seq, previous: '', at, start: 'taken-over' });
  const lines = [head];
  // Renumbered one by one: two programs at once may have used a number twice.
  for (const [index, entry] of entries.entries())
    lines.push(sealEntry(key, { ...entry, seq: seq + index + 1 }, tagOf(lines.at(-1) ?? '')));
  replaceOwnerOnlyFile(join(folder, segmentName(1)), `${lines.join('\n')}\n`);
}

/** A file is removed when the next one began 90 days ago. The newest file then records that itself, whatever the clock says later. */
function removeOldSegments(folder: string, { key, now }: JournalDoor, file: JournalFile): void {
  const numbers = listSegments(folder);
  const isOld = (no: number) => {
    const next = numbers[numbers.indexOf(no) + 1];
    const head = next === undefined ? undefined : readSegmentEnds(folder, key, next)?.head;
    return head !== undefined && now() - head.at >= keptMs;
  };
  const old = numbers.filter(isOld);
  if (old.length === 0) return;
  file.roll();
  for (const no of old) rmSync(join(folder, segmentName(no)));
  syncFolder(folder);
}

function setAside(workspaceFolder: string, folder: string, name: string): string | null {
  if (listClearFiles(folder).length + listSegments(folder).length === 0) return null;
  const parent = join(workspaceFolder, 'set-aside');
  makeOwnerOnlyFolder(parent);
  let aside = join(parent, name);
  for (let no = 2; existsSync(aside); no++) aside = join(parent, `${name}-${no}`);
  renamePatiently(folder, aside);
  makeOwnerOnlyFolder(folder);
  syncFolder(workspaceFolder);
  return aside;
}
