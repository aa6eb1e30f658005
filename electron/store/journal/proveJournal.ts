import type { KeyObject } from 'node:crypto';
import type { JournalEntry } from './journalEntry.ts';
import {
  glimpseSegment,
  listSegments,
  type ReadSegment,
  readSegment,
  type SegmentHead,
  unborn,
} from './sealedSegment.ts';

/**
 * Where the journal stood when a database was written: everything up to `seq` is known there. Of what was synced only: no
 * power cut can take it away, so that a journal that ends before it was cut.
 */
export interface JournalMark {
  readonly seq: number;
  readonly segment: number;
  /** End of the line that `seq` is; absent: of a journal in clear text. */
  readonly tag?: string | undefined;
  /** UTC ms; absent: of a journal in clear text. */
  readonly at?: number | undefined;
}

/** What a journal that proves itself holds from a mark on. */
export interface ProvenJournal {
  /** What was begun and learned since the mark. */
  readonly entries: readonly JournalEntry[];
  /** Where the journal begins. */
  readonly first: SegmentHead;
  readonly last: ReadSegment;
}

/** How long a full file is kept: an older backup may be restored only with the platforms' own memory as guard. */
export const keptMs = 90 * 24 * 60 * 60_000;

interface Glimpse {
  readonly head: SegmentHead;
  readonly tag: string;
}

/** `no`: what this file says cannot be proved, something was cut, or it is not the journal this database knows. */
export function proveJournal(
  folder: string,
  key: KeyObject,
  mark: JournalMark | null,
): ProvenJournal | 'empty' | 'no' {
  const numbers = listSegments(folder);
  const read = numbers.length === 0 ? [] : readFrom(folder, key, numbers, mark);
  if (read === null) return 'no';
  const [first] = read;
  const last = read.at(-1);
  if (first === undefined || last === undefined) return mark === null ? 'empty' : 'no';
  if (!('lines' in last) || !isChain(read) || !mayBegin(first.head, last.head)) return 'no';
  if (mark !== null && !isOf(mark, read, last)) return 'no';
  const entries = read
    .flatMap((segment) => ('lines' in segment ? segment.lines : []))
    .map(({ entry }) => entry)
    .filter(({ seq }) => seq > (mark?.seq ?? 0));
  return { entries, first: first.head, last };
}

/** Files that end before the mark are only looked at from both ends; null: one does not prove itself. */
function readFrom(
  folder: string,
  key: KeyObject,
  numbers: readonly number[],
  mark: JournalMark | null,
): (ReadSegment | Glimpse)[] | null {
  const read: (ReadSegment | Glimpse)[] = [];
  // From the newest: a head says which entries lie before it.
  for (const no of [...numbers].reverse()) {
    const isLast = no === numbers.at(-1);
    const next = read[0];
    const isKnown = next !== undefined && mark !== null && next.head.seq < mark.seq;
    const segment = isKnown ? glimpseSegment(folder, key, no) : readSegment(folder, key, no, isLast);
    if (segment === null) return null;
    if (segment === unborn) {
      // A file whose first line never came to be is as if it were not there, the one before it is the last.
      const rest = numbers.filter((other) => other !== no);
      return rest.length === 0 ? [] : readFrom(folder, key, rest, mark);
    }
    read.unshift(segment);
  }
  return read;
}

function isChain(read: readonly (ReadSegment | Glimpse)[]): boolean {
  return read.every((segment, index) => {
    const before = read[index - 1];
    if (before === undefined) return true;
    const { head } = segment;
    const isNext = head.segment === before.head.segment + 1 && head.start === 'continued';
    const isAfter = 'lines' in before ? head.seq === before.seq : head.seq >= before.head.seq;
    return isNext && isAfter && head.former === before.tag;
  });
}

/** Old files go only once a newer one began that much later: both heads say when, whatever a clock says now. */
function mayBegin(first: SegmentHead, last: SegmentHead): boolean {
  return first.start !== 'continued' || first.at <= last.at - keptMs;
}

/** Is it the journal that the mark was taken of, and does it still reach that far? */
function isOf(mark: JournalMark, read: readonly (ReadSegment | Glimpse)[], last: ReadSegment): boolean {
  // Of a journal in clear text: what it counted was not synced, and it says nothing of lines.
  if (mark.tag === undefined || beginsAfter(read[0]?.head, mark)) return true;
  return mark.seq <= last.seq && read.some((segment) => 'lines' in segment && holdsMark(segment, mark));
}

function holdsMark({ head, headTag, lines }: ReadSegment, { seq, tag }: JournalMark): boolean {
  if (head.seq === seq && (headTag === tag || head.former === tag)) return true;
  return lines[seq - head.seq - 1]?.tag === tag;
}

/** A database from before all that is still here: removed with age, or set aside when the journal was renewed. */
export function beginsAfter(first: SegmentHead | undefined, mark: JournalMark | null): boolean {
  return first !== undefined && (mark?.seq ?? 0) < first.seq;
}
