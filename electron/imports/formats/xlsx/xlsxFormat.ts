import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { readZipDirectory, type ZipDirectory } from '../../containers/zipDirectory.ts';
import { type MergedColumn, mergedCellFiller } from '../../kit/fillMergedCells.ts';
import {
  catchTableFault,
  corrupt,
  type OpenTable,
  reportShare,
  suspicious,
  type TableFormat,
  type TableRow,
  type TableSheet,
  type TableSource,
  tableLimits,
} from '../../kit/tableFormat.ts';
import { readComments } from './cellComments.ts';
import { findWorkbookPart, readWorkbook, type Workbook, type WorkbookSheet } from './readWorkbook.ts';
import { noStrings, readSharedStrings, type SharedStrings, sheetRows } from './sheetRows.ts';
import { xmlAttribute, xmlElements } from './xmlElements.ts';

const zipSignature = [0x50, 0x4b, 0x03, 0x04];

/** One sheet; strings and merges are read once, however often the rows are. */
function xlsxSheet(
  { name, part, isHidden }: WorkbookSheet,
  zip: ZipDirectory,
  { numberStyles, struckStyles, is1904 }: Workbook,
  readStrings: () => Promise<SharedStrings>,
): TableSheet {
  let merges: readonly MergedColumn[] | null = null;
  let comments: ReadonlyMap<number, string> | null = null;
  return {
    name,
    part,
    ...(isHidden ? { isHidden } : {}),
    async *rows(onShare) {
      const { strings, struck } = await readStrings();
      merges ??= await readMergedColumns(zip.stream(part));
      comments ??= await readComments(zip, part);
      const chunks = reportShare(zip.stream(part), zip.sizeBytes(part), onShare);
      const hasLostText = strings.some((text) => text.includes('\uFFFD'));
      const rows = sheetRows(xmlElements(chunks, 'row'), {
        strings,
        struckStrings: struck,
        numberStyles,
        struckStyles,
        is1904,
        hasLostText,
      });
      const fill = merges.length === 0 ? null : mergedCellFiller(merges);
      const withComment = comments.size === 0 ? null : commented(comments);
      for await (const some of rows) {
        const filled = fill === null ? some : some.map(fill);
        yield withComment === null ? filled : filled.map(withComment);
      }
    },
  };
}

function commented(comments: ReadonlyMap<number, string>): (row: TableRow) => TableRow {
  return (row) => {
    const comment = comments.get(row.rowNumber);
    return comment === undefined ? row : { ...row, comment };
  };
}

function openWorkbook(zip: ZipDirectory): Promise<Outcome<OpenTable>> {
  return catchTableFault(async () => {
    const main = await findWorkbookPart(zip);
    if (main === null) return failure('IMPORT_ZIP_NOT_WORKBOOK');
    const workbook = await readWorkbook(zip, main);
    let strings: Promise<SharedStrings> | null = null;
    const part = workbook.sharedStringsPart;
    const readStrings = (): Promise<SharedStrings> => {
      strings ??= part === null ? Promise.resolve(noStrings) : readSharedStrings(zip, part);
      return strings;
    };
    return done({
      format: 'xlsx',
      encoding: 'utf-8',
      sheets: workbook.sheets.map((sheet) => xlsxSheet(sheet, zip, workbook, readStrings)),
      close: async () => {
        strings = null;
      },
    });
  });
}

/** Office Open XML workbooks (.xlsx, .xlsm), whatever the file is called. */
export const xlsxFormat: TableFormat = {
  id: 'xlsx',
  sniff: (source) => zipSignature.every((byte, index) => source.head[index] === byte),
  open: async (source: TableSource): Promise<Outcome<OpenTable>> => {
    const directory = await readZipDirectory(source);
    return directory.ok ? openWorkbook(directory.value) : directory;
  },
};

/** What the merged ranges of a sheet begin with. */
const mergesMark = 'mergeCells';

/** `BC12` → column 54 (0-based), row 12. */
function cellPlace(reference: string): { readonly columnIndex: number; readonly row: number } {
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
const mostMerges = 1_000_000;
const mostTagCharacters = 65_536;

function mergesIn(xml: string, merges: MergedColumn[]): void {
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?mergeCell\s[^<>]*>/g)) {
    const [first = '', last = first] = xmlAttribute(tag, 'ref').split(':');
    const from = cellPlace(first);
    const to = cellPlace(last);
    if (!(to.row > from.row) || from.columnIndex < 0 || from.columnIndex >= tableLimits.columns) continue;
    merges.push({ firstRow: from.row, lastRow: to.row, columnIndex: from.columnIndex });
  }
  if (merges.length > mostMerges) throw suspicious(`merged cells > ${mostMerges}`);
}

/**
 * The merged ranges over more than one row. They stand behind the rows in the file, hence this pass of its own; it also
 * proves that the whole sheet unpacks and its checksum holds before the first row is handed out.
 */
async function readMergedColumns(chunks: AsyncIterable<Uint8Array>): Promise<MergedColumn[]> {
  const merges: MergedColumn[] = [];
  let text = '';
  let isInMerges = false;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (isInMerges) text += bytes.toString('latin1');
    else {
      // A large sheet is all rows: it is searched where it lies, and of two chunks only the seam is joined.
      const seam = text + bytes.toString('latin1', 0, mergesMark.length);
      isInMerges = seam.includes(mergesMark) || bytes.includes(mergesMark);
      text += bytes.toString('latin1', isInMerges ? 0 : Math.max(0, bytes.length - mergesMark.length));
      text = text.slice(isInMerges ? text.indexOf(mergesMark) : -mergesMark.length);
      if (!isInMerges) continue;
    }
    const complete = text.lastIndexOf('>') + 1;
    mergesIn(text.slice(0, complete), merges);
    text = text.slice(complete);
    if (text.length > mostTagCharacters) throw corrupt('xml');
  }
  return merges;
}
