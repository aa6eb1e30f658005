import { create } from 'zustand';
import type { ManualPage } from '../../../shared/domain/manual.ts';

export interface HelpPlace {
  readonly page: ManualPage;
  /** A heading of the page, or an error code. */
  readonly at?: string;
}

interface HelpStore {
  /** null: the manual is closed. */
  readonly place: HelpPlace | null;
  readonly past: readonly HelpPlace[];
  open(place: HelpPlace): void;
  back(): void;
  close(): void;
}

/** The manual over whatever is being done. Any part may open it; the frame shows it. */
export const useHelp = create<HelpStore>((set) => ({
  place: null,
  past: [],
  open: (wanted) =>
    set(({ place, past }) => ({ place: wanted, past: place === null ? [] : [...past, place] })),
  back: () =>
    set(({ past }) => {
      const last = past.at(-1);
      return last === undefined ? {} : { place: last, past: past.slice(0, -1) };
    }),
  close: () => set({ place: null, past: [] }),
}));
