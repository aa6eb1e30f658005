import type { BookEnd } from './bookEnds.ts';
import type { BookTable } from './bookTables.ts';
import { countRows, foundAt, isAlike, isInOneOrder, nameOf, pagesBehind, type Row } from './rowPages.ts';

/** How many rows are the same in both; null: one is not. */
export async function compareTable(
  table: BookTable,
  from: BookEnd,
  to: BookEnd,
  onCompared: (rows: number) => void,
): Promise<number | null> {
  const others = isInOneOrder(table, [from, to]) ? besideIn(to, table) : foundIn(to, table);
  let rows = 0;
  for await (const page of pagesBehind(from, table)) {
    if (!isAlike(page, await others.of(page))) return null;
    rows += page.length;
    onCompared(rows);
  }
  const isNumberedAlike =
    !table.isNumbered || (await from.lastNumber(table)) === (await to.lastNumber(table));
  return isNumberedAlike && (await others.isAtEnd(rows)) ? rows : null;
}

/** Rows of one end beside a page of the other. */
interface OtherRows {
  of(page: readonly Row[]): Promise<readonly Row[]>;
  /** There are no more than these. */
  isAtEnd(rows: number): Promise<boolean>;
}

/** Both ends have them in one order: page by page. */
function besideIn(end: BookEnd, table: BookTable): OtherRows {
  const pages = pagesBehind(end, table);
  const next = async (): Promise<readonly Row[]> => {
    const page = await pages.next();
    return page.done === true ? [] : page.value;
  };
  return { of: next, isAtEnd: async () => (await next()).length === 0 };
}

/** The ends have them in orders of their own: each is looked for by its key, and none may be left over. */
const foundIn = (end: BookEnd, table: BookTable): OtherRows => ({
  async of(page) {
    const found = await foundAt(end, table, page);
    return page.map((row) => found.get(nameOf(row, table)) ?? {});
  },
  isAtEnd: async (rows) => (await countRows(table, end.db)) === rows,
});
