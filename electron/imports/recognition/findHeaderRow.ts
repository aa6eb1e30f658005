import type { TableRow } from '../kit/tableFormat.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';
import { containedField, exactField } from './headerDictionary.ts';

const HEADER_ROWS = 20;
/** One hit could be chance: a cell of a data row may well say 微信 or 数量. */
const MIN_POINTS = 2;

function points(row: TableRow): number {
  const fields = new Set<string>();
  let sum = 0;
  for (const cell of row.cells) {
    const normalised = normaliseHeader(cell.text);
    if (normalised === '' || normalised.length > 24) continue;
    const exact = exactField(normalised);
    const field = exact ?? containedField(normalised);
    if (field === null || fields.has(field)) continue;
    fields.add(field);
    sum += exact === null ? 0.5 : 1;
  }
  return sum;
}

/** The header among the first 20 rows: most dictionary hits, the earlier one when equal. Null: the table has none. */
export function findHeaderRow(rows: readonly TableRow[]): TableRow | null {
  let best: TableRow | null = null;
  let bestPoints = MIN_POINTS - 0.5;
  for (const row of rows.slice(0, HEADER_ROWS)) {
    const sum = points(row);
    if (sum > bestPoints) {
      best = row;
      bestPoints = sum;
    }
  }
  return best;
}
