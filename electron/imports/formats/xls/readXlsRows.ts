import { failure } from '../../../../shared/errors/outcome.ts';
import { type MergedColumn, mergedCellFiller } from '../../kit/fillMergedCells.ts';
import { type NumberStyle, numberStyle, styledNumber } from '../../kit/numberCell.ts';
import {
  corrupt,
  emptyCell,
  type TableCell,
  TableFault,
  type TableRow,
  tableLimits,
  tooManyColumns,
} from '../../kit/tableFormat.ts';
import { type BiffRecord, BiffStringReader, biff, biffRecords } from './biffRecords.ts';

const hiddenRowFlag = 0x20;
const struckFontFlag = 0x08;
const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** Collects the cells of one sheet; records may come in any order. */
class SheetCollector {
  private readonly workbook: XlsWorkbook;
  private readonly rows = new Map<number, TableCell[]>();
  private readonly hiddenRows = new Set<number>();
  private readonly merges: MergedColumn[] = [];
  private pendingFormula: { row: number; column: number } | null = null;

  constructor(workbook: XlsWorkbook) {
    this.workbook = workbook;
  }

  take(record: BiffRecord): void {
    const { type, data } = record;
    if (type === biff.row) {
      if (((data[12] ?? 0) & hiddenRowFlag) !== 0) this.hiddenRows.add(data.readUInt16LE(0));
    } else if (type === biff.mergeCells) {
      this.takeMerges(data);
    } else if (type === biff.string) {
      const at = this.pendingFormula;
      if (at !== null)
        this.put(at.row, at.column, { text: new BiffStringReader(record.segments, 0).read(2) });
      this.pendingFormula = null;
    } else if (type === biff.mulRk) {
      const row = data.readUInt16LE(0);
      const column = data.readUInt16LE(2);
      for (let at = 4; at + 6 <= data.length - 2; at += 6) {
        const cell = this.number(rkText(data.readUInt32LE(at + 2)), data.readUInt16LE(at));
        this.put(row, column + (at - 4) / 6, cell);
      }
    } else {
      this.takeCell(record);
    }
  }

  finish(): TableRow[] {
    const fill = mergedCellFiller(this.merges);
    const numbers = [...this.rows.keys()].sort((left, right) => left - right);
    return numbers.map((index) => {
      const row = { rowNumber: index + 1, cells: this.rows.get(index) ?? [] };
      return fill(this.hiddenRows.has(index) ? { ...row, isHidden: true } : row);
    });
  }

  private takeCell({ type, data, segments }: BiffRecord): void {
    if (data.length < 7) return;
    const row = data.readUInt16LE(0);
    const column = data.readUInt16LE(2);
    const style = data.readUInt16LE(4);
    switch (type) {
      case biff.labelSst:
        this.put(
          row,
          column,
          this.styled({ text: this.workbook.strings[data.readUInt32LE(6)] ?? '' }, style),
        );
        break;
      case biff.label:
      case biff.rString:
        this.put(row, column, this.styled({ text: new BiffStringReader(segments, 6).read(2) }, style));
        break;
      case biff.number:
        this.put(row, column, this.number(String(data.readDoubleLE(6)), style));
        break;
      case biff.rk:
        this.put(row, column, this.number(rkText(data.readUInt32LE(6)), style));
        break;
      case biff.boolErr:
        this.put(row, column, boolOrError(data[6] ?? 0, data[7] === 1));
        break;
      case biff.formula:
        this.takeFormula(data, row, column, style);
        break;
    }
  }

  /** The cached result of a formula: a double, or a mark in its place for text, truth value, error or nothing. */
  private takeFormula(data: Buffer, row: number, column: number, style: number): void {
    if (data.readUInt16LE(12) !== 0xffff) {
      this.put(row, column, this.number(String(data.readDoubleLE(6)), style));
      return;
    }
    if (data[6] === 0) this.pendingFormula = { row, column };
    if (data[6] === 1 || data[6] === 2) this.put(row, column, boolOrError(data[8] ?? 0, data[6] === 2));
  }

  private takeMerges(data: Buffer): void {
    const count = data.readUInt16LE(0);
    for (let index = 0; index < count && 10 + index * 8 <= data.length; index += 1) {
      const at = 2 + index * 8;
      const firstRow = data.readUInt16LE(at) + 1;
      const lastRow = data.readUInt16LE(at + 2) + 1;
      if (lastRow > firstRow) this.merges.push({ firstRow, lastRow, columnIndex: data.readUInt16LE(at + 4) });
    }
  }

