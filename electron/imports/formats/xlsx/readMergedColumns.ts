import { failure } from '../../../../shared/errors/outcome.ts';
import type { MergedColumn } from '../../kit/fillMergedCells.ts';
import { TableFault } from '../../kit/tableFault.ts';
import { tableLimits } from '../../kit/tableLimits.ts';
import { xmlAttribute } from './xmlText.ts';

const CLOSING_TAG_RESERVE = 64;

/** `BC12` → column 54 (0-based), row 12. */
export function cellPlace(reference: string): { readonly columnIndex: number; readonly row: number } {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & 0xdf;
    if (code < 0x41 || code > 0x5a) break;
    column = column * 26 + code - 0x40;
  }
  return { columnIndex: column - 1, row: Number(reference.slice(at)) };
}

/** 1688 exports merge some 18 columns for each order: enough for 50,000 orders. */
const MAX_MERGES = 1_000_000;
const MAX_TAG_CHARACTERS = 65_536;

function mergesIn(xml: string, merges: MergedColumn[]): void {
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?mergeCell\s[^<>]*>/g)) {
    const [first = '', last = first] = xmlAttribute(tag, 'ref').split(':');
    const from = cellPlace(first);
    const to = cellPlace(last);
    if (!(to.row > from.row) || from.columnIndex < 0 || from.columnIndex >= tableLimits.columns) continue;
    merges.push({ firstRow: from.row, lastRow: to.row, columnIndex: from.columnIndex });
  }
  if (merges.length > MAX_MERGES) {
    throw new TableFault(failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason: `merged cells > ${MAX_MERGES}` }));
  }
}

/**
 * The merged ranges over more than one row. They stand behind the rows in the file, hence this pass of its own; it also
 * proves that the whole sheet unpacks and its checksum holds before the first row is handed out.
 */
export async function readMergedColumns(chunks: AsyncIterable<Uint8Array>): Promise<MergedColumn[]> {
  const merges: MergedColumn[] = [];
  let tail = Buffer.alloc(0);
  let text = '';
  let isInMerges = false;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (!isInMerges) {
      const joined = Buffer.concat([tail, bytes]);
      const start = joined.indexOf('mergeCells');
      tail = joined.subarray(Math.max(0, joined.length - CLOSING_TAG_RESERVE));
      if (start < 0) continue;
      isInMerges = true;
      text = joined.toString('latin1', start);
    } else {
      text += bytes.toString('latin1');
    }
    const complete = text.lastIndexOf('>') + 1;
    mergesIn(text.slice(0, complete), merges);
    text = text.slice(complete);
    if (text.length > MAX_TAG_CHARACTERS)
      throw new TableFault(failure('IMPORT_FILE_CORRUPT', { reason: 'xml' }));
  }
  return merges;
}
