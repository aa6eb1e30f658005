import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import type { NameTrie } from '../divisions/nameTrie.ts';
import { meantCell } from './meantCell.ts';

/** Is the text nothing but names of provinces and cities? */
function isUpperNames(text: string, names: NameTrie): boolean {
  let at = 0;
  while (at < text.length) {
    let end = at;
    names.matchAt(text, at, (found, meanings) => {
      if (meanings.some(({ division }) => division.level !== 'district')) end = found;
    });
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
  const cells = [columns.province, columns.city, columns.district]
    .map(meantCell)
    .filter((cell) => cell !== '');
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
