import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { makeOwnerOnlyFolder, replaceOwnerOnlyFile, syncFolder } from '../../platform/ownerOnlyFiles.ts';
import { type JournalMark, proveJournal } from './proveJournal.ts';
import {
  listSegments,
  readSegment,
  sealEntry,
  sealHead,
  segmentName,
  tagOf,
  unborn,
} from './sealedSegment.ts';

interface Place {
  /** The journal's own folder. */
  readonly folder: string;
  /** The key of the purpose `outside calls`. */
  readonly key: KeyObject;
}

/**
 * Rewrites the journal under another key, into a folder aside that must not exist or be empty, and proves it there: all of
 * it or nothing is believed. Numbers stay, so that only the mark's end of line changes: the mark that comes back belongs into
 * the database whose key changes along (`journalMark` of its settings, in the same step that puts the folder in place).
 * No process may have the journal open. `JOURNAL_BROKEN`: what is there does not prove itself, and nothing was written over it.
 */
export function resealJournal(
  from: Place & { readonly mark: JournalMark | null },
  to: Place,
): Outcome<JournalMark | null> {
  const proven = proveJournal(from.folder, from.key, from.mark);
  if (proven === 'no') return failure('JOURNAL_BROKEN');
  makeOwnerOnlyFolder(to.folder);
  if (listSegments(to.folder).length > 0) throw new Error('a journal lies where it would be written anew');
  let mark: JournalMark | null = null;
  let previous: string | null = null;
  const numbers = proven === 'empty' ? [] : listSegments(from.folder);
  for (const no of numbers) {
    const read = readSegment(from.folder, from.key, no, no === numbers.at(-1));
    if (read === unborn) continue;
    if (read === null) return failure('JOURNAL_BROKEN');
    // Entries before the first file are gone; its chain value is kept.
    const lines = [sealHead(to.key, { ...read.head, previous: previous ?? read.head.previous })];
    for (const { entry } of read.lines) lines.push(sealEntry(to.key, entry, tagOf(lines.at(-1) ?? '')));
    replaceOwnerOnlyFile(join(to.folder, segmentName(no)), `${lines.join('\n')}\n`);
    previous = tagOf(lines.at(-1) ?? '');
    mark = { seq: read.seq, segment: no, tag: previous };
  }
  syncFolder(to.folder);
  const isWhole = proveJournal(to.folder, to.key, mark) !== 'no';
  return isWhole ? done(mark) : failure('JOURNAL_BROKEN');
}
