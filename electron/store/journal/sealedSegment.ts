import type { KeyObject } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openBytes, sealBytes } from '../../vault/sealing.ts';
import { type JournalEntry, journalEntrySchema } from './journalEntry.ts';

/**
 * A file of the journal. Each line is sealed, and bound to its number and to the chain value of the line before it, so that none can be
 * altered, removed, doubled or moved. The first line is a head, bound to the number of the file: older files are removed after a while,
 * and the chain continues from the head.
 */
const headSchema = z.object({
  segment: z.number().int().positive(),
  /** Number of the last entry before this file. */
  seq: z.number().int().nonnegative(),
  /** Chain value of the last line before this file; empty: none. */
  previous: z.string(),
  /** UTC ms. */
  at: z.number().int(),
  /**
   * first, taken-over (from clear text), renewed (after one that failed its proof): nothing comes before it · continued: the file before
   * it was full, or old.
   */
  start: z.enum(['first', 'taken-over', 'renewed', 'continued']),
});

export type SegmentHead = z.infer<typeof headSchema>;

/** The end of a line, with its authentication tag: what the next line is bound to. */
const tagDigits = 24;
export const tagOf = (line: string): string => line.slice(-tagDigits);

export const segmentName = (no: number): string => `${String(no).padStart(6, '0')}.sealed`;

/** Numbers of the existing files, ascending. */
export function listSegments(folder: string): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{6}\.sealed$/.test(name))
    .map((name) => Number(name.slice(0, 6)))
    .sort((left, right) => left - right);
}

const boundToHead = (no: number): string => `head ${no}`;
const boundToEntry = (seq: number, previous: string): string => `${seq} ${previous}`;

/** Without its line end. */
export function sealHead(key: KeyObject, head: SegmentHead): string {
  return sealBytes(key, JSON.stringify(head), boundToHead(head.segment)).toString('base64');
}

/** Without its line end. */
export function sealEntry(key: KeyObject, entry: JournalEntry, previous: string): string {
  return sealBytes(key, JSON.stringify(entry), boundToEntry(entry.seq, previous)).toString('base64');
}

function openHead(key: KeyObject, line: string, no: number): SegmentHead | null {
  const plain = openBytes(key, Buffer.from(line, 'base64'), boundToHead(no));
  return plain === null ? null : headSchema.parse(JSON.parse(plain.toString('utf8')));
}

export interface ReadSegment {
  readonly head: SegmentHead;
  readonly headTag: string;
  /** Each with its chain value. */
  readonly lines: readonly { readonly entry: JournalEntry; readonly tag: string }[];
  /** Chain value and number of the last line. */
  readonly tag: string;
  readonly seq: number;
  /** Bytes that are proven; what follows was torn by a power cut. */
  readonly wholeBytes: number;
}

/** A head that was never completed: the file has no content yet. */
export const unborn = 'unborn';

/**
 * Reads and proves every line. null: one fails its proof. A power cut may tear what was not synced, in the last file only: an end without
 * a line break, or space that was reserved and never written (zeros).
 */
export function readSegment(
  folder: string,
  key: KeyObject,
  no: number,
  isLast: boolean,
): ReadSegment | typeof unborn | null {
  const bytes = readFileSync(join(folder, segmentName(no)));
  const headEnd = bytes.indexOf(0x0a);
  const head = headEnd === -1 ? null : openHead(key, bytes.toString('latin1', 0, headEnd), no);
  if (head === null) return isLast && isTorn(bytes, 0) ? unborn : null;
  const lines: { entry: JournalEntry; tag: string }[] = [];
  const headTag = tagOf(bytes.toString('latin1', 0, headEnd));
  let tag = headTag;
  let { seq } = head;
  let wholeBytes = headEnd + 1;
  while (wholeBytes < bytes.length) {
    const end = bytes.indexOf(0x0a, wholeBytes);
    const line = end === -1 ? '' : bytes.toString('latin1', wholeBytes, end);
    const plain = openBytes(key, Buffer.from(line, 'base64'), boundToEntry(seq + 1, tag));
    if (plain === null) {
      if (isLast && isTorn(bytes, wholeBytes)) break;
      return null;
    }
    seq++;
    tag = tagOf(line);
    lines.push({ entry: journalEntrySchema.parse(JSON.parse(plain.toString('utf8'))), tag });
    wholeBytes = end + 1;
  }
  return { head, headTag, lines, tag, seq, wholeBytes };
}

function isTorn(bytes: Buffer, from: number): boolean {
  return bytes.indexOf(0x0a, from) === -1 || bytes.indexOf(0x00, from) !== -1;
}

/** Head and last line of a full file, without those between: enough for what this database knows already. null: it fails its proof. */
export function readSegmentEnds(
  folder: string,
  key: KeyObject,
  no: number,
): Pick<ReadSegment, 'head' | 'tag'> | null {
  const file = openSync(join(folder, segmentName(no)), 'r');
  try {
    const { size } = fstatSync(file);
    const front = readPart(file, 0, Math.min(size, headBytes));
    const headEnd = front.indexOf('\n');
    const head = headEnd === -1 ? null : openHead(key, front.slice(0, headEnd), no);
    if (head === null) return null;
    const tail = readPart(file, Math.max(0, size - tagDigits - 1), tagDigits + 1);
    return tail.endsWith('\n') ? { head, tag: tail.slice(0, -1) } : null;
  } finally {
    closeSync(file);
  }
}

/** Longer than any head. */
const headBytes = 1_024;

function readPart(file: number, start: number, length: number): string {
  const buffer = Buffer.alloc(length);
  const got = readSync(file, buffer, 0, length, start);
  return buffer.toString('latin1', 0, got);
}
