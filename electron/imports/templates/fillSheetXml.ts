import { columnIndexOf, columnLetters, type TemplateEdits } from './locateColumns.ts';

const rowPattern = /<((?:[\w.-]+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g;
const cellPattern = /<((?:[\w.-]+:)?)c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1c>)/g;

/** A sheet's XML with some cells written as text. Styles, notes, validations and all other cells stay as they are. */
export function fillSheetXml(xml: string, edits: TemplateEdits): string {
  const open = new Map(edits);
  let previous = 0;
  let prefix = /<((?:[\w.-]+:)?)sheetData\b/.exec(xml)?.[1] ?? '';
  // The used range is a hint that readers trust: without it they look for themselves.
  const ranged = xml.replace(/<(?:[\w.-]+:)?dimension\b[^>]*\/>/, '');
  let filled = ranged.replace(rowPattern, (whole, rowPrefix: string, attributes: string, body = '') => {
    prefix = rowPrefix;
    const rowNumber = Number(/\sr="(\d+)"/.exec(attributes)?.[1] ?? previous + 1);
    const before = newRows(open, rowPrefix, (row) => row > previous && row < rowNumber);
    previous = rowNumber;
    const cells = open.get(rowNumber);
    open.delete(rowNumber);
    if (cells === undefined) return before + whole;
    // `spans` names the used columns; without it a reader looks for itself.
    const keptAttributes = attributes.replace(/\sspans="[^"]*"/, '').trimEnd();
    const content = fillRow(String(body), rowPrefix, rowNumber, cells);
    return `${before}<${rowPrefix}row${keptAttributes}>${content}</${rowPrefix}row>`;
  });
  const rest = newRows(open, prefix, () => true);
  if (rest === '') return filled;
  const empty = new RegExp(`<${prefix}sheetData\\s*/>`);
  filled = filled.replace(empty, `<${prefix}sheetData></${prefix}sheetData>`);
  return filled.replace(`</${prefix}sheetData>`, `${rest}</${prefix}sheetData>`);
}

/** Rows that the sheet does not have yet, taken out of what is still to be written. */
function newRows(
  open: Map<number, ReadonlyMap<number, string>>,
  prefix: string,
  isDue: (row: number) => boolean,
): string {
  let xml = '';
  for (const row of [...open.keys()].filter(isDue).sort((left, right) => left - right)) {
    const cells = open.get(row) ?? new Map<number, string>();
    xml += `<${prefix}row r="${row}">${fillRow('', prefix, row, cells)}</${prefix}row>`;
    open.delete(row);
  }
  return xml;
}

function fillRow(body: string, prefix: string, row: number, cells: ReadonlyMap<number, string>): string {
  const open = new Map(cells);
  let previous = -1;
  const before = (column: number): string => {
    let xml = '';
    for (const due of [...open.keys()].filter((one) => one < column).sort((left, right) => left - right)) {
      xml += textCell(prefix, row, due, open.get(due) ?? '', '');
      open.delete(due);
    }
    return xml;
  };
  const filled = body.replace(cellPattern, (whole, cellPrefix: string, attributes: string) => {
    const letters = /\sr="([A-Z]+)\d+"/.exec(attributes)?.[1];
    const column = letters === undefined ? previous + 1 : columnIndexOf(letters);
    previous = column;
    const missing = before(column);
    const value = open.get(column);
    open.delete(column);
    if (value === undefined) return missing + whole;
    const style = /\ss="\d+"/.exec(attributes)?.[0] ?? '';
    return missing + textCell(cellPrefix, row, column, value, style);
  });
  return filled + before(Number.POSITIVE_INFINITY);
}

/** An inline string is text for every reader, whatever the style of the cell says. */
function textCell(prefix: string, row: number, column: number, value: string, style: string): string {
  const reference = `${columnLetters(column)}${row}`;
  const text = `<${prefix}is><${prefix}t xml:space="preserve">${escapeXml(value)}</${prefix}t></${prefix}is>`;
  return `<${prefix}c r="${reference}"${style} t="inlineStr">${text}</${prefix}c>`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
