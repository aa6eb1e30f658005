import { withoutSpans } from '../../kit/cellText.ts';

/** One table of a page as mark-up. */
export interface HtmlTable {
  /** Name of the sheet in an XML spreadsheet, else the table's number. */
  readonly name: string;
  readonly markup: string;
}

interface OpenTable {
  readonly index: number;
  readonly name: string;
  readonly parts: string[];
}

/** Layout tables nest two or three deep; each level copies its inner text once. */
const MAX_DEPTH = 8;
/** Start or end of a table, and the sheet an XML spreadsheet puts it into. */
const marks = /<(\/?)(?:\w+:)?(table|worksheet)\b([^<>]*)>/gi;

function withoutCode(page: string): string {
  return withoutSpans(page, '<!--', '-->')
    .split(/<(?=(?:style|script)\b)/i)
    .map((part, index) => (index === 0 ? part : part.replace(/^[^<]*(?:<\/(?:style|script)\s{0,3}>)?/i, '')))
    .join('');
}

/** Collects tables as they close. What stands in a table inside a cell is the cell's text, and a table of its own too. */
class TableCollector {
  private readonly open: OpenTable[] = [];
  private readonly tables = new Map<number, HtmlTable>();
  private count = 0;
  private sheetName = '';

  text(piece: string): void {
    this.open.at(-1)?.parts.push(piece);
  }

  sheet(tag: string): void {
    this.sheetName = /\sss:Name\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)?.slice(1).find(Boolean) ?? '';
  }

  start(): void {
    if (this.open.length >= MAX_DEPTH) return;
    this.count += 1;
    this.open.push({ index: this.count, name: this.sheetName || String(this.count), parts: [] });
  }

  end(): void {
    const table = this.open.pop();
    if (table === undefined) return;
    const markup = table.parts.join('');
    this.tables.set(table.index, { name: table.name, markup });
    this.text(` ${markup.replace(/<[^<>]*>/g, ' ')} `);
  }

  finish(): HtmlTable[] {
    while (this.open.length > 0) this.end();
    return [...this.tables].sort(([left], [right]) => left - right).map(([, table]) => table);
  }
}

/** The tables of a page or XML spreadsheet, in the order in which they begin. */
export function htmlTables(page: string): HtmlTable[] {
  const text = withoutCode(page);
  const collector = new TableCollector();
  let from = 0;
  for (const mark of text.matchAll(marks)) {
    const [whole, slash, kind = '', tag = ''] = mark;
    collector.text(text.slice(from, mark.index));
    from = mark.index + whole.length;
    if (kind.toLowerCase() === 'worksheet') {
      if (slash === '') collector.sheet(tag);
    } else if (slash === '/') collector.end();
    else if (!tag.endsWith('/')) collector.start();
  }
  collector.text(text.slice(from));
  return collector.finish();
}
