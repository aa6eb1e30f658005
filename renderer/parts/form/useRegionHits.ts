import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { RegionHit } from './RegionHits.tsx';

export interface TypedHits {
  readonly found: readonly RegionHit[];
  /** The marked line. */
  readonly at: number;
  readonly isReading: boolean;
  /** What Enter or Tab takes; null: nothing is taken. */
  onKey(event: KeyboardEvent): RegionHit | null;
}

/** Regions for what is typed; an answer that comes too late is dropped. */
export function useRegionHits(
  typed: string | null,
  find: (typed: string) => Promise<readonly RegionHit[]>,
): TypedHits {
  const [answer, setAnswer] = useState<{ readonly typed: string; readonly found: readonly RegionHit[] }>({
    typed: '',
    found: [],
  });
  const [at, setAt] = useState(0);
  const newest = useRef('');
  const asked = typed?.trim() ?? '';
  useEffect(() => {
    newest.current = asked;
    setAt(0);
    if (asked === '') return;
    const take = (found: readonly RegionHit[]): void => {
      if (newest.current === asked) setAnswer({ typed: asked, found });
    };
    find(asked).then(take, () => take([]));
  }, [asked, find]);
  const isReading = answer.typed !== asked;
  const found = isReading ? [] : answer.found;
  return {
    found,
    at,
    isReading,
    onKey: (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setAt(Math.max(0, Math.min(found.length - 1, at + step)));
      }
      // Tab goes on to the next field with what stands marked.
      if (event.key === 'Enter') event.preventDefault();
      return event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey) ? (found[at] ?? null) : null;
    },
  };
}
