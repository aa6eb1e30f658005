import type { AddressSpan } from '../../../shared/domain/addressReading.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import { divisionLevels } from '../divisions/division.ts';
import type { NameTrie } from '../divisions/nameTrie.ts';
import { type CellPart, meantCell } from './joinColumns.ts';

type AddressPart = Omit<CellPart, 'column'>;

export interface AddressWithoutRepeats {
  readonly parts: readonly AddressPart[];
  /** What was cut out and which field says it already. */
  readonly cuts: readonly AddressSpan[];
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The region cells that name something, from the top. */
function regionCells(columns: ReceiverColumns): string[] {
  return divisionLevels.map((level) => meantCell(columns[level])).filter((cell) => cell !== '');
}

/** Three names and what parts them; a longer end is not searched, however long the cell. */
const longestRegion = 80;

/** 珠江路1号 江苏省南京市玄武区: the region of the columns told once more behind the street, at least two levels of it. */
function regionAtEnd(address: string, columns: ReceiverColumns): number {
  const cells = regionCells(columns);
  const last = cells[cells.length - 1];
  if (last === undefined || cells.length < 2 || !address.endsWith(last)) return address.length;
  const front = cells.slice(0, -1).map((cell) => `(?:${literal(cell)}[\\s,，/-]*)?`);
  const offset = Math.max(0, address.length - longestRegion);
  const behind = new RegExp(`[\\s,，;；(（]+(${front.join('')}${literal(last)})$`).exec(
    address.slice(offset),
  );
  const isSeveral = behind?.[1] !== undefined && behind[1] !== last;
  // The whole cell may be nothing but the region.
  return behind !== null && isSeveral && offset + behind.index > 0 ? offset + behind.index : address.length;
}

function cutRegion(address: string, end: number, columns: ReceiverColumns): AddressSpan[] {
  let at = end;
  return divisionLevels.flatMap((field): AddressSpan[] => {
    const cell = meantCell(columns[field]);
    const start = cell === '' ? -1 : address.indexOf(cell, at);
    if (start === -1) return [];
    at = start + cell.length;
    return [{ field, start, end: at }];
  });
}

/** The address without what other cells say as well: the region behind the street, the extension hung on it. */
export function withoutRepeats(columns: ReceiverColumns, extension: string): AddressWithoutRepeats {
  const address = columns.address.trim();
  const end = regionAtEnd(address, columns);
  // Shops hang the extension on the address too: 珠江路1号[7839].
  const code =
    extension === '' ? null : new RegExp(`[[(（【]\\s*(?:转|分机)?${extension}\\s*[\\])）】]`, 'g');
  const parts: AddressPart[] = [];
  const cuts = cutRegion(address, end, columns);
  let from = 0;
  for (const match of code === null ? [] : address.slice(0, end).matchAll(code)) {
    parts.push({ cellStart: from, text: address.slice(from, match.index) });
    from = match.index + match[0].length;
    cuts.push({ field: 'extension', start: match.index, end: from });
  }
  parts.push({ cellStart: from, text: address.slice(from, end) });
  return { parts: parts.filter(({ text }) => text !== ''), cuts };
}

/** Is the text nothing but names of provinces and cities? */
function isUpperNames(text: string, names: NameTrie): boolean {
  let at = 0;
  while (at < text.length) {
    let end = at;
    for (let next = at, node = 0; next < text.length; next += 1) {
      node = names.next(node, text.charCodeAt(next));
      if (node === 0) break;
      if (names.meaningsAt(node)?.some(({ division }) => division.level !== 'district')) end = next + 1;
    }
    if (end === at && text.charAt(at).trim() !== '') return false;
    at = Math.max(end, at + 1);
  }
  return true;
}

/**
 * 玄武区 in a column and 南京市玄武区珠江路1号 in the address: the address begins higher and repeats the cells, so it is read
 * alone. Joined to it the lower cell would stand in front of the higher one.
 */
export function addressSaysMore(columns: ReceiverColumns, names: NameTrie): boolean {
  const address = columns.address.trim();
  const cells = regionCells(columns);
  const [first] = cells;
  if (first === undefined || meantCell(columns.region) !== '') return false;
  const start = address.indexOf(first);
  if (start <= 0 || !isUpperNames(address.slice(0, start), names)) return false;
  let from = start;
  return cells.every((cell) => {
    const isNext = address.startsWith(cell, from);
    from += cell.length;
    return isNext;
  });
}
