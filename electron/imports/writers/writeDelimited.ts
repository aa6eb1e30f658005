import { open, rename, rm } from 'node:fs/promises';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { WrittenFile } from './writeTextWorkbook.ts';

interface DelimitedOptions {
  readonly path: string;
  readonly delimiter: ',' | '\t';
  /** UTF-8 with a mark, by which spreadsheet programs know it; uploads of tab-separated text want none. */
  readonly hasMark: boolean;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Numbers stand as plain digits: upload parsers do not want `="…"`. Written aside, synced and renamed. */
export async function writeDelimited(options: DelimitedOptions): Promise<Outcome<WrittenFile>> {
  const { path, delimiter, hasMark, header, rows } = options;
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
  const text = `${hasMark ? '\uFEFF' : ''}${[header, ...rows].map(line).join('\r\n')}\r\n`;
  const written = await writeAside(path, Buffer.from(text, 'utf8'));
  return written.ok ? done({ path, rowCount: rows.length }) : written;
}

/** A whole file or none; an existing one is replaced. IMPORT_RESULT_NOT_WRITTEN when the disk or a lock refuses. */
export async function writeAside(path: string, bytes: Uint8Array): Promise<Outcome<null>> {
  const unfinishedPath = `${path}.part`;
  try {
    const handle = await open(unfinishedPath, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinishedPath, path);
    return done(null);
  } catch (error) {
    await rm(unfinishedPath, { force: true });
    const code = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    return failure('IMPORT_RESULT_NOT_WRITTEN', { reason: code });
  }
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A spreadsheet program takes a text that begins like this for a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/** A free text that no spreadsheet program runs: an apostrophe in front makes it text again. Numbers stay what they are. */
export function guardedText(text: string): string {
  const isNumber = /^[+-]?\d[\d., ]*$/.test(text);
  return formulaStart.test(text) && !isNumber ? `'${text}` : text;
}
