import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { decryptWorkbook } from './containers/decryptWorkbook.ts';
import { readZipDirectory, readZipMember } from './containers/zipDirectory.ts';
import { csvRows, findDelimiter } from './formats/csv/csvRows.ts';
import { htmlRows } from './formats/html/htmlRows.ts';
import { htmlTables } from './formats/html/htmlTables.ts';
import { formatOf } from './index.ts';
import { memorySource, openSource } from './kit/openSource.ts';
import {
  type OpenTable,
  someAtATime,
  TableFault,
  type TableSheet,
  type TableSource,
} from './kit/tableFormat.ts';

export interface OpenOptions {
  /** Encoding the operator chose for a text file: `utf-8`, `gb18030`, `big5`, `utf-16le`, `utf-16be`. */
  readonly encoding?: string | undefined;
  /** Name of the file inside a zip of order files. */
  readonly entry?: string | undefined;
  /** Opens a protected workbook; used and forgotten. */
  readonly password?: string | undefined;
  /** Cells from the clipboard, read instead of the file. */
  readonly pasted?: string | undefined;
}

async function openPlain(source: TableSource): Promise<Outcome<OpenTable>> {
  const format = formatOf(source);
  return format === undefined ? failure('IMPORT_FORMAT_UNKNOWN') : await format.open(source);
}

/** A protected xlsx looks like an xls from outside: its reader says so, and the workbook is unwrapped and read anew. */
async function openProtected(source: TableSource, password: string | undefined): Promise<Outcome<OpenTable>> {
  const opened = await openPlain(source);
  if (opened.ok || opened.code !== 'IMPORT_FILE_ENCRYPTED' || formatOf(source)?.id !== 'xls') return opened;
  const workbook = await decryptWorkbook(source, password);
  return workbook.ok ? openPlain(memorySource(source, workbook.value)) : workbook;
}

async function openMember(
  source: TableSource,
  entry: string,
  password: string | undefined,
): Promise<Outcome<OpenTable>> {
  const zip = await readZipDirectory(source);
  if (!zip.ok) return zip;
  const bytes = await readZipMember(zip.value, entry);
  if (!bytes.ok) return bytes;
  const opened = await openProtected(memorySource(source, bytes.value), password);
  return !opened.ok && opened.code === 'IMPORT_ZIP_NOT_WORKBOOK' ? failure('IMPORT_ZIP_NESTED') : opened;
}

/**
 * Opens an order file by its content, whatever its name says. Read only, through one handle, at most 200 MB. The caller
 * closes the table. Failures: IMPORT_FILE_*, IMPORT_FORMAT_UNKNOWN, IMPORT_ARCHIVE_SUSPICIOUS, IMPORT_ZIP_*, IMPORT_PASSWORD_*.
 */
export async function openOrderFile(path: string, options: OpenOptions = {}): Promise<Outcome<OpenTable>> {
  const { encoding, entry, password, pasted } = options;
  if (pasted !== undefined) return done(openPastedTable(pasted));
  return openSource(path, async (file) => {
    const source = encoding === undefined ? file : { ...file, encoding };
    const table = await (entry === undefined
      ? openProtected(source, password)
      : openMember(source, entry, password));
    if (!table.ok) return table;
    const close = async (): Promise<void> => {
      await table.value.close();
      await file.handle.close();
    };
    return done({ ...(await unchangedTable(table.value, file)), close });
  });
}

const sampleCharacters = 65_536;

/** Excel, WPS and browsers put a page with the table on the clipboard beside the text. */
function sheetsOf(pasted: string): TableSheet[] {
  const tables = /^\s*</.test(pasted) ? htmlTables(pasted) : [];
  if (tables.length > 0)
    return tables.map(({ name, markup }) => ({ name, rows: () => someAtATime(htmlRows(markup)) }));
  const delimiter = findDelimiter(pasted.slice(0, sampleCharacters));
  return [{ name: '', rows: () => csvRows([pasted], delimiter) }];
}

/**
 * Cells or lines somebody pasted, as a table: the tab-separated text of a spreadsheet, or its page, which keeps merged cells
 * and the digits of long numbers.
 */
export function openPastedTable(pasted: string): OpenTable {
  return { format: 'clipboard', encoding: 'utf-16le', sheets: sheetsOf(pasted), close: async () => {} };
}

/** What changes when another program writes into the open file. A file put in its place is another one: ours stays as it was. */
async function stateOf({ handle }: TableSource): Promise<string> {
  const { size, mtimeMs } = await handle.stat();
  return `${size} ${mtimeMs}`;
}

/** The table, whose every pass ends with a `TableFault` (IMPORT_FILE_CHANGED) when the file was written to since its opening. */
async function unchangedTable(table: OpenTable, source: TableSource): Promise<OpenTable> {
  const before = await stateOf(source);
  const watched = (sheet: TableSheet): TableSheet => ({
    ...sheet,
    async *rows(onShare) {
      for await (const rows of sheet.rows(onShare)) yield rows;
      if ((await stateOf(source)) !== before) throw new TableFault(failure('IMPORT_FILE_CHANGED'));
    },
  });
  return { ...table, sheets: table.sheets.map(watched) };
}

/** Below this (some 2,000 rows) starting a thread takes longer than it saves. */
const threadFromBytes = 256 * 1024;
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The size of a file that is to be read in a thread of its own, null for one that is not. Large ones are, to keep this thread
 * free; the old binary formats whatever their size: they are read whole and in one go, and a thread can be ended in the
 * middle of that.
 */
export async function bytesToReadInThread(path: string): Promise<number | null> {
  const inspected = await openSource(path, async ({ sizeBytes, head, handle }) => {
    await handle.close();
    const isOld = oleSignature.every((byte, index) => head[index] === byte);
    return done(sizeBytes >= threadFromBytes || isOld ? sizeBytes : null);
  });
  // Opening the file reports what is wrong with its path.
  return inspected.ok ? inspected.value : null;
}
