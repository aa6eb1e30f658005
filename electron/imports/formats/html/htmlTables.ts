import { PiecedText, withoutSpans } from '../../kit/cellText.ts';
import { suspicious } from '../../kit/tableFormat.ts';

/** One table of a page as mark-up. */
export interface HtmlTable {
  /** Name of the sheet in an XML spreadsheet, else the table's number. */
  readonly name: string;
  readonly markup: string;
}

interface OpenTable {
  readonly index: number;
  readonly name: string;
  readonly parts: PiecedText;
}

/** Layout tables nest two or three deep; each level copies its inner text once. */
const maxDepth = 8;
/** Pages made for printing have one for each order. */
const mostTables = 10_000;
/** Start or end of a table, and the sheet an XML spreadsheet puts it into. */
const marks = /<(\/?)(?:\w+:)?(table|worksheet)\b([^<>]*)>/gi;

const codeStart = /<(?=(?:style|script)\b)/gi;
/** Its tag, what stands in it up to the next tag, and its end where that comes at once. */
const code = /[^<]*(?:<\/(?:style|script)\s{0,3}>)?/iy;

function withoutCode(page: string): string {
  const text = withoutSpans(page, '<!--', '-->');
  const kept = new PiecedText();
  let from = 0;
  for (const start of text.matchAll(codeStart)) {
    kept.add(text.slice(from, start.index));
    code.lastIndex = start.index + 1;
    code.exec(text);
    from = code.lastIndex;
  }
  if (from === 0) return text;
  kept.add(text.slice(from));
  return kept.text();
}

/** What of a table may be the text of a cell around it: far more than a cell can hold. */
const mostCellMarkup = 1_000_000;

/** Collects tables as they close. What stands in a table inside a cell is the cell's text, and a table of its own too. */
class TableCollector {
  private readonly open: OpenTable[] = [];
  private readonly tables = new Map<number, HtmlTable>();
  private count = 0;
  private sheetName = '';

  text(piece: string): void {
    this.open.at(-1)?.parts.add(piece);
  }

  sheet(tag: string): void {
    this.sheetName = /\sss:Name\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)?.slice(1).find(Boolean) ?? '';
  }

  start(): void {
    if (this.open.length >= maxDepth) return;
    this.count += 1;
    if (this.count > mostTables) throw suspicious(`tables > ${mostTables}`);
    this.open.push({
      index: this.count,
      name: this.sheetName || String(this.count),
      parts: new PiecedText(),
    });
  }

  end(): void {
    const table = this.open.pop();
    if (table === undefined) return;
    const markup = table.parts.text();
    this.tables.set(table.index, { name: table.name, markup });
    // The text of a table outside any cell is not needed.
    if (this.open.length > 0) this.text(` ${markup.slice(0, mostCellMarkup).replace(/<[^<>]*>/g, ' ')} `);
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
