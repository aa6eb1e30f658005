import { useCallback, useState } from 'react';

/** What was typed and not yet saved, by name. Lives as long as the page; never put a secret here. */
const kept = new Map<string, unknown>();

/**
 * Like `useState`, but leaving the screen does not lose what was typed: the next visit finds it again. The third
 * function forgets it, once it was saved.
 */
export function useDraft<T>(
  name: string,
  initial: T,
): readonly [T, (change: (before: T) => T) => void, () => void] {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial));
  const change = useCallback(
    (next: (before: T) => T) =>
      setValue((before) => {
        const after = next(before);
        kept.set(name, after);
        return after;
      }),
    [name],
  );
  const forget = useCallback(() => void kept.delete(name), [name]);
  return [value, change, forget];
}
