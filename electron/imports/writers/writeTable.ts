import { extname } from 'node:path';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { quoted } from '../kit/cellText.ts';
import { guardedText } from './writeDelimited.ts';
import { type WrittenFile, writeAside, writeTextWorkbook } from './writeTextWorkbook.ts';

/** Enough for one write to the disk, little enough to hold. */
const rowsAtOnce = 500;

const line = (cells: readonly string[]): string => `${cells.map((cell) => quoted(cell, ',')).join(',')}\r\n`;

/**
 * A table for people as what its name says: `.csv` is text (UTF-8 with the mark by which spreadsheet programs know it, RFC 4180, no cell
 * of which is run as a formula), everything else a workbook. Streamed: 100,000 rows need no more memory than ten.
 */
export async function writeTable(
  path: string,
  sheetName: string,
  header: readonly string[],
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): Promise<Outcome<WrittenFile>> {
  if (extname(path).toLowerCase() !== '.csv') return writeTextWorkbook(path, sheetName, header, rows);
  let rowCount = 0;
  const written = await writeAside(path, async (handle) => {
    let text = `\uFEFF${line(header)}`;
    for await (const cells of rows) {
      rowCount += 1;
      text += line(cells.map(guardedText));
      if (rowCount % rowsAtOnce !== 0) continue;
      await handle.writeFile(text, 'utf8');
      text = '';
    }
    await handle.writeFile(text, 'utf8');
  });
  return written.ok ? done({ path, rowCount }) : written;
}
