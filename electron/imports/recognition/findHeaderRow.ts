import { createHash } from 'node:crypto';
import { cleanCellText } from '../kit/cellText.ts';
import { emptyCell, type TableRow } from '../kit/tableFormat.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';
import { fieldByContent, saysPhone } from './contentTests.ts';
import { containedField, emptyOwnDictionary, exactField, type OwnDictionary } from './headerDictionary.ts';

const headerRows = 20;
/** One hit could be chance: a cell of a data row may well say 微信 or 数量. */
const leastPoints = 2;
const longestHeader = 24;

function points(row: TableRow, own: OwnDictionary): number {
  const fields = new Set<string>();
  let sum = 0;
  for (const cell of row.cells) {
    const normalised = normaliseHeader(cell.text);
    if (normalised === '' || normalised.length > longestHeader) continue;
    const exact = own.spellings.get(normalised) ?? exactField(normalised);
    const field = exact ?? containedField(normalised);
    if (field === null || fields.has(field)) continue;
    fields.add(field);
    sum += exact === null ? 0.5 : 1;
  }
  return sum;
}

/** Names of columns that no dictionary knows, above columns whose values say what they are. */
function isNamingRow(texts: readonly string[], below: readonly TableRow[]): boolean {
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 2 || filled.some((text) => text.length > longestHeader || /\d{5}/.test(text)))
    return false;
  const naming = texts.filter((text, index) => {
    const values = below.map((row) => cleanCellText(row.cells[index]?.text ?? ''));
    const field = fieldByContent(values);
    return text !== '' && field !== null && fieldByContent([text]) !== field;
  });
  return naming.length >= 1;
}

function findNamingRow(rows: readonly TableRow[]): TableRow | null {
  for (const [index, row] of rows.slice(0, headerRows).entries()) {
    const texts = row.cells.map((cell) => cleanCellText(cell.text));
    const below = rows.slice(index + 1);
    if (below.length > 0 && isNamingRow(texts, below)) return row;
  }
  return null;
}

/** A header of receivers names these; two other known words can occur in any row. */
const reach: ReadonlySet<string | null> = new Set([
  'receiverPhone',
  'receiverTel',
  'fullAddress',
  'addressDetail',
  'oneLineReceiver',
]);

/** What decides it for most rows at once: a number, or a text too long for a name of a column. */
function couldName({ cells }: TableRow): boolean {
  return cells.every(({ text }) => text.length <= longestHeader && !/\d{5}/.test(text));
}

export const textsOf = ({ cells }: TableRow): string[] => cells.map(({ text }) => cleanCellText(text));

/** Names of columns, of which one says where a parcel goes. */
export function namesColumns(row: TableRow): boolean {
  if (!couldName(row)) return false;
  const filled = textsOf(row).filter((text) => text !== '');
  const known = filled.map((text) => exactField(normaliseHeader(text))).filter((field) => field !== null);
  return known.length >= 3 && known.length * 2 > filled.length && known.some((field) => reach.has(field));
}

/** A list above the one whose header says more: rows with receivers stand between both headers. */
function earlierHeader(rows: readonly TableRow[], best: TableRow): TableRow {
  const above = rows.filter(({ rowNumber }) => rowNumber < best.rowNumber);
  const first = above.findIndex(namesColumns);
  const isList = first !== -1 && above.slice(first + 1).some((row) => textsOf(row).some(saysPhone));
  return isList ? (above[first] ?? best) : best;
}

/**
 * The header among the first 20 rows: one whose set of names was mapped by hand before, else the most dictionary hits (the
 * earlier one when equal, or when it has a list of its own), otherwise unknown names above values that say what they are. Null: the table has none.
 */
export function findHeaderRow(
  rows: readonly TableRow[],
  own: OwnDictionary = emptyOwnDictionary,
): TableRow | null {
  let best: TableRow | null = null;
  let bestPoints = leastPoints - 0.5;
  for (const row of rows.slice(0, headerRows)) {
    const headers = own.memories.size > 0 ? row.cells.map((cell) => cleanCellText(cell.text)) : [];
    if (headers.length > 0 && own.memories.has(headerKey(headers))) return row;
    const sum = points(row, own);
    if (sum > bestPoints) {
      best = row;
      bestPoints = sum;
    }
  }
  return best === null ? findNamingRow(rows) : withSecondLine(earlierHeader(rows, best), rows, own);
}

/**
 * 收件人信息 over three columns, and 姓名, 电话, 地址 in the line below it: the header is both lines, the lower one first. A lower
 * line that only says again what the upper one does (field names of a platform) is none.
 */
function withSecondLine(header: TableRow, rows: readonly TableRow[], own: OwnDictionary): TableRow {
  const below = rows.find(({ rowNumber }) => rowNumber === header.rowNumber + 1);
  if (below === undefined) return header;
  const names = below.cells.map(({ text }) => normaliseHeader(text));
  const filled = names.filter((name) => name !== '');
  const known = filled.filter((name) => own.spellings.has(name) || exactField(name) !== null);
  const isBelowTitle = names.some((name, index) => {
    const title = header.cells[index];
    return name !== '' && cleanCellText(title?.text ?? '') === '';
  });
  if (known.length < 2 || known.length < filled.length || !isBelowTitle) return header;
  const width = Math.max(header.cells.length, below.cells.length);
  const cells = Array.from({ length: width }, (_unused, index) => {
    const [lower, upper] = [below.cells[index], header.cells[index]];
    return (names[index] ?? '') === '' ? (upper ?? emptyCell) : (lower ?? emptyCell);
  });
  return { ...below, cells };
}

/**
 * A name for each column that stays the same when columns are moved: its normalised header, numbered from the second
 * one of that name on. A column without a header is known by its place alone.
 */
export function headerSlots(headers: readonly string[]): string[] {
  const times = new Map<string, number>();
  return headers.map((header, index) => {
    const name = normaliseHeader(header);
    if (name === '') return `@${index}`;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name}#${time}`;
  });
}

/** Identity of a set of headers, whatever their order: what a mapping is remembered by. */
export function headerKey(headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(headerSlots(headers).sort()))
    .digest('hex')
    .slice(0, 32);
}
