import { failure } from '../../../../shared/errors/outcome.ts';
import { type NumberStyle, numberStyle } from '../../kit/numberStyle.ts';
import { TableFault } from '../../kit/tableFault.ts';
import { type BiffRecord, biff, biffRecords } from './biffRecords.ts';
import { BiffStringReader } from './biffStrings.ts';

const BIFF8 = 0x0600;
const WORKSHEET = 0x00;

export interface XlsSheetEntry {
  readonly name: string;
  readonly offset: number;
}

export interface XlsWorkbook {
  readonly sheets: readonly XlsSheetEntry[];
  readonly strings: readonly string[];
  /** By cell style index. */
  readonly numberStyles: readonly NumberStyle[];
  readonly is1904: boolean;
}

function readSharedStrings(record: BiffRecord): string[] {
  const count = record.data.readUInt32LE(4);
  // Each string takes at least three bytes: a larger count is a lie.
  const bytes = record.segments.reduce((sum, segment) => sum + segment.length, 0);
  if (count > bytes / 3) throw new TableFault(failure('IMPORT_FILE_CORRUPT', { reason: 'string count' }));
  const reader = new BiffStringReader(record.segments, 8);
  const strings: string[] = [];
  for (let index = 0; index < count; index += 1) strings.push(reader.read(2));
  return strings;
}

/** Reads the globals of a BIFF8 workbook stream. Throws `TableFault` when it is encrypted or older. */
export function readXlsWorkbook(stream: Buffer): XlsWorkbook {
  const visible: XlsSheetEntry[] = [];
  const hidden: XlsSheetEntry[] = [];
  const formats = new Map<number, string>();
  const styleFormats: number[] = [];
  let strings: string[] = [];
  let is1904 = false;
  for (const record of biffRecords(stream, 0)) {
    const { type, data } = record;
    if (type === biff.beginSubstream && data.readUInt16LE(0) !== BIFF8) {
      throw new TableFault(failure('IMPORT_XLS_TOO_OLD'));
    }
    if (type === biff.filePass) throw new TableFault(failure('IMPORT_FILE_ENCRYPTED'));
    if (type === biff.date1904) is1904 = data.readUInt16LE(0) === 1;
    if (type === biff.format) {
      formats.set(data.readUInt16LE(0), new BiffStringReader(record.segments, 2).read(2));
    }
    if (type === biff.xf) styleFormats.push(data.readUInt16LE(2));
    if (type === biff.sst) strings = readSharedStrings(record);
    if (type === biff.boundSheet && data[5] === WORKSHEET) {
      const name = new BiffStringReader(record.segments, 6).read(1);
      (((data[4] ?? 0) & 3) === 0 ? visible : hidden).push({ name, offset: data.readUInt32LE(0) });
    }
  }
  return {
    sheets: [...visible, ...hidden],
    strings,
    numberStyles: styleFormats.map((id) => numberStyle(id, formats.get(id))),
    is1904,
  };
}
