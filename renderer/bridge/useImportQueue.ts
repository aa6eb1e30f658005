import { create } from 'zustand';
import type { ImportItem } from './importItem.ts';

interface ImportQueue {
  readonly items: readonly ImportItem[];
  readonly shownId: string | null;
  /** Adds at the end and shows the first of them, unless they only belong to what is shown. */
  put(added: readonly ImportItem[], isShown: boolean): void;
  update(id: string, change: Partial<ImportItem>): void;
  drop(id: string): void;
  show(id: string): void;
  clear(): void;
}

/** Files being taken in. Lives here and not in the screen, so that leaving the screen ends nothing. */
export const useImportQueue = create<ImportQueue>((set) => ({
  items: [],
  shownId: null,
  put: (added, isShown) => {
    const [first] = added;
    if (first === undefined) return;
    set(({ items, shownId }) => ({
      items: [...items, ...added],
      shownId: isShown || shownId === null ? first.id : shownId,
    }));
  },
  update: (id, change) =>
    set(({ items }) => ({ items: items.map((item) => (item.id === id ? { ...item, ...change } : item)) })),
  drop: (id) =>
    set(({ items, shownId }) => {
      const left = items.filter((item) => item.id !== id);
      return { items: left, shownId: shownId === id ? (left.at(-1)?.id ?? null) : shownId };
    }),
  show: (id) => set({ shownId: id }),
  clear: () => set({ items: [], shownId: null }),
}));
