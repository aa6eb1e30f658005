import { useId, useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';

/** Takes a scanned code when it means something here; false leaves it to whoever is asked next. */
type ScanTaker = (code: string) => boolean | Promise<boolean>;

interface ScanTakers {
  readonly takers: readonly { readonly id: string; readonly take: ScanTaker }[];
  put(id: string, take: ScanTaker): void;
  drop(id: string): void;
}

/** Who is asked about a scan before it opens its parcel; the newest is asked first. */
export const useScanTakers = create<ScanTakers>((set) => ({
  takers: [],
  put: (id, take) =>
    set(({ takers }) => ({ takers: [...takers.filter((taker) => taker.id !== id), { id, take }] })),
  drop: (id) => set(({ takers }) => ({ takers: takers.filter((taker) => taker.id !== id) })),
}));

/** Asks one after another; true when somebody took the code. */
export async function offerScan(code: string): Promise<boolean> {
  for (const { take } of [...useScanTakers.getState().takers].reverse()) {
    if (await take(code)) return true;
  }
  return false;
}

/** Asks `take` about every scan while the component is shown; it may be a new function at each render. */
export function useScanTaker(take: ScanTaker): void {
  const id = useId();
  const newest = useRef(take);
  newest.current = take;
  // With the frame that shows the place: a gun may be quicker than what comes behind it.
  useLayoutEffect(() => {
    const { put, drop } = useScanTakers.getState();
    put(id, (code) => newest.current(code));
    return () => drop(id);
  }, [id]);
}
