import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../platform/ownerOnlyFiles.ts';
import { type JournalEntry, journalEntrySchema } from './journalEntry.ts';

/** The journal before its lines were sealed: a line is a checksum, a blank, JSON. Anyone can write one. */
const checksumDigits = 8;

export function listClearFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{6}\.journal$/.test(name))
    .sort();
}

/** Its entries; null: a line is damaged. A torn last line does not count. */
export function readClearJournal(folder: string): JournalEntry[] | null {
  const lines = listClearFiles(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
    return bytes.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1);
  });
  const entries = lines.map(readLine).filter((entry) => entry !== null);
  return entries.length === lines.length ? entries : null;
}

function readLine(line: string): JournalEntry | null {
  const text = line.slice(checksumDigits + 1);
  const checksum = createHash('sha256').update(text).digest('hex').slice(0, checksumDigits);
  if (line[checksumDigits] !== ' ' || line.slice(0, checksumDigits) !== checksum) return null;
  const parsed = journalEntrySchema.safeParse(JSON.parse(text));
  return parsed.success ? { ...parsed.data, isUnproven: true } : null;
}

export function removeClearFiles(folder: string): void {
  for (const name of listClearFiles(folder)) rmSync(join(folder, name));
  syncFolder(folder);
}
