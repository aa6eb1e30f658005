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

/** Measures and remembers. */
export function measureBox(tableId: string, { clientWidth, clientHeight }: HTMLElement): BoxSize {
  const size = { widthPx: clientWidth, heightPx: clientHeight };
  known.set(tableId, size);
  return size;
}