  private number(stored: string, style: number): TableCell {
    const { numberStyles, is1904 } = this.workbook;
    return this.styled(styledNumber(stored, numberStyles[style], is1904), style);
  }

  private styled(cell: TableCell, style: number): TableCell {
    return this.workbook.struckStyles.has(style) ? { ...cell, isStruck: true } : cell;
  }

  private put(row: number, column: number, cell: TableCell): void {
    if (cell.text === '') return;
    if (column >= tableLimits.columns) throw tooManyColumns(row + 1);
    let cells = this.rows.get(row);
    if (cells === undefined) {
      cells = [];
      this.rows.set(row, cells);
    }
    while (cells.length < column) cells.push(emptyCell);
    cells[column] = cell.text.includes('\uFFFD') ? { ...cell, isDamaged: true } : cell;
  }
}

function boolOrError(value: number, isError: boolean): TableCell {
  if (isError) return { text: errorNames[value] ?? '#N/A', isDamaged: true };
  return { text: value === 1 ? 'TRUE' : 'FALSE' };
}

/** A packed number ([MS-XLS] 2.5.217): 30 bits of an integer or the top of a double, perhaps to be divided by 100. */
function rkText(packed: number): string {
  const isHundredfold = (packed & 1) !== 0;
  if ((packed & 2) !== 0) {
    const integer = (packed | 0) >> 2;
    return isHundredfold ? `${integer}E-2` : String(integer);
  }
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE((packed & 0xfffffffc) >>> 0, 4);
  const value = bytes.readDoubleLE(0);
  return String(isHundredfold ? value / 100 : value);
}

/** All rows of the sheet that begins at `offset`. At most 65,536 of 256 columns, so they are simply held. */
export function readXlsRows(stream: Buffer, offset: number, workbook: XlsWorkbook): TableRow[] {
  const collector = new SheetCollector(workbook);
  for (const record of biffRecords(stream, offset)) collector.take(record);
  return collector.finish();
}

const biff8Version = 0x0600;
const worksheetKind = 0x00;

export interface XlsSheetEntry {
  readonly name: string;
  readonly offset: number;
  readonly isHidden: boolean;
}

export interface XlsWorkbook {
  readonly sheets: readonly XlsSheetEntry[];
  readonly strings: readonly string[];
  /** By cell style index. */
  readonly numberStyles: readonly NumberStyle[];
  /** Cell styles whose font is crossed out. */
  readonly struckStyles: ReadonlySet<number>;
  readonly is1904: boolean;
}

function readSharedStrings(record: BiffRecord): string[] {
  const count = record.data.readUInt32LE(4);
  // Each string takes at least three bytes: a larger count is a lie.
  const bytes = record.segments.reduce((sum, segment) => sum + segment.length, 0);
  if (count > bytes / 3) throw corrupt('string count');
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
  const styleFonts: number[] = [];
  const isFontStruck: boolean[] = [];
  let strings: string[] = [];
  let is1904 = false;
  for (const record of biffRecords(stream, 0)) {
    const { type, data } = record;
    if (type === biff.beginSubstream && data.readUInt16LE(0) !== biff8Version) {
      throw new TableFault(failure('IMPORT_XLS_TOO_OLD'));
    }
    if (type === biff.filePass) throw new TableFault(failure('IMPORT_FILE_ENCRYPTED'));
    if (type === biff.date1904) is1904 = data.readUInt16LE(0) === 1;
    if (type === biff.format) {
      formats.set(data.readUInt16LE(0), new BiffStringReader(record.segments, 2).read(2));
    }
    if (type === biff.font) isFontStruck.push((data.readUInt16LE(2) & struckFontFlag) !== 0);
    if (type === biff.xf) {
      styleFonts.push(data.readUInt16LE(0));
      styleFormats.push(data.readUInt16LE(2));
    }
    if (type === biff.sst) strings = readSharedStrings(record);
    if (type === biff.boundSheet && data[5] === worksheetKind) {
      const name = new BiffStringReader(record.segments, 6).read(1);
      const isHidden = ((data[4] ?? 0) & 3) !== 0;
      (isHidden ? hidden : visible).push({ name, offset: data.readUInt32LE(0), isHidden });
    }
  }
  return {
    sheets: [...visible, ...hidden],
    strings,
    numberStyles: styleFormats.map((id) => numberStyle(id, formats.get(id))),
    struckStyles: new Set(
      // There is no font 4: the fifth of the list is called 5 ([MS-XLS] 2.5.129).
      styleFonts.flatMap((font, style) => (isFontStruck[font > 4 ? font - 1 : font] === true ? [style] : [])),
    ),
    is1904,
  };
}
