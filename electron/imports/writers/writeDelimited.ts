import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { quoted } from '../kit/cellText.ts';
import { type WrittenFile, writeAside } from './writeTextWorkbook.ts';

interface DelimitedOptions {
  readonly path: string;
  readonly delimiter: ',' | '\t';
  /** UTF-8 with a mark, by which spreadsheet programs know it; uploads of tab-separated text want none. */
  readonly hasMark: boolean;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Numbers stand as plain digits: upload parsers do not want `="…"`. */
export async function writeDelimited(options: DelimitedOptions): Promise<Outcome<WrittenFile>> {
  const { path, delimiter, hasMark, header, rows } = options;
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
  const text = `${hasMark ? '\uFEFF' : ''}${[header, ...rows].map(line).join('\r\n')}\r\n`;
  const written = await writeAside(path, (handle) => handle.writeFile(text, 'utf8'));
  return written.ok ? done({ path, rowCount: rows.length }) : written;
}

/** A spreadsheet program takes a text that begins like this for a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/** A free text that no spreadsheet program runs: an apostrophe in front makes it text again. Numbers stay what they are. */
export function guardedText(text: string): string {
  const isNumber = /^[+-]?\d[\d., ]*$/.test(text);
  return formulaStart.test(text) && !isNumber ? `'${text}` : text;
}
