import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { CompoundFile } from '../../containers/compoundFile.ts';
import { readWhole } from '../../kit/openSource.ts';
import {
  catchTableFault,
  type OpenTable,
  TableFault,
  type TableFormat,
  type TableRow,
  type TableSheet,
} from '../../kit/tableFormat.ts';
import { readXlsRows, readXlsWorkbook, type XlsSheetEntry, type XlsWorkbook } from './readXlsRows.ts';

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** 65,536 full rows of order text stay under 50 MB; the file is held in memory. */
const MAX_BYTES = 100 * 1024 * 1024;

/** A number read outside a record means the record is shorter than its kind demands. */
function asFault<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) {
      throw new TableFault(failure('IMPORT_FILE_CORRUPT', { reason: 'record' }));
    }
    throw error;
  }
}

class XlsSheet implements TableSheet {
  readonly name: string;
  private readonly stream: Buffer;
  private readonly offset: number;
  private readonly workbook: XlsWorkbook;

  constructor(entry: XlsSheetEntry, stream: Buffer, workbook: XlsWorkbook) {
    this.name = entry.name;
    this.offset = entry.offset;
    this.stream = stream;
    this.workbook = workbook;
  }

  async *rows(): AsyncGenerator<TableRow, void, void> {
    yield* asFault(() => readXlsRows(this.stream, this.offset, this.workbook));
  }
}

function openStream(stream: Buffer): OpenTable {
  const workbook = readXlsWorkbook(stream);
  if (workbook.sheets.length === 0) {
    throw new TableFault(failure('IMPORT_FILE_CORRUPT', { reason: 'no sheet' }));
  }
  return {
    format: 'xls',
    encoding: 'utf-16le',
    sheets: workbook.sheets.map((sheet) => new XlsSheet(sheet, stream, workbook)),
    close: async () => {},
  };
}

/** Excel 97–2003 workbooks (BIFF8), and the place where a password-protected xlsx shows itself. */
export const xlsFormat: TableFormat = {
  id: 'xls',
  sniff: (source) => OLE_SIGNATURE.every((byte, index) => source.head[index] === byte),
  open: (source): Promise<Outcome<OpenTable>> =>
    catchTableFault(async () => {
      const bytes = await readWhole(source, MAX_BYTES);
      return asFault(() => {
        const file = new CompoundFile(bytes);
        if (file.has('EncryptedPackage')) return failure('IMPORT_FILE_ENCRYPTED');
        if (file.has('Workbook')) return done(openStream(file.stream('Workbook')));
        return failure(file.has('Book') ? 'IMPORT_XLS_TOO_OLD' : 'IMPORT_FORMAT_UNKNOWN');
      });
    }),
};
