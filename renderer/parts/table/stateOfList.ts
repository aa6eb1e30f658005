import { useState } from 'react';

/** State that belongs to one list of those that a table shows one after the other: the next begins with `first`. */
export function useStateOfList<S>(listKey: string | undefined, first: S): readonly [S, (state: S) => void] {
  const [kept, setKept] = useState({ listKey, state: first });
  return [kept.listKey === listKey ? kept.state : first, (state) => setKept({ listKey, state })];
}
