import { useLayoutEffect, useRef } from 'react';

/** Rows one below the other, each with the name of the element it is drawn in. */
interface DrawnRows {
  readonly keys: readonly string[];
  readonly names: readonly string[];
  /** Elements made so far. */
  readonly made: number;
}

export const nothingDrawn: DrawnRows = { keys: [], names: [], made: 0 };

/**
 * Which element each row is drawn in. A row keeps its own while it moves; one that is where another has left takes over that element and only
 * changes its words, since to make one costs the browser several times as much.
 */
export function elementsFor(keys: readonly string[], before: DrawnRows): DrawnRows {
  const known = new Map(before.keys.map((key, at) => [key, before.names[at]]));
  const staying = new Set(keys);
  let { made } = before;
  const names = keys.map((key, at) => {
    const left = before.keys[at];
    const taken = known.get(key) ?? (left === undefined || staying.has(left) ? undefined : before.names[at]);
    if (taken !== undefined) return taken;
    made += 1;
    return `row ${made}`;
  });
  return { keys, names, made };
}

/** Names of the elements of these rows, by what was drawn last. */
export function useRowElements(keys: readonly string[]): readonly string[] {
  const last = useRef(nothingDrawn);
  const drawn = elementsFor(keys, last.current);
  useLayoutEffect(() => {
    last.current = drawn;
  });
  return drawn.names;
}
