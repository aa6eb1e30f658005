import { encodeGb18030 } from '../../../resources/samples/encodeGb18030.ts';
import type { TableWriter } from './tableWriter.ts';

const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with mark': (text) => Buffer.from(`\uFEFF${text}`),
  gb18030: encodeGb18030,
  'utf-16le with mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be with mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
};
const delimiters: Readonly<Record<string, string>> = { comma: ',', tab: '\t', semicolon: ';', pipe: '|' };
const lineEnds: Readonly<Record<string, string>> = { CRLF: '\r\n', LF: '\n', CR: '\r' };

function cell(text: string, delimiter: string, isAlways: boolean): string {
  const isNeeded = isAlways || /["\r\n]/.test(text) || text.includes(delimiter);
  return isNeeded ? `"${text.replaceAll('"', '""')}"` : text;
}

function writer(encoding: string, delimiter: string, lineEnd: string, isQuoted: boolean): TableWriter {
  const mark = delimiters[delimiter] ?? ',';
  const end = lineEnds[lineEnd] ?? '\n';
  const encode = encodings[encoding] ?? Buffer.from;
  return {
    name: `${encoding}, ${delimiter}, ${lineEnd}, ${isQuoted ? 'all quoted' : 'quoted where needed'}`,
    write: (rows) => {
      const lines = rows.map((row) => row.map((text) => cell(text, mark, isQuoted)).join(mark));
      return Buffer.from(encode(lines.join(end) + (isQuoted ? end : '')));
    },
  };
}

/** Every encoding, delimiter and line end at least once; quoting everything also ends the last line. */
export const textWriters: readonly TableWriter[] = Object.keys(encodings).flatMap((encoding, first) =>
  Object.keys(delimiters).map((delimiter, second) => {
    const lineEnd = Object.keys(lineEnds)[(first + second) % 3] ?? 'LF';
    return writer(encoding, delimiter, lineEnd, second % 2 === 0);
  }),
);
