import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
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

/**
 * Numbers stand as plain digits: upload parsers do not want `="…"`. What a machine reads is never altered: a cell that a
 * spreadsheet program would run is refused (WRITEBACK_CELL_FORMULA).
 */
export async function writeDelimited(options: DelimitedOptions): Promise<Outcome<WrittenFile>> {
  const { path, delimiter, hasMark, header, rows } = options;
  if (rows.some((cells) => cells.some(beginsLikeFormula))) return failure('WRITEBACK_CELL_FORMULA');
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
  const text = `${hasMark ? '\uFEFF' : ''}${[header, ...rows].map(line).join('\r\n')}\r\n`;
  const written = await writeAside(path, (handle) => handle.writeFile(text, 'utf8'));
  return written.ok ? done({ path, rowCount: rows.length }) : written;
}

/** A spreadsheet program takes a text that begins like this for a formula; Chinese and Japanese ones the full-width signs too. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
/** A number below zero is a number, and signs alone (`-`, `--`) are how people write “nothing”. */
const harmless = /^(?:-\d[\d., ]*|[-—]+)$/;

export function beginsLikeFormula(text: string): boolean {
  return formulaStart.test(text) && !harmless.test(text);
}

/** A free text that no spreadsheet program runs: an apostrophe in front makes it text again. Numbers stay what they are. */
export function guardedText(text: string): string {
  return beginsLikeFormula(text) ? `'${text}` : text;
}
