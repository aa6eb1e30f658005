import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { fieldOf } from '../database/columnNames.ts';
import { insertCompiled, withAnyTables } from '../database/insertCompiled.ts';
import type { BookEnd } from './bookEnds.ts';
import type { BookTable } from './bookTables.ts';
import { compareTable } from './compareTable.ts';
import { nothingKept, type RemainingRows, removeStaleRows } from './removeStaleRows.ts';
import { countRows, emptyTable, foundAt, nameOf, pagesBehind, type Row } from './rowPages.ts';

/** How far a copy is: rows copied or compared, of both together. */
export type OnCopied = (rows: number, total: number) => void;

/** Where a book is copied to. */
export interface BookTarget {
  /** One transaction: what is done in it lasts from its end on, all of it or nothing. */
  step<T>(work: (to: BookEnd) => Promise<T>): Promise<T>;
}

/** What stands in the target of an earlier copy: one that is gone on with, or one that was made otherwise and is taken out. */
export type EarlierCopy = 'none' | 'goes-on' | 'unlike';

interface CopySteps {
  readonly onCopied?: OnCopied;
  /** Rows of one step, and some of its last page. */
  readonly stepRows?: number;
  /** Part of the first step. */
  readonly begin?: (to: BookEnd) => Promise<EarlierCopy>;
  /** Part of the last step: what must be otherwise at the new place, while nothing follows a change automatically. */
  readonly settle?: (to: BookEnd) => Promise<void>;
  /** The end of the last step: it is the book from then on. */
  readonly finish?: (to: BookEnd) => Promise<void>;
}

export interface CopiedBook {
  /** The same on both sides. */
  readonly rows: number;
  readonly earlier: EarlierCopy;
  /** How many of these rows an earlier copy had brought there. */
  readonly kept: number;
}

/** So many rows are lost by an end at any moment. A step costs some ten statements of its own, its rows one in 200. */
const usualStepRows = 5_000;

/**
 * Copies a whole book into another engine in steps that last, then reads both row by row beside each other. What an earlier copy has
 * brought there is rid of rows that the book has otherwise by now, and gone on with; the last comparison trusts none of that and reads
 * everything. To be called with a source that nobody writes to meanwhile. MOVE_ROW_UNLIKE, with the table: the target did not give back
 * what was written.
 */
export async function copyBook(
  tables: readonly BookTable[],
  from: BookEnd,
  target: BookTarget,
  {
    onCopied = () => undefined,
    stepRows = usualStepRows,
    begin = async () => 'none',
    settle = async () => undefined,
    finish = async () => undefined,
  }: CopySteps = {},
): Promise<Outcome<CopiedBook>> {
  const rows = await countAll(tables, from);
  const total = [...rows.values()].reduce((all, count) => all + count, 0);
  const tell = (sofar: number): void => onCopied(sofar, total * 2);
  const { earlier, kept } = await target.step(async (to) => {
    const begun = await begin(to);
    const isUsed = begun === 'goes-on';
    return {
      earlier: begun,
      kept: isUsed ? await removeStaleOfAll(tables, from, to, tell) : await emptyAll(tables, to),
    };
  });
  faultPoint('move.after-begin');
  const alreadyThere = [...kept.values()].reduce((all, table) => all + table.rows, 0);
  const lacking = tables.filter((table) => kept.get(table)?.rows !== rows.get(table));
  const pages = missingPages(lacking, from, kept);
  await fill(pages, target, { stepRows, onFilled: (more) => tell(alreadyThere + more) });
  return target.step(async (to) => {
    for (const table of tables)
      if (table.isNumbered) await to.setLastNumber(table, await from.lastNumber(table));
    let compared = 0;
    for (const table of tables) {
      const alike = await compareTable(table, from, to, (more) => tell(total + compared + more));
      if (alike === null) return failure('MOVE_ROW_UNLIKE', { table: table.name });
      compared += alike;
    }
    faultPoint('move.after-compare');
    const wake = await to.restTriggers(tables);
    await settle(to);
    await wake();
    await finish(to);
    return done({ rows: total, earlier, kept: alreadyThere });
  });
}

async function countAll(tables: readonly BookTable[], { db }: BookEnd): Promise<Map<BookTable, number>> {
  const counts = new Map<BookTable, number>();
  for (const table of tables) counts.set(table, await countRows(table, db));
  return counts;
}

async function removeStaleOfAll(
  tables: readonly BookTable[],
  from: BookEnd,
  to: BookEnd,
  onKept: (rows: number) => void,
): Promise<Map<BookTable, RemainingRows>> {
  const kept = new Map<BookTable, RemainingRows>();
  let sofar = 0;
  for (const table of tables) {
    const left = await removeStaleRows(table, from, to, (more) => onKept(sofar + more));
    sofar += left.rows;
    kept.set(table, left);
  }
  return kept;
}

async function emptyAll(tables: readonly BookTable[], to: BookEnd): Promise<Map<BookTable, RemainingRows>> {
  const wake = await to.restTriggers(tables);
  for (const table of [...tables].reverse()) await emptyTable(table, to);
  await wake();
  return new Map();
}

interface MissingPage {
  readonly table: BookTable;
  readonly rows: readonly Row[];
  /** Some of them may stand in the target already. */
  readonly isScattered: boolean;
}

async function* missingPages(
  tables: readonly BookTable[],
  from: BookEnd,
  kept: ReadonlyMap<BookTable, RemainingRows>,
): AsyncGenerator<MissingPage> {
  for (const table of tables) {
    const { behind, scattered } = kept.get(table) ?? nothingKept;
    for await (const rows of pagesBehind(from, table, behind))
      yield { table, rows, isScattered: scattered > 0 };
  }
}

/** Inserts what is missing, a step after the other. */
async function fill(
  pages: AsyncGenerator<MissingPage>,
  target: BookTarget,
  { stepRows, onFilled }: { readonly stepRows: number; readonly onFilled: (rows: number) => void },
): Promise<void> {
  let filled = 0;
  let isAtEnd = false;
  while (!isAtEnd) {
    isAtEnd = await target.step(async (to) => {
      const asleep = new Map<BookTable, () => Promise<void>>();
      let inStep = 0;
      let next = await pages.next();
      while (next.done !== true) {
        const { table } = next.value;
        if (!asleep.has(table)) asleep.set(table, await to.restTriggers([table]));
        inStep += await insertMissing(next.value, to);
        onFilled(filled + inStep);
        if (inStep >= stepRows) break;
        next = await pages.next();
      }
      for (const wake of asleep.values()) await wake();
      faultPoint('move.in-step');
      filled += inStep;
      return next.done === true;
    });
    faultPoint('move.after-step');
  }
}

async function insertMissing({ table, rows, isScattered }: MissingPage, to: BookEnd): Promise<number> {
  const there = isScattered ? await foundAt(to, table, rows) : new Map<string, Row>();
  const missing = rows.filter((row) => !there.has(nameOf(row, table)));
  await insertCompiled(withAnyTables(to.db), fieldOf(table.name), missing);
  return missing.length;
}
