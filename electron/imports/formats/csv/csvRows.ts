import { textCell } from '../../kit/cellText.ts';
import {
  cellTooLong,
  quoteUnpaired,
  type TableRow,
  tableLimits,
  tooManyColumns,
  tooManyRows,
} from '../../kit/tableFormat.ts';

function toRow(record: readonly string[], rowNumber: number): TableRow | null {
  if (record.every((text) => text === '')) return null;
  return { rowNumber, cells: record.map(textCell) };
}

/** Records of delimited text as rows. The row number is the record's, blank lines counted, as spreadsheet programs show it. */
export async function* csvRows(
  chunks: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
): AsyncGenerator<readonly TableRow[], void, void> {
  const lexer = new CsvLexer(delimiter);
  let rowNumber = 0;
  let count = 0;
  const next = (record: readonly string[]): TableRow | null => {
    rowNumber += 1;
    const isHint = rowNumber === 1 && record.length <= 2 && /^sep=.?$/i.test(record[0] ?? '');
    const row = isHint ? null : toRow(record, rowNumber);
    if (row !== null) count += 1;
    if (count > tableLimits.rows) throw tooManyRows();
    return row;
  };
  for await (const chunk of chunks) {
    const rows = lexer.take(chunk).flatMap((record) => next(record) ?? []);
    if (lexer.unpairedIn !== null) throw quoteUnpaired(lexer.unpairedIn);
    if (rows.length > 0) yield rows;
  }
  const last = lexer.finish();
  if (lexer.unpairedIn !== null) throw quoteUnpaired(lexer.unpairedIn);
  const row = last === null ? null : next(last);
  if (row !== null) yield [row];
}

const quoteMark = 0x22;
const carriageReturn = 0x0d;
const lineFeed = 0x0a;
const space = 0x20;
/** The `=` of a wrapped number and blanks before it. */
const mostBeforeWrapping = 8;

/** `wrapped` is `="…"`, Excel's way to keep digits as text; its quotes belong to the cell. */
type LexerState = 'start' | 'plain' | 'quoted' | 'after-quote' | 'wrapped';

/**
 * Splits delimited text into records as it arrives (RFC 4180, any line ending, quotes inside plain cells kept as they
 * are). Blank lines are records of one empty cell. Throws `TableFault` at a cell that never ends.
 */
class CsvLexer {
  /** The first record with a quote that took along lines of others: it never ends, or in the middle of another cell. null: none did. */
  unpairedIn: number | null = null;
  private readonly delimiter: number;
  private state: LexerState = 'start';
  private field = '';
  private record: string[] = [];
  private skipsLineFeed = false;
  private recordNumber = 1;

  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  take(text: string): string[][] {
    const records: string[][] = [];
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.skipsLineFeed) {
        this.skipsLineFeed = false;
        if (code === lineFeed) {
          from = at + 1;
          continue;
        }
      }
      if (this.state === 'quoted' || this.state === 'wrapped') {
        if (code !== quoteMark) continue;
        const isWrapped = this.state === 'wrapped';
        this.append(text, from, isWrapped ? at + 1 : at);
        if (isWrapped) this.noteUnpaired();
        from = at + 1;
        this.state = isWrapped ? 'plain' : 'after-quote';
      } else if (code === this.delimiter) {
        this.append(text, from, at);
        from = at + 1;
        this.endField();
      } else if (code === lineFeed || code === carriageReturn) {
        this.append(text, from, at);
        from = at + 1;
        this.skipsLineFeed = code === carriageReturn;
        records.push(this.endRecord());
      } else if (code === quoteMark) {
        if (this.state === 'plain' && this.opensWrapping(text, from, at)) this.state = 'wrapped';
        if (this.state === 'start' || this.state === 'after-quote') {
          // Right after a closing quote it is a doubled one: the quote itself belongs to the cell.
          from = this.state === 'start' ? at + 1 : at;
          this.state = 'quoted';
        }
      } else if (this.state !== 'plain') {
        // Blanks are allowed there.
        if (this.state === 'after-quote' && code > space) this.noteUnpaired();
        this.state = 'plain';
      }
    }
    this.append(text, from, text.length);
    return records;
  }

  /** The last record, null when the text ended with a line break. */
  finish(): string[] | null {
    if (this.state === 'quoted' || this.state === 'wrapped') this.noteUnpaired();
    return this.field === '' && this.record.length === 0 && this.state === 'start' ? null : this.endRecord();
  }

  private opensWrapping(text: string, from: number, at: number): boolean {
    const isShort = this.field.length + at - from <= mostBeforeWrapping;
    return isShort && (this.field + text.slice(from, at)).trim() === '=';
  }

  private noteUnpaired(): void {
    if (/[\r\n]/.test(this.field)) this.unpairedIn ??= this.recordNumber;
  }

  private append(text: string, from: number, to: number): void {
    if (to <= from) return;
    this.field = this.field === '' ? text.slice(from, to) : this.field + text.slice(from, to);
    if (this.field.length > tableLimits.cellCharacters) throw cellTooLong(this.recordNumber);
  }

  private endField(): void {
    if (this.record.length >= tableLimits.columns && this.field.trim() !== '') {
      throw tooManyColumns(this.recordNumber);
    }
    if (this.record.length < tableLimits.columns) this.record.push(this.field);
    this.field = '';
    this.state = 'start';
  }

  private endRecord(): string[] {
    this.endField();
    const record = this.record;
    this.record = [];
    this.recordNumber += 1;
    return record;
  }
}

const candidates = [',', '\t', ';', '|'] as const;
const sampleRecords = 20;

/** How many columns most sample records have, weighted by how many of them agree. */
function score(sample: string, delimiter: string): number {
  const lexer = new CsvLexer(delimiter);
  let records: string[][];
  try {
    records = lexer.take(sample).filter((record) => record.length > 1 || record[0]?.trim() !== '');
  } catch {
    // A limit reached with the wrong delimiter says nothing about the file.
    return 0;
  }
  const last = lexer.finish();
  if (records.length === 0 && last !== null) records.push(last);
  const counts = new Map<number, number>();
  const sampled = records.slice(0, sampleRecords);
  for (const record of sampled) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  let best = 0;
  for (const [columns, count] of counts) {
    if (columns > 1) best = Math.max(best, columns * (count / sampled.length) ** 2);
  }
  return best;
}

/** The delimiter that cuts the first records into the most columns most evenly; a comma when none cuts at all. */
export function findDelimiter(sample: string): string {
  const declared = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  if (declared !== undefined) return declared;
  let best = ',';
  let bestScore = 0;
  for (const delimiter of candidates) {
    const points = score(sample, delimiter);
    if (points > bestScore) {
      best = delimiter;
      bestScore = points;
    }
  }
  return best;
}
