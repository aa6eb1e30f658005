import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { decryptWorkbook } from './containers/decryptWorkbook.ts';
import { readZipMember } from './containers/readZipMember.ts';
import { readZipDirectory } from './containers/zipDirectory.ts';
import { tableFormats } from './index.ts';
import { memorySource } from './kit/memorySource.ts';
import { openSource } from './kit/openSource.ts';
import type { OpenTable, TableSource } from './kit/tableFormat.ts';
import { openPastedTable } from './openPastedTable.ts';
import { unchangedTable } from './unchangedTable.ts';

export interface OpenOptions {
  /** Encoding the operator chose for a text file: `utf-8`, `gb18030`, `big5`, `utf-16le`, `utf-16be`. */
  readonly encoding?: string;
  /** Name of the file inside a zip of order files. */
  readonly entry?: string;
  /** Opens a protected workbook; used and forgotten. */
  readonly password?: string;
  /** Cells from the clipboard, read instead of the file. */
  readonly pasted?: string;
}

function formatOf(source: TableSource) {
  return tableFormats.find((one) => one.sniff(source));
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
