import { withoutSpans } from '../../kit/cellText.ts';
import { type NumberStyle, styledNumber } from '../../kit/numberCell.ts';
import {
  cellTooLong,
  corrupt,
  emptyCell,
  type TableCell,
  tableLimits,
  tooManyColumns,
} from '../../kit/tableFormat.ts';
import { saysStruck, type XmlBatch, type XmlElement, xmlText } from './xmlElements.ts';

/** What cells refer to by number. */
export interface CellContext {
  readonly strings: readonly string[];
  /** Numbers of the strings with a crossed-out part. */
  readonly struckStrings: ReadonlySet<number>;
  readonly numberStyles: readonly NumberStyle[];
  /** Cell styles whose font is crossed out. */
  readonly struckStyles: ReadonlySet<string>;
  readonly is1904: boolean;
  /** Some of the strings hold U+FFFD: another program lost characters. */
  readonly hasLostText: boolean;
}

const equalsCode = 0x3d;
const slashCode = 0x2f;
const inlineType = 'inlineStr';

/** A text that is there and says nothing. */
const blankText: TableCell = { text: '' };

/** In one piece: the engine keeps a longer text that was put together as its parts, and compares those slowly. */
const inOnePiece = (...parts: readonly string[]): string => parts.join('');

/** The tags of cells under the namespace prefix of their sheet. */
function tagsUnder(prefix: string) {
  const end = `</${prefix}c>`;
  return {
    prefix,
    start: inOnePiece('<', prefix, 'c'),
    end: inOnePiece('</', prefix, 'c>'),
    /** What nearly all cells consist of: one value or one text, with nothing before and behind it. */
    value: inOnePiece('<', prefix, 'v>'),
    valueEnd: inOnePiece('</', prefix, 'v>', end),
    text: inOnePiece('<', prefix, 'is><', prefix, 't>'),
    textEnd: inOnePiece('</', prefix, 't></', prefix, 'is>', end),
    noText: inOnePiece('<', prefix, 'is><', prefix, 't/></', prefix, 'is>', end),
  };
}

/**
 * Reads the cells of one row after the other. It runs for every cell of a file: hence no regular expressions, and no text is cut
 * out of the sheet but that of the cell.
 */
export class CellReader {
  readonly #context: CellContext;
  #tags = tagsUnder('');
  #isPlain = false;
  /** Of the cell that is being read. */
  #columnIndex = -1;
  #style = '';
  #type = '';
  #isStruck = false;
  /** Behind the cell that was read last. */
  #end = 0;

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** What the rows that follow lie in. */
  begin({ prefix, isPlain }: XmlBatch): void {
    if (prefix !== this.#tags.prefix) this.#tags = tagsUnder(prefix);
    this.#isPlain = isPlain;
  }

  read({ text, contentStart, contentEnd }: XmlElement, rowNumber: number): TableCell[] {
    const nameLength = this.#tags.start.length;
    const cells: TableCell[] = [];
    this.#columnIndex = -1;
    let at = contentStart;
    for (;;) {
      const start = this.#nextCell(text, at, contentEnd);
      if (start < 0) return cells;
      const tagEnd = text.indexOf('>', start);
      if (tagEnd < 0 || tagEnd >= contentEnd) throw corrupt('xml');
      this.#readTag(text, start + nameLength, tagEnd);
      at = tagEnd + 1;
      if (text.charCodeAt(tagEnd - 1) === slashCode) continue;
      const cell = this.#readCell(text, at, contentEnd);
      at = this.#end;
      if (cell === emptyCell) continue;
      const columnIndex = this.#columnIndex;
      if (columnIndex >= tableLimits.columns) throw tooManyColumns(rowNumber);
      if (cell.text.length > tableLimits.cellCharacters) throw cellTooLong(rowNumber);
      while (cells.length < columnIndex) cells.push(emptyCell);
      cells[columnIndex] = this.#isStruck && cell.text !== '' ? { ...cell, isStruck: true } : cell;
    }
  }

  /** From tag to tag, never beyond the row: rows without cells would be searched to the end of all for each. */
  #nextCell(text: string, from: number, rowEnd: number): number {
    let start = text.indexOf('<', from);
    while (start >= 0 && start < rowEnd) {
      if (text.startsWith(this.#tags.start, start)) return start;
      start = text.indexOf('<', start + 1);
    }
    return -1;
  }

  /** `r`, `s` and `t` of a start tag, wherever they stand. */
  #readTag(text: string, from: number, tagEnd: number): void {
    this.#columnIndex += 1;
    this.#style = '';
    this.#type = '';
    this.#isStruck = false;
    let at = from;
    while (at < tagEnd) {
      // Never a search beyond the tag: a row of cells without attributes would be searched to its end for each.
      const equals = nextCharacter(text, equalsCode, at, tagEnd);
      const valueStart = equals + 2;
      const valueEnd = nextCharacter(text, text.charCodeAt(equals + 1), valueStart, tagEnd);
      if (equals >= tagEnd || valueEnd >= tagEnd) return;
      const isShortName = text.charCodeAt(equals - 2) <= 0x20;
      const name = isShortName ? text.charCodeAt(equals - 1) : 0;
      if (name === 0x72) this.#readColumn(text, valueStart, valueEnd);
      else if (name === 0x73) this.#readStyle(text.slice(valueStart, valueEnd));
      else if (name === 0x74) this.#type = typeIn(text, valueStart, valueEnd);
      at = valueEnd + 1;
    }
  }

  #readStyle(style: string): void {
    const { struckStyles } = this.#context;
    this.#style = style;
    this.#isStruck = struckStyles.size > 0 && struckStyles.has(style);
  }

