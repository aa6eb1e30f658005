import { type FileHandle, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type CellValue, writeXlsxStream } from 'hucre/xlsx';
import { done, failure, failureFrom, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { renameInTurn } from '../../platform/patientFiles.ts';

export interface WrittenFile {
  readonly path: string;
  readonly rowCount: number;
}

/** What a writer is given besides its rows. */
export interface WriterOptions<Row> {
  readonly path: string;
  /** Header of the input file, in its order. */
  readonly header: readonly string[];
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
  readonly language: Language;
}

/** What a spreadsheet cell can hold. */
const mostCellCharacters = 32_767;
/** Characters that XML 1.0 cannot carry, lone surrogates included: a file with one would not open. */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Text format: a number typed over later keeps its digits and leading zeros, and `=…` stays what was written. */
const textColumn = { numFmt: '@', width: 18 };

/** Spreadsheet programs would read this as an escaped character; `_x005F_` escapes the underscore itself. */
const looksEscaped = /_(?=x[0-9a-fA-F]{4}_)/g;

function cellText(text: string): string {
  return text.replace(notXml, '').slice(0, mostCellCharacters).replace(looksEscaped, '_x005F_');
}

/** Runtimes before Node 20.12 have no raw deflate stream: the file is then larger, and as valid. */
function canCompress(): boolean {
  try {
    new CompressionStream('deflate-raw');
    return true;
  } catch {
    return false;
  }
}

async function writeAll(handle: FileHandle, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) {
    let written = 0;
    while (written < chunk.length) written += (await handle.write(chunk, written)).bytesWritten;
  }
}

/**
 * Writes beside the target, synced and renamed, so that a reader sees the whole file or none; an existing one is replaced.
 * OUT_FOLDER_MISSING, or IMPORT_RESULT_NOT_WRITTEN when the disk or a lock refuses.
 */
export async function writeAside(
  path: string,
  write: (handle: FileHandle) => Promise<void>,
): Promise<Outcome<null>> {
  const unfinishedPath = `${path}.part`;
  let isBegun = false;
  try {
    const handle = await open(unfinishedPath, 'w', 0o600);
    isBegun = true;
    try {
      await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    faultPoint('aside.before-rename');
    await renameInTurn(unfinishedPath, path);
    faultPoint('aside.after-rename');
    return done(null);
  } catch (error) {
    if (isBegun) await rm(unfinishedPath, { force: true });
    // Only the file system's own refusals are expected; anything thrown by the rows belongs to the caller.
    const code = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    if (code === 'ENOENT') return failure('OUT_FOLDER_MISSING', { folder: dirname(path) });
    return failureFrom(error, failure('IMPORT_RESULT_NOT_WRITTEN', { reason: code }));
  }
}

/** One sheet of text cells as xlsx, streamed: 100,000 rows need no more memory than ten. */
export async function writeTextWorkbook(
  path: string,
  sheetName: string,
  header: readonly string[],
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): Promise<Outcome<WrittenFile>> {
  let rowCount = 0;
  async function* table(): AsyncGenerator<CellValue[], void, void> {
    for await (const row of rows) {
      rowCount += 1;
      yield row.map(cellText);
    }
  }
  const columns = header.map((title) => ({ header: cellText(title), ...textColumn }));
  const options = { name: sheetName, columns, freezePane: { rows: 1 }, compress: canCompress() };
  const written = await writeAside(path, (handle) => writeAll(handle, writeXlsxStream(table(), options)));
  return written.ok ? done({ path, rowCount }) : written;
}

/** A row brought to the width of its header. */
export function paddedCells(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_unused, index) => cells[index] ?? '');
}
