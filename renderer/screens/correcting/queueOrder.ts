import type { CorrectionRow } from '../../bridge/questions.ts';
import type { WindowRows } from '../../bridge/windowRows.ts';

/** An entry that the operator is done with; the list may be an instant older and show it still. */
export interface Gone {
  readonly orderId: string;
  /** Decided: it will not come back by itself. Otherwise it was put off, and may be the only one. */
  readonly isDecided: boolean;
}

type Rows = Pick<WindowRows<CorrectionRow>, 'rowAt'>;

/** The rows at the top of the list, as far as they are read: one more than those that may have left it. */
function topRows(rows: Rows, gone: readonly Gone[]): readonly string[] {
  const ids: string[] = [];
  for (let index = 0; index <= gone.length; index += 1) {
    const row = rows.rowAt(index);
    if (row !== undefined) ids.push(row.orderId);
  }
  return ids;
}

/** The worst entry that nobody is done with: a quick hand decides several before the list has been read again. */
export function firstOpen(rows: Rows, gone: readonly Gone[]): string | null {
  const ids = topRows(rows, gone);
  const isDecided = (id: string): boolean => gone.some((one) => one.orderId === id && one.isDecided);
  const open = ids.find((id) => !gone.some(({ orderId }) => orderId === id));
  return open ?? ids.find((id) => !isDecided(id)) ?? null;
}

/** Those that the list still shows; one that has left it and comes back is an entry like any other. */
export function stillListed(rows: Rows, gone: readonly Gone[]): readonly Gone[] {
  const ids = topRows(rows, gone);
  const kept = gone.filter(({ orderId }) => ids.includes(orderId));
  // Nothing read yet says nothing.
  return ids.length === 0 || kept.length === gone.length ? gone : kept;
}
