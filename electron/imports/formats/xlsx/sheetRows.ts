import type { ZipDirectory } from '../../containers/zipDirectory.ts';
import { withoutSpans } from '../../kit/cellText.ts';
import { type NumberStyle, styledNumber } from '../../kit/numberCell.ts';
import {
  cellTooLong,
  corrupt,
  emptyCell,
  suspicious,
  type TableCell,
  type TableRow,
  tableLimits,
  tooManyColumns,
  tooManyRows,
} from '../../kit/tableFormat.ts';
import { type XmlBatch, type XmlElement, xmlAttribute, xmlElements, xmlText } from './xmlElements.ts';

/** What cells refer to by number. */
interface CellContext {
  readonly strings: readonly string[];
  readonly numberStyles: readonly NumberStyle[];
  readonly is1904: boolean;
  /** Some of the strings hold U+FFFD: another program lost characters. */
  readonly hasLostText: boolean;
}

const EQUALS = 0x3d;
const LOST = '\uFFFD';
/** A lost character itself, or an escape that may stand for one. */
const lostMarks = [LOST, '&#', '_x'] as const;
/** Last row a spreadsheet program has. */
const LAST_ROW = 1_048_576;

interface CellHead {
  columnIndex: number;
  style: number;
  type: string;
}

function nextCharacter(text: string, wanted: number, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) !== wanted) at += 1;
  return at;
}

/** Reads `r`, `s` and `t` of a start tag without regular expressions: this runs for every cell of the file. */
function readCellHead(text: string, from: number, tagEnd: number, head: CellHead): void {
  let at = from;
  while (at < tagEnd) {
    // Never a search beyond the tag: a row of cells without attributes would be searched to its end for each.
    const equals = nextCharacter(text, EQUALS, at, tagEnd);
    const valueStart = equals + 2;
    const valueEnd = nextCharacter(text, text.charCodeAt(equals + 1), valueStart, tagEnd);
    if (equals >= tagEnd || valueEnd >= tagEnd) return;
    const isShortName = text.charCodeAt(equals - 2) <= 0x20;
    const name = text.charCodeAt(equals - 1);
    if (isShortName && name === 0x72) {
      let column = 0;
      for (let index = valueStart; index < valueEnd; index += 1) {
        const code = text.charCodeAt(index) & 0xdf;
        if (code < 0x41 || code > 0x5a) break;
        column = column * 26 + code - 0x40;
      }
      if (column > 0) head.columnIndex = column - 1;
    } else if (isShortName && name === 0x73) {
      head.style = Number(text.slice(valueStart, valueEnd));
    } else if (isShortName && name === 0x74) {
      head.type = text.slice(valueStart, valueEnd);
    }
    at = valueEnd + 1;
  }
}

/** Raw text of `<v>` in the content of a cell, null when there is none. */
function storedValue(content: string, prefix: string): string | null {
  const open = content.indexOf(`<${prefix}v`);
  if (open < 0) return null;
  const start = content.indexOf('>', open) + 1;
  const end = content.indexOf(`</${prefix}v>`, start);
  return end < 0 ? null : content.slice(start, end);
}

