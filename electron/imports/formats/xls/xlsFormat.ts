import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { CompoundFile } from '../../containers/compoundFile.ts';
import { readWhole } from '../../kit/openSource.ts';
import {
  catchTableFault,
  corrupt,
  type OpenTable,
  someAtATime,
  type TableFormat,
} from '../../kit/tableFormat.ts';
import { readXlsRows, readXlsWorkbook } from './readXlsRows.ts';

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** 65,536 full rows of order text stay under 50 MB; the file is held in memory, its scattered streams once more. */
const mostBytes = 64 * 1024 * 1024;

/** A number read outside a record means the record is shorter than its kind demands. */
function asFault<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw corrupt('record');
    throw error;
  }
}

function openStream(stream: Buffer): OpenTable {
  const workbook = readXlsWorkbook(stream);
  if (workbook.sheets.length === 0) throw corrupt('no sheet');
  return {
    format: 'xls',
    encoding: 'utf-16le',
    sheets: workbook.sheets.map(({ name, offset, isHidden }) => ({
      name,
      ...(isHidden ? { isHidden } : {}),
      async *rows() {
        yield* someAtATime(asFault(() => readXlsRows(stream, offset, workbook)));
      },
    })),
    close: async () => {},
  };
}

/** Excel 97–2003 workbooks (BIFF8), and the place where a password-protected xlsx shows itself. */
export const xlsFormat: TableFormat = {
  id: 'xls',
  sniff: (source) => oleSignature.every((byte, index) => source.head[index] === byte),
  open: (source): Promise<Outcome<OpenTable>> =>
    catchTableFault(async () => {
      const bytes = await readWhole(source, mostBytes);
      return asFault(() => {
        const file = new CompoundFile(bytes);
        if (file.has('EncryptedPackage')) return failure('IMPORT_FILE_ENCRYPTED');
        if (file.has('Workbook')) return done(openStream(file.stream('Workbook')));
        return failure(file.has('Book') ? 'IMPORT_XLS_TOO_OLD' : 'IMPORT_FORMAT_UNKNOWN');
      });
    }),
};
