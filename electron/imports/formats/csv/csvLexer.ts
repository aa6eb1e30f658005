import { failure } from '../../../../shared/errors/outcome.ts';
import { TableFault } from '../../kit/tableFault.ts';
import { tableLimits } from '../../kit/tableLimits.ts';

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
/** The `=` of a wrapped number and blanks before it. */
const MAX_BEFORE_WRAPPING = 8;

/** `wrapped` is `="…"`, Excel's way to keep digits as text; its quotes belong to the cell. */
type LexerState = 'start' | 'plain' | 'quoted' | 'after-quote' | 'wrapped';

/**
 * Splits delimited text into records as it arrives (RFC 4180, any line ending, quotes inside plain cells kept as they
 * are). Blank lines are records of one empty cell. Throws `TableFault` at a cell that never ends.
 */
export class CsvLexer {
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
        if (code === LINE_FEED) {
          from = at + 1;
          continue;
        }
      }
      if (this.state === 'quoted' || this.state === 'wrapped') {
        if (code !== QUOTE) continue;
        const isWrapped = this.state === 'wrapped';
        this.append(text, from, isWrapped ? at + 1 : at);
        from = at + 1;
        this.state = isWrapped ? 'plain' : 'after-quote';
      } else if (code === this.delimiter) {
        this.append(text, from, at);
        from = at + 1;
        this.endField();
      } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        this.append(text, from, at);
        from = at + 1;
        this.skipsLineFeed = code === CARRIAGE_RETURN;
        records.push(this.endRecord());
      } else if (code === QUOTE) {
        if (this.state === 'plain' && this.opensWrapping(text, from, at)) this.state = 'wrapped';
        if (this.state === 'start' || this.state === 'after-quote') {
          // Right after a closing quote it is a doubled one: the quote itself belongs to the cell.
          from = this.state === 'start' ? at + 1 : at;
          this.state = 'quoted';
        }
      } else if (this.state !== 'plain') {
        this.state = 'plain';
      }
    }
    this.append(text, from, text.length);
    return records;
  }

  /** The last record, null when the text ended with a line break. */
  finish(): string[] | null {
    return this.field === '' && this.record.length === 0 && this.state === 'start' ? null : this.endRecord();
  }

  private opensWrapping(text: string, from: number, at: number): boolean {
    const isShort = this.field.length + at - from <= MAX_BEFORE_WRAPPING;
    return isShort && (this.field + text.slice(from, at)).trim() === '=';
  }

  private append(text: string, from: number, to: number): void {
    if (to <= from) return;
    this.field = this.field === '' ? text.slice(from, to) : this.field + text.slice(from, to);
    if (this.field.length > tableLimits.cellCharacters) {
      throw new TableFault(
        failure('IMPORT_CELL_TOO_LONG', { row: this.recordNumber, limit: tableLimits.cellCharacters }),
      );
    }
  }

  private endField(): void {
    if (this.record.length >= tableLimits.columns && this.field.trim() !== '') {
      throw new TableFault(
        failure('IMPORT_TOO_MANY_COLUMNS', { row: this.recordNumber, limit: tableLimits.columns }),
      );
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
