import { useEffect, useId, useLayoutEffect } from 'react';
import { create } from 'zustand';

const textTypes = ['text', 'search', 'tel', 'url', 'email', 'password', 'number'];

/** Does typing into this element change text? */
export function isTextField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && textTypes.includes(element.type);
}

declare global {
  interface Navigator {
    /** Chromium's own; missing elsewhere. */
    readonly scheduling?: { isInputPending?(): boolean };
  }
}

/** Are keys waiting that the page was too busy to hear yet? They may be the rest of a scan. */
export function isInputPending(): boolean {
  return navigator.scheduling?.isInputPending?.() ?? false;
}

/** The part of a keyboard event that decides what it means. */
interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Does a stroke fit a combo such as `Ctrl+K`, `Alt+1`, `?`, `Enter`? Ctrl means Command on a Mac as well. Shift is
 * ignored for printable keys, since `?` needs it on some layouts and not on others.
 */
export function matchesCombo(stroke: KeyStroke, combo: string): boolean {
  const parts = combo.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.length > 1 && parts.slice(0, -1).includes(name);
  if ((stroke.ctrlKey || stroke.metaKey) !== wants('Ctrl')) return false;
  if (stroke.altKey !== wants('Alt')) return false;
  if (key.length > 1 && stroke.shiftKey !== wants('Shift')) return false;
  return stroke.key.toLowerCase() === key.toLowerCase();
}

export interface KeyBinding {
  /** `Ctrl+K`, `Alt+1`, `Enter`, `?`, `j`. */
  readonly combo: string;
  /** Said in the overlay of keys, already in the operator's language. */
  readonly says: string;
  /** Also while a text field has the focus, or one of which this is true. Combos with Ctrl or Alt and function keys always do. */
  readonly inFields?: boolean | ((field: HTMLInputElement | HTMLTextAreaElement) => boolean);
  /** Belongs to an open dialog: keys of the screen behind it are off. */
  readonly inDialogs?: boolean;
  run(): void;
}

interface KeyLayers {
  readonly layers: readonly { readonly id: string; readonly bindings: readonly KeyBinding[] }[];
  /** What is still being read and will bring keys of its own. */
  readonly awaited: ReadonlySet<string>;
  put(id: string, bindings: readonly KeyBinding[]): void;
  drop(id: string): void;
}

/** Key bindings by layer; the layer put last answers first. */
export const useKeyLayers = create<KeyLayers>((set) => ({
  layers: [],
  awaited: new Set(),
  put: (id, bindings) =>
    set(({ layers }) => {
      const at = layers.findIndex((layer) => layer.id === id);
      if (at < 0) return { layers: [...layers, { id, bindings }] };
      return { layers: layers.map((layer, index) => (index === at ? { id, bindings } : layer)) };
    }),
  drop: (id) => set(({ layers }) => ({ layers: layers.filter((layer) => layer.id !== id) })),
}));

/** Binds keys while the component is shown. The list may be new at each render. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const id = useId();
  const { put, drop } = useKeyLayers.getState();
  useLayoutEffect(() => put(id, bindings), [id, put, bindings]);
  useEffect(() => () => drop(id), [id, drop]);
}

/** While something is being read, a letter that nothing here answers is kept for the keys it will bring. */
export function useAwaitedKeys(isReading: boolean): void {
  const id = useId();
  useLayoutEffect(() => {
    if (!isReading) return;
    useKeyLayers.setState(({ awaited }) => ({ awaited: new Set([...awaited, id]) }));
    return () =>
      useKeyLayers.setState(({ awaited }) => ({
        awaited: new Set([...awaited].filter((other) => other !== id)),
      }));
  }, [id, isReading]);
}
