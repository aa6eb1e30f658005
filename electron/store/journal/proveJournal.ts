import type { KeyObject } from 'node:crypto';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { JournalEntry } from './journalEntry.ts';
import {
  listSegments,
  type ReadSegment,
  readSegment,
  readSegmentEnds,
  type SegmentHead,
  unborn,
} from './sealedSegment.ts';

/**
 * Where the journal was when a database was written: that database knows everything up to `seq`. Only synced entries count: no power cut
 * can remove them, so a journal that ends earlier was cut.
 */
export interface JournalMark {
  readonly seq: number;
  readonly segment: number;
  /** The chain value of line `seq`; absent: a journal in clear text. */
  readonly tag?: string | undefined;
  /** UTC ms; absent: a journal in clear text. */
  readonly at?: number | undefined;
}

/** The content of a proven journal from a mark on. */
export interface ProvenJournal {
  /** What was begun and learned since the mark. */
  readonly entries: readonly JournalEntry[];
  /** Where the journal begins. */
  readonly first: SegmentHead;
  readonly last: ReadSegment;
}

/** How long a full file is kept: after the restore of an older backup only the platforms' own memory prevents duplicates. */
export const keptMs = 90 * dayMs;

interface SegmentEnds {
  readonly head: SegmentHead;
  readonly tag: string;
}

/** `no`: the file fails its proof, something was cut, or it is not the journal this database knows. */
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

/** Of files before the mark only both ends are checked; null: one fails its proof. */
function readFrom(
  folder: string,
  key: KeyObject,
  numbers: readonly number[],
  mark: JournalMark | null,
): (ReadSegment | SegmentEnds)[] | null {
  const read: (ReadSegment | SegmentEnds)[] = [];
  // From the newest back: a head says which entries come before it.
  for (const no of [...numbers].reverse()) {
    const isLast = no === numbers.at(-1);
    const next = read[0];
    const isKnown = next !== undefined && mark !== null && next.head.seq < mark.seq;
    const segment = isKnown ? readSegmentEnds(folder, key, no) : readSegment(folder, key, no, isLast);
    if (segment === null) return null;
    if (segment === unborn) {
      // A file whose first line was never completed counts as missing; the previous one is the last.
      const rest = numbers.filter((other) => other !== no);
      return rest.length === 0 ? [] : readFrom(folder, key, rest, mark);
    }
    read.unshift(segment);
  }
  return read;
}

function isChain(read: readonly (ReadSegment | SegmentEnds)[]): boolean {
  return read.every((segment, index) => {
    const before = read[index - 1];
    if (before === undefined) return true;
    const { head } = segment;
    const isNext = head.segment === before.head.segment + 1 && head.start === 'continued';
    const isAfter = 'lines' in before ? head.seq === before.seq : head.seq >= before.head.seq;
    return isNext && isAfter && head.previous === before.tag;
  });
}

/** Old files are removed only once a newer one began that much later: both heads say when, whatever the clock says now. */
function mayBegin(first: SegmentHead, last: SegmentHead): boolean {
  return first.start !== 'continued' || first.at <= last.at - keptMs;
}

/** Is it the journal of this mark, and does it still reach that far? */
function isOf(mark: JournalMark, read: readonly (ReadSegment | SegmentEnds)[], last: ReadSegment): boolean {
  // Mark of a journal in clear text: its count was not synced, and it says nothing about lines.
  if (mark.tag === undefined || beginsAfter(read[0]?.head, mark)) return true;
  return mark.seq <= last.seq && read.some((segment) => 'lines' in segment && holdsMark(segment, mark));
}

function holdsMark({ head, headTag, lines }: ReadSegment, { seq, tag }: JournalMark): boolean {
  if (head.seq === seq && (headTag === tag || head.previous === tag)) return true;
  return lines[seq - head.seq - 1]?.tag === tag;
}

/** A database older than every remaining file: they were removed with age, or set aside when the journal was renewed. */
export function beginsAfter(first: SegmentHead | undefined, mark: JournalMark | null): boolean {
  return first !== undefined && (mark?.seq ?? 0) < first.seq;
}
