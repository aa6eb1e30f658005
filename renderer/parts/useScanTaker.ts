import { useEffect, useId, useRef } from 'react';
import { type ScanTaker, useScanTakers } from './scanTakers.ts';

/** Asks `take` about every scan while the component is shown; it may be a new function at each render. */
export function useScanTaker(take: ScanTaker): void {
  const id = useId();
  const newest = useRef(take);
  newest.current = take;
  useEffect(() => {
    const { put, drop } = useScanTakers.getState();
    put(id, (code) => newest.current(code));
    return () => drop(id);
  }, [id]);
}
