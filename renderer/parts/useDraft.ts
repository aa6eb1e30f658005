import { useCallback, useState } from 'react';
import { keptDrafts } from './keptDrafts.ts';

/**
 * Like `useState`, but leaving the screen does not lose what was typed: the next visit finds it again. The third
 * function forgets it, once it was saved. Never for a secret.
 */
export function useDraft<T>(
  name: string,
  initial: T,
): readonly [T, (change: (before: T) => T) => void, () => void] {
  const [value, setValue] = useState<T>(() => (keptDrafts.has(name) ? (keptDrafts.get(name) as T) : initial));
  const change = useCallback(
    (next: (before: T) => T) =>
      setValue((before) => {
        const after = next(before);
        keptDrafts.set(name, after);
        return after;
      }),
    [name],
  );
  const forget = useCallback(() => void keptDrafts.delete(name), [name]);
  return [value, change, forget];
}
