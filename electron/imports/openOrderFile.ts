import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { failure, type Outcome } from '../../shared/errors/outcome.ts';
import { tableFormats } from './index.ts';
import type { OpenTable, TableSource } from './kit/tableFormat.ts';
import { tableLimits } from './kit/tableLimits.ts';

const HEAD_BYTES = 4096;
/** Without O_NONBLOCK a named pipe would hang the open for ever; Windows has neither the flag nor the trouble. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const MEGABYTE = 1024 * 1024;

function openFailure(error: unknown): Outcome<never> {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return reason === 'ENOENT'
    ? failure('IMPORT_FILE_NOT_FOUND')
    : failure('IMPORT_FILE_UNREADABLE', { reason });
}

async function openByHandle(
  handle: FileHandle,
  path: string,
  encoding: string | undefined,
): Promise<Outcome<OpenTable>> {
  const stats = await handle.stat();
  if (!stats.isFile()) return failure('IMPORT_NOT_A_FILE');
  if (stats.size === 0) return failure('IMPORT_FILE_EMPTY');
  if (stats.size > tableLimits.fileBytes) {
    const sizeMb = Math.ceil(stats.size / MEGABYTE);
    return failure('IMPORT_FILE_TOO_LARGE', { sizeMb, limitMb: tableLimits.fileBytes / MEGABYTE });
  }
  const head = new Uint8Array(Math.min(HEAD_BYTES, stats.size));
  const { bytesRead } = await handle.read(head, 0, head.length, 0);
  const source: TableSource = {
    path,
    sizeBytes: stats.size,
    head: head.subarray(0, bytesRead),
    handle,
    ...(encoding === undefined ? {} : { encoding }),
  };
  const format = tableFormats.find((one) => one.sniff(source));
  return format === undefined ? failure('IMPORT_FORMAT_UNKNOWN') : await format.open(source);
}

export interface OpenOptions {
  /** Encoding the operator chose for a text file: `utf-8`, `gb18030`, `big5`, `utf-16le`, `utf-16be`. */
  readonly encoding?: string;
}

/**
 * Opens an order file by its content, whatever its name says. Read only, through one handle, at most 200 MB. The caller
 * closes the table. Failures: IMPORT_FILE_*, IMPORT_FORMAT_UNKNOWN, IMPORT_ARCHIVE_SUSPICIOUS, IMPORT_ZIP_NOT_WORKBOOK …
 */
export async function openOrderFile(path: string, options: OpenOptions = {}): Promise<Outcome<OpenTable>> {
  let handle: FileHandle;
  try {
    handle = await open(path, READ_FLAGS);
  } catch (error) {
    return openFailure(error);
  }
  let isKept = false;
  try {
    const table = await openByHandle(handle, path, options.encoding);
    if (!table.ok) return table;
    isKept = true;
    const close = async (): Promise<void> => {
      await table.value.close();
      await handle.close();
    };
    return { ok: true, value: { ...table.value, close } };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return openFailure(error);
    throw error;
  } finally {
    if (!isKept) await handle.close();
  }
}
