import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const rowSizes = ['compact', 'standard', 'far'] as const;
type RowSize = (typeof rowSizes)[number];

interface RowMeasure {
  readonly heightPx: number;
  readonly textPx: number;
  readonly leadPx: number;
  /** By how much columns are wider than at the smallest size. */
  readonly widthScale: number;
}

const measures: Readonly<Record<RowSize, RowMeasure>> = {
  compact: { heightPx: 34, textPx: 14, leadPx: 20, widthScale: 1 },
  standard: { heightPx: 40, textPx: 16, leadPx: 24, widthScale: 16 / 14 },
  far: { heightPx: 48, textPx: 18, leadPx: 28, widthScale: 18 / 14 },
};

interface RowSizeChoice {
  /** null: nobody has chosen, the screen decides. */
  readonly chosen: RowSize | null;
  choose(size: RowSize): void;
}

/** How large rows are on this computer. */
const useRowSizeChoice = create<RowSizeChoice>()(
  persist((set) => ({ chosen: null, choose: (chosen) => set({ chosen }) }), { name: 'shipdesk.rowSize' }),
);

let wideScreen: MediaQueryList | undefined;

/** Asked of the browser once: every table is drawn by it, time and again. */
function wide(): MediaQueryList {
  wideScreen ??= window.matchMedia('(min-width: 1600px)');
  return wideScreen;
}

function subscribe(listener: () => void): () => void {
  wide().addEventListener('change', listener);
  return () => wide().removeEventListener('change', listener);
}

/** The size that is shown: what was chosen here, else what fits the screen. */
export function useRowSize(): { readonly size: RowSize; choose(size: RowSize): void } {
  const isWide = useSyncExternalStore(subscribe, () => wide().matches);
  const { chosen, choose } = useRowSizeChoice();
  return { size: chosen ?? (isWide ? 'standard' : 'compact'), choose };
}

export function useRowMeasure(): RowMeasure {
  return measures[useRowSize().size];
}
