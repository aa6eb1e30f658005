import { create } from 'zustand';
import type { Tone } from '../StateMark.tsx';

export interface Toast {
  readonly id: number;
  readonly tone: Extract<Tone, 'done' | 'unsure' | 'failed'>;
  readonly says: string;
  readonly next?: string;
  /** Small and copyable, for support. */
  readonly code?: string;
  readonly action?: { readonly label: string; run(): void };
}

interface Toasts {
  readonly shown: readonly Toast[];
  say(toast: Omit<Toast, 'id'>): void;
  drop(id: number): void;
}

/** At most this many at once; the oldest goes first. */
const maxShown = 3;
let lastId = 0;

/** Short words about what just happened. What must be acted on stays on its screen, never only here. */
export const useToasts = create<Toasts>((set) => ({
  shown: [],
  say: (toast) => {
    lastId += 1;
    const added = { ...toast, id: lastId };
    // The same words again replace the former ones: a failure that repeats must not cover the page.
    set(({ shown }) => ({
      shown: [...shown.filter(({ says }) => says !== toast.says), added].slice(-maxShown),
    }));
  },
  drop: (id) => set(({ shown }) => ({ shown: shown.filter((toast) => toast.id !== id) })),
}));