  #readColumn(text: string, from: number, to: number): void {
    let column = 0;
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at) & 0xdf;
      if (code < 0x41 || code > 0x5a) break;
      column = column * 26 + code - 0x40;
    }
    if (column > 0) this.#columnIndex = column - 1;
  }

  #readCell(text: string, from: number, rowEnd: number): TableCell {
    const tags = this.#tags;
    if (this.#type === inlineType) {
      const plain = this.#between(tags.text, tags.textEnd, text, from);
      if (plain !== null) return plain === '' ? blankText : this.#marked({ text: this.#meant(plain) });
      if (text.startsWith(tags.noText, from)) {
        this.#end = from + tags.noText.length;
        return blankText;
      }
    } else {
      const plain = this.#between(tags.value, tags.valueEnd, text, from);
      if (plain !== null) return plain === '' ? emptyCell : this.#marked(this.#valueCell(plain));
    }
    const end = text.indexOf(tags.end, from);
    if (end < 0 || end >= rowEnd) throw corrupt('xml');
    this.#end = end + tags.end.length;
    return this.#marked(this.#unusualCell(text.slice(from, end)));
  }

  /** What stands between the two, and no other tag; null when that is not so. */
  #between(open: string, close: string, text: string, from: number): string | null {
    if (!text.startsWith(open, from)) return null;
    const start = from + open.length;
    const end = text.indexOf('<', start);
    if (!text.startsWith(close, end)) return null;
    this.#end = end + close.length;
    return text.slice(start, end);
  }

  #unusualCell(content: string): TableCell {
    const { prefix } = this.#tags;
    if (this.#type === inlineType) {
      this.#isStruck ||= saysStruck(content);
      return { text: joinTextRuns(content, prefix) };
    }
    const stored = storedValue(content, prefix);
    if (stored !== null && stored !== '') return this.#valueCell(stored);
    // A formula that was never calculated: the person saw a value that the file does not have.
    const isUncalculated = content.includes(`<${prefix}f`) && this.#type !== 'str';
    return isUncalculated ? { text: '', isDamaged: true } : emptyCell;
  }

  #valueCell(stored: string): TableCell {
    const { strings, struckStrings, numberStyles, is1904 } = this.#context;
    switch (this.#type) {
      case 's': {
        const shared = strings[Number(stored)];
        if (shared === undefined) throw corrupt('shared string');
        if (struckStrings.size > 0 && struckStrings.has(Number(stored))) this.#isStruck = true;
        return { text: shared };
      }
      case 'str':
        return { text: this.#meant(stored) };
      case 'b':
        return { text: stored === '1' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { text: xmlText(stored), isDamaged: true };
      case 'd':
        return { text: stored.replace('T', ' ').replace(/(\.\d+)?Z?$/, '') };
      default:
        return styledNumber(stored.trim(), numberStyles[Number(this.#style)], is1904);
    }
  }

  #meant(raw: string): string {
    return this.#isPlain ? raw : xmlText(raw);
  }

  #marked(cell: TableCell): TableCell {
    if (this.#isPlain && !this.#context.hasLostText) return cell;
    return cell.text.includes('\uFFFD') ? { ...cell, isDamaged: true } : cell;
  }
}

function nextCharacter(text: string, wanted: number, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) !== wanted) at += 1;
  return at;
}

/** The usual types as texts that are there already. */
function typeIn(text: string, from: number, to: number): string {
  if (to - from === 1) return text.charAt(from);
  return to - from === inlineType.length && text.startsWith(inlineType, from)
    ? inlineType
    : text.slice(from, to);
}

/** Raw text of `<v>` in the content of a cell, null when there is none. */
function storedValue(content: string, prefix: string): string | null {
  const open = content.indexOf(`<${prefix}v`);
  if (open < 0) return null;
  const start = content.indexOf('>', open) + 1;
  const end = content.indexOf(`</${prefix}v>`, start);
  return end < 0 ? null : content.slice(start, end);
}

/** All runs of a string item joined; phonetic runs (`rPh`) are reading aids and not part of the text. */
export function joinTextRuns(content: string, prefix: string): string {
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
