import { create } from 'zustand';

export interface KeyBinding {
  /** `Ctrl+K`, `Alt+1`, `Enter`, `?`, `j`. */
  readonly combo: string;
  /** Said in the overlay of keys, already in the operator's language. */
  readonly says: string;
  /** Also while a text field has the focus. Combos with Ctrl or Alt and function keys always do. */
  readonly inFields?: boolean;
  run(): void;
}

interface KeyLayers {
  readonly layers: readonly { readonly id: string; readonly bindings: readonly KeyBinding[] }[];
  put(id: string, bindings: readonly KeyBinding[]): void;
  drop(id: string): void;
}

/** Key bindings by layer; the layer put last answers first. */
export const useKeyLayers = create<KeyLayers>((set) => ({
  layers: [],
  put: (id, bindings) =>
    set(({ layers }) => {
      const at = layers.findIndex((layer) => layer.id === id);
      if (at < 0) return { layers: [...layers, { id, bindings }] };
      return { layers: layers.map((layer, index) => (index === at ? { id, bindings } : layer)) };
    }),
  drop: (id) => set(({ layers }) => ({ layers: layers.filter((layer) => layer.id !== id) })),
}));
