import type { BookEnd } from './bookEnds.ts';
import type { BookTable } from './bookTables.ts';
import {
  foundAt,
  isAlike,
  isInOneOrder,
  nameOf,
  type Position,
  pageBehind,
  type Row,
  removeAt,
} from './rowPages.ts';

/** What an earlier copy has left of a table that is as the book has it now. */
export interface RemainingRows {
  readonly rows: number;
  /** Up to here nothing is missing. */
  readonly behind: Position;
  /** Of `rows`, those further on: what is missing lies between them. */
  readonly scattered: number;
}

export const nothingKept: RemainingRows = { rows: 0, behind: null, scattered: 0 };

/**
 * Takes out of the target whatever the book has otherwise or not at all by now. What is left is part of the book, so that nothing that is
 * put beside it can be in its way.
 */
export async function removeStaleRows(
  table: BookTable,
  from: BookEnd,
  to: BookEnd,
  onKept: (rows: number) => void,
): Promise<RemainingRows> {
  let behind: Position = null;
  let position: Position = null;
  let [unbroken, scattered] = [0, 0];
  let isUnbroken = isInOneOrder(table, [from, to]);
  for (;;) {
    const page = await pageBehind(to, table, position);
    const { rows } = page;
    if (rows.length === 0) return { rows: unbroken + scattered, behind, scattered };
    isUnbroken &&= await isNextOf(from, table, { position, rows });
    if (isUnbroken) {
      unbroken += rows.length;
      behind = page.last;
    } else scattered += await removeStaleOfPage(table, from, to, rows);
    onKept(unbroken + scattered);
    position = page.last;
  }
}

async function isNextOf(
  from: BookEnd,
  table: BookTable,
  { position, rows }: { readonly position: Position; readonly rows: readonly Row[] },
): Promise<boolean> {
  const next = await pageBehind(from, table, position);
  return isAlike(next.rows.slice(0, rows.length), rows);
}

/** How many of its rows stay. */
async function removeStaleOfPage(
  table: BookTable,
  from: BookEnd,
  to: BookEnd,
  rows: readonly Row[],
): Promise<number> {
  const found = await foundAt(from, table, rows);
  const stale = rows.filter((row) => !isAlike([row], [found.get(nameOf(row, table)) ?? {}]));
  if (stale.length === 0) return rows.length;
  const wake = await to.restTriggers([table]);
  await removeAt(to, table, stale);
  await wake();
  return rows.length - stale.length;
}
