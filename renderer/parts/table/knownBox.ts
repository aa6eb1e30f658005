interface BoxSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const known = new Map<string, BoxSize>();

/**
 * How large the inside of a table was when it was last measured; 0 before. Another list in it is drawn for that at once, instead of once for
 * nothing and once more for its size.
 */
export const knownBox = (tableId: string): BoxSize => known.get(tableId) ?? { widthPx: 0, heightPx: 0 };

/** Measures and remembers. A table without rows is as wide as any, but no higher than its head, which tells nothing of the room for rows. */
export function measureBox(tableId: string, box: HTMLElement): BoxSize {
  if (box.classList.contains('table-blank'))
    return { widthPx: box.clientWidth, heightPx: knownBox(tableId).heightPx };
  const size = { widthPx: box.clientWidth, heightPx: box.clientHeight };
  known.set(tableId, size);
  return size;
}
