import { useEffect, useState } from 'react';
import { useSettled } from '../../../parts/useSettled.ts';

/** Typing rests this long before a name is saved. */
const restMs = 500;

/** A shop's name while it is typed; saved once the hand rests, not at every key. */
export function useShopField(saved: string, onSettled: (name: string) => void) {
  const [value, change] = useState(saved);
  const settled = useSettled(value, restMs);
  // A rule that was moved brings its own name.
  useEffect(() => change(saved), [saved]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a name that came to rest is saved
  useEffect(() => {
    if (settled !== saved && settled === value) onSettled(settled);
  }, [settled]);
  return { value, change };
}
