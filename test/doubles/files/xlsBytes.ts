import * as XLSX from '@e965/xlsx';

/** Record kinds of BIFF8 ([MS-XLS] 2.3). */
export const kind = {
  endOfSubstream: 0x0a,
  date1904: 0x22,
  continued: 0x3c,
  codePage: 0x42,
  columnInfo: 0x7d,
  boundSheet: 0x85,
  mulRk: 0xbd,
  style: 0xe0,
  sst: 0xfc,
  labelSst: 0xfd,
  number: 0x203,
  label: 0x204,
  row: 0x208,
  rk: 0x27e,
  format: 0x41e,
  beginSubstream: 0x809,
} as const;

export interface XlsSheetParts {
  readonly name: string;
  readonly records: readonly Buffer[];
  /** 0 visible, 1 hidden, 2 very hidden. */
  readonly visibility?: 0 | 1 | 2;
}

export function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, index * 2);
  return bytes;
}

export function dword(value: number): Buffer {
  return words(value & 0xffff, value >>> 16);
}

export function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

export function record(type: number, ...parts: readonly Uint8Array[]): Buffer {
  const data = Buffer.concat(parts);
  return Buffer.concat([words(type, data.length), data]);
}

/** Characters of a string without its head: UTF-16, or one byte each. */
export function characters(text: string, isWide: boolean): Buffer {
  return Buffer.from(text, isWide ? 'utf16le' : 'latin1');
}

/** A string with its length in `lengthBytes`. */
export function xlsString(text: string, lengthBytes: 1 | 2, isWide = true): Buffer {
  const length = lengthBytes === 1 ? Buffer.from([text.length]) : words(text.length);
  return Buffer.concat([length, Buffer.from([isWide ? 1 : 0]), characters(text, isWide)]);
}

/** A cell style that refers to a number format. */
export function style(formatId: number): Buffer {
  return record(kind.style, words(0, formatId), Buffer.alloc(16));
}

const endOfSubstream = record(kind.endOfSubstream);

function beginSubstream(type: number): Buffer {
  return record(kind.beginSubstream, words(0x0600, type, 0x0dbb, 0x07cc), dword(0), dword(6));
}

/** An Excel 97–2003 workbook of these records, for shapes that no library writes. */
export function xlsBytes(globals: readonly Buffer[], sheets: readonly XlsSheetParts[]): Buffer {
  const substreams = sheets.map(({ records }) =>
    Buffer.concat([beginSubstream(0x0010), ...records, endOfSubstream]),
  );
  const boundSheets = (firstOffset: number): Buffer[] => {
    let offset = firstOffset;
    return sheets.map(({ name, visibility }, index) => {
      const head = Buffer.concat([dword(offset), words(visibility ?? 0)]);
      offset += substreams[index]?.length ?? 0;
      return record(kind.boundSheet, head, xlsString(name, 1));
    });
  };
  const head = (firstOffset: number): Buffer =>
    Buffer.concat([beginSubstream(0x0005), ...globals, ...boundSheets(firstOffset), endOfSubstream]);
  const stream = Buffer.concat([head(head(0).length), ...substreams]);
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/Workbook', stream);
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array);
}
