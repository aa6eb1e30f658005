import { characterOf, textCell, wholeText } from '../../kit/cellText.ts';
import { numericCell } from '../../kit/numberCell.ts';
import {
  cellTooLong,
  emptyCell,
  type TableCell,
  type TableRow,
  tableLimits,
  tooManyColumns,
  tooManyRows,
} from '../../kit/tableFormat.ts';

function numberAttribute(tag: string, names: string): number {
  const value = Number(new RegExp(`\\b(?:${names})\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(tag)?.[1] ?? 0);
  return Math.min(value, tableLimits.rows);
}

/** Cells that reach down into the next rows, by column. */
type RowSpans = Map<number, { cell: TableCell; rowsLeft: number }>;

/** Puts one cell into the row being built, with what its tag says about columns and rows it covers. */
function placeCell(cells: TableCell[], rowSpans: RowSpans, tag: string, cell: TableCell): void {
  const index = numberAttribute(tag, 'ss:Index');
  if (index > 0) while (cells.length < index - 1) takeRowSpan(cells, rowSpans);
  while (rowSpans.has(cells.length)) takeRowSpan(cells, rowSpans);
  const rowSpan = numberAttribute(tag, 'rowspan') || numberAttribute(tag, 'ss:MergeDown') + 1;
  const columnSpan = numberAttribute(tag, 'colspan') || numberAttribute(tag, 'ss:MergeAcross') + 1;
  if (rowSpan > 1) rowSpans.set(cells.length, { cell, rowsLeft: rowSpan - 1 });
  cells.push(cell);
  for (let extra = 1; extra < Math.min(columnSpan, tableLimits.columns); extra += 1) cells.push(emptyCell);
}

function takeRowSpan(cells: TableCell[], rowSpans: RowSpans): void {
  const hung = rowSpans.get(cells.length);
  if (hung === undefined) {
    cells.push(emptyCell);
    return;
  }
  hung.rowsLeft -= 1;
  if (hung.rowsLeft === 0) rowSpans.delete(cells.length);
  cells.push(hung.cell);
}

/** Excel's pages show a long number as `1.39E+10` and keep its digits in `x:num`. */
function cellOf(tag: string, content: string, text: string): TableCell {
  if (/ss:Type\s*=\s*["']Number/i.test(content)) return numericCell(text);
  const shown = textCell(text);
  const stored = shown.isDamaged === true ? /\sx:num\s*=\s*["']?([\d.eE+-]{1,64})/.exec(tag)?.[1] : undefined;
  return stored === undefined ? shown : numericCell(stored);
}

/** Mark-up of one cell; more is no text that a cell can hold. */
const mostCellMarkup = 1_000_000;

function readRow(markup: string, rowSpans: RowSpans, rowNumber: number): TableCell[] {
  const cells: TableCell[] = [];
  const cellTags = /<((?:\w+:)?(?:td|th|cell))(\s[^<>]*?)?(\/)?>/gi;
  let start = cellTags.exec(markup);
  while (start !== null) {
    const contentStart = start.index + start[0].length;
    const next = cellTags.exec(markup);
    const content = markup.slice(contentStart, next?.index ?? markup.length);
    if (content.length > mostCellMarkup) throw cellTooLong(rowNumber);
    const text = start[3] === '/' ? '' : htmlCellText(content);
    if (text.length > tableLimits.cellCharacters) throw cellTooLong(rowNumber);
    const tag = start[2] ?? '';
    placeCell(cells, rowSpans, tag, cellOf(tag, content, text));
    if (cells.length > tableLimits.columns) throw tooManyColumns(rowNumber);
    start = next;
  }
  while (rowSpans.has(cells.length)) takeRowSpan(cells, rowSpans);
  return cells;
}

function isHiddenRow(tag: string): boolean {
  return /ss:Hidden\s*=\s*["']?1|display\s*:\s*none/i.test(tag);
}

/** Rows of the inside of one `<table>`: HTML (`tr`, `td`) or the XML spreadsheet of Excel 2003 (`Row`, `Cell`). */
export function* htmlRows(table: string): Generator<TableRow, void, void> {
  const rowSpans: RowSpans = new Map();
  let rowNumber = 0;
  const rowTags = /<((?:\w+:)?(?:tr|row))(\s[^<>]*?)?(\/)?>/gi;
  let start = rowTags.exec(table);
  while (start !== null) {
    const contentStart = start.index + start[0].length;
    const next = rowTags.exec(table);
    const tag = start[2] ?? '';
    rowNumber = numberAttribute(tag, 'ss:Index') || rowNumber + 1;
    if (rowNumber > tableLimits.rows) throw tooManyRows();
    const cells = readRow(table.slice(contentStart, next?.index ?? table.length), rowSpans, rowNumber);
    if (cells.length > tableLimits.columns) throw tooManyColumns(rowNumber);
    if (cells.some((cell) => cell.text !== '')) {
      yield isHiddenRow(tag) ? { rowNumber, cells, isHidden: true } : { rowNumber, cells };
    }
    start = next;
  }
}

/** Those that people and programs write into tables; any other stays as it is. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  yen: '¥',
  middot: '·',
  times: '×',
  deg: '°',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/** What a person sees in a cell, on one line: blocks and breaks become blanks, other tags go. */
function htmlCellText(markup: string): string {
  const text = markup
    .replace(/<\/?(?:br|p|div|li|ul|ol|tr|td|th|table|h\d)\b[^<>]*>/gi, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) =>
      characterOf(whole, name, entities),
    )
    .trim();
  return markup.includes('&#') ? wholeText(text) : text;
}
