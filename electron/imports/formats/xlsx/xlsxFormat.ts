import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { readZipDirectory, type ZipDirectory } from '../../containers/zipDirectory.ts';
import { catchTableFault } from '../../kit/catchTableFault.ts';
import { type MergedColumn, mergedCellFiller } from '../../kit/fillMergedCells.ts';
import { reportShare, type ShareListener } from '../../kit/reportShare.ts';
import type { OpenTable, TableFormat, TableRow, TableSheet, TableSource } from '../../kit/tableFormat.ts';
import { readMergedColumns } from './readMergedColumns.ts';
import { readSharedStrings } from './readSharedStrings.ts';
import { findWorkbookPart, readWorkbook, type Workbook, type WorkbookSheet } from './readWorkbook.ts';
import { sheetRows } from './sheetRows.ts';
import { xmlElements } from './xmlElements.ts';

const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];

/** One sheet; strings and merges are read once, however often the rows are. */
class XlsxSheet implements TableSheet {
  readonly name: string;
  private readonly part: string;
  private readonly zip: ZipDirectory;
  private readonly workbook: Workbook;
  private readonly strings: () => Promise<readonly string[]>;
  private merges: readonly MergedColumn[] | null = null;

  constructor(
    sheet: WorkbookSheet,
    zip: ZipDirectory,
    workbook: Workbook,
    strings: () => Promise<readonly string[]>,
  ) {
    this.name = sheet.name;
    this.part = sheet.part;
    this.zip = zip;
    this.workbook = workbook;
    this.strings = strings;
  }

  async *rows(onShare?: ShareListener): AsyncGenerator<TableRow, void, void> {
    const strings = await this.strings();
    this.merges ??= await readMergedColumns(this.zip.stream(this.part));
    const { numberStyles, is1904 } = this.workbook;
    const chunks = reportShare(this.zip.stream(this.part), this.zip.sizeBytes(this.part), onShare);
    const hasLostText = strings.some((text) => text.includes('\uFFFD'));
    const rows = sheetRows(xmlElements(chunks, 'row'), { strings, numberStyles, is1904, hasLostText });
    if (this.merges.length === 0) return yield* rows;
    const fill = mergedCellFiller(this.merges);
    for await (const row of rows) yield fill(row);
  }
}

function openWorkbook(zip: ZipDirectory): Promise<Outcome<OpenTable>> {
  return catchTableFault(async () => {
    const main = await findWorkbookPart(zip);
    if (main === null) return failure('IMPORT_ZIP_NOT_WORKBOOK');
    const workbook = await readWorkbook(zip, main);
    let strings: Promise<readonly string[]> | null = null;
    const part = workbook.sharedStringsPart;
    const readStrings = (): Promise<readonly string[]> => {
      strings ??= part === null ? Promise.resolve([]) : readSharedStrings(zip, part);
      return strings;
    };
    return done({
      format: 'xlsx',
      encoding: 'utf-8',
      sheets: workbook.sheets.map((sheet) => new XlsxSheet(sheet, zip, workbook, readStrings)),
      close: async () => {
        strings = null;
      },
    });
  });
}

/** Office Open XML workbooks (.xlsx, .xlsm), whatever the file is called. */
export const xlsxFormat: TableFormat = {
  id: 'xlsx',
  sniff: (source) => ZIP_SIGNATURE.every((byte, index) => source.head[index] === byte),
  open: async (source: TableSource): Promise<Outcome<OpenTable>> => {
    const directory = await readZipDirectory(source);
    return directory.ok ? openWorkbook(directory.value) : directory;
  },
};
