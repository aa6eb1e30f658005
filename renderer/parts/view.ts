import { useCallback, useEffect, useState } from 'react';
import { create } from 'zustand';

/** What was typed and not yet saved, by name. Lives as long as the page or until the workspace is locked. */
export const keptDrafts = new Map<string, unknown>();

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

/** A value once it has stayed the same for a while: what is dear to compute waits for the hand to rest. */
export function useSettled<T>(value: T, forMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return settled;
}

/** The theme the page shows now; the form controls compute colours and cannot read them from the style sheet. */
export const useShownTheme = create<{ readonly shown: 'light' | 'dark' }>(() => ({ shown: 'light' }));