function valueCell(head: CellHead, stored: string, context: CellContext): TableCell {
  switch (head.type) {
    case 's': {
      const shared = context.strings[Number(stored)];
      if (shared === undefined) throw corrupt('shared string');
      return { text: shared };
    }
    case 'str':
      return { text: xmlText(stored) };
    case 'b':
      return { text: stored === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { text: xmlText(stored), isDamaged: true };
    case 'd':
      return { text: stored.replace('T', ' ').replace(/(\.\d+)?Z?$/, '') };
    default:
      return styledNumber(stored.trim(), context.numberStyles[head.style], context.is1904);
  }
}

function marked(cell: TableCell): TableCell {
  return cell.text.includes(LOST) ? { ...cell, isDamaged: true } : cell;
}

function readCell(content: string, head: CellHead, prefix: string, context: CellContext): TableCell {
  if (head.type === 'inlineStr') return { text: joinTextRuns(content, prefix) };
  const stored = storedValue(content, prefix);
  if (stored !== null && stored !== '') return valueCell(head, stored, context);
  // A formula that was never calculated: the person saw a value that the file does not have.
  return content.includes(`<${prefix}f`) && head.type !== 'str' ? { text: '', isDamaged: true } : emptyCell;
}

function readCells(
  element: XmlElement,
  rowNumber: number,
  prefix: string,
  context: CellContext,
): TableCell[] {
  const { text, contentEnd } = element;
  const open = `<${prefix}c`;
  const close = `</${prefix}c>`;
  const cells: TableCell[] = [];
  const head: CellHead = { columnIndex: -1, style: 0, type: '' };
  let at = element.contentStart;
  for (;;) {
    const start = text.indexOf(open, at);
    if (start < 0 || start >= contentEnd) return cells;
    const tagEnd = text.indexOf('>', start);
    if (tagEnd < 0) throw corrupt('xml');
    head.columnIndex += 1;
    head.style = 0;
    head.type = '';
    readCellHead(text, start + open.length, tagEnd, head);
    at = tagEnd + 1;
    if (text.charCodeAt(tagEnd - 1) === 0x2f) continue;
    const end = text.indexOf(close, at);
    if (end < 0) throw corrupt('xml');
    const cell = readCell(text.slice(at, end), head, prefix, context);
    at = end + close.length;
    if (cell === emptyCell) continue;
    if (head.columnIndex >= tableLimits.columns) throw tooManyColumns(rowNumber);
    if (cell.text.length > tableLimits.cellCharacters) throw cellTooLong(rowNumber);
    while (cells.length < head.columnIndex) cells.push(emptyCell);
    cells[head.columnIndex] = cell;
  }
}

/** Rows with at least one value, numbered as the spreadsheet program numbers them. */
export async function* sheetRows(
  batches: AsyncIterable<XmlBatch>,
  context: CellContext,
): AsyncGenerator<TableRow, void, void> {
  let rowNumber = 0;
  let count = 0;
  for await (const { prefix, elements } of batches) {
    for (const element of elements) {
      const startTag = element.text.slice(0, element.contentStart);
      const written = xmlAttribute(startTag, 'r');
      const previous = rowNumber;
      rowNumber = written === '' ? previous + 1 : Number(written);
      if (!Number.isInteger(rowNumber) || rowNumber < 1 || rowNumber > LAST_ROW) throw corrupt('row number');
      // The number is how a row is named to a person, and merged cells are filled on the way down.
      if (rowNumber <= previous) throw corrupt('row order');
      const read = readCells(element, rowNumber, prefix, context);
      if (read.length === 0) continue;
      const mayBeLost = context.hasLostText || lostMarks.some((mark) => element.text.includes(mark));
      const cells = mayBeLost ? read.map(marked) : read;
      count += 1;
      if (count > tableLimits.rows) throw tooManyRows();
      const isHidden = /^(1|true)$/.test(startTag.includes('hidden') ? xmlAttribute(startTag, 'hidden') : '');
      yield isHidden ? { rowNumber, cells, isHidden } : { rowNumber, cells };
    }
  }
}

/** All runs of a string item joined; phonetic runs (`rPh`) are reading aids and not part of the text. */
function joinTextRuns(content: string, prefix: string): string {
  const open = `<${prefix}t`;
  const close = `</${prefix}t>`;
  const plain = content.includes('rPh') ? withoutSpans(content, `<${prefix}rPh`, `</${prefix}rPh>`) : content;
  let joined = '';
  let from = 0;
  for (;;) {
    const start = plain.indexOf(open, from);
    if (start < 0) return xmlText(joined);
    const tagEnd = plain.indexOf('>', start);
    if (tagEnd < 0) return xmlText(joined);
    const next = plain.charCodeAt(start + open.length);
    const isTextTag = next === 0x3e || next === 0x20 || next === 0x0a || next === 0x09 || next === 0x0d;
    from = tagEnd + 1;
    if (!isTextTag || plain.charCodeAt(tagEnd - 1) === 0x2f) continue;
    const end = plain.indexOf(close, from);
    if (end < 0) return xmlText(joined);
    joined += plain.slice(from, end);
    from = end + close.length;
  }
}

/** 1,000,000 rows with four texts each of their own. Held in memory, so bounded: about 300 MB at the very worst. */
const MAX_STRINGS = 4_000_000;
const MAX_CHARACTERS = 128 * 1024 * 1024;

function checkSize(text: string, count: number, characters: number): void {
  if (text.length > tableLimits.cellCharacters) throw cellTooLong(count + 1);
  if (count >= MAX_STRINGS || characters > MAX_CHARACTERS) throw suspicious(`strings > ${MAX_STRINGS}`);
}

/** The string table of a workbook, in memory: sheets name strings by number, in any order. */
export async function readSharedStrings(zip: ZipDirectory, part: string): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  for await (const { prefix, elements } of xmlElements(zip.stream(part), 'si')) {
    for (const element of elements) {
      const text = joinTextRuns(element.text.slice(element.contentStart, element.contentEnd), prefix);
      characters += text.length;
      checkSize(text, strings.length, characters);
      strings.push(text);
    }
  }
  return strings;
}
