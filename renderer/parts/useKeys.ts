import { useEffect, useId, useLayoutEffect } from 'react';
import { type KeyBinding, useKeyLayers } from './keyBindings.ts';

/** Binds keys while the component is shown. The list may be new at each render. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const id = useId();
  const { put, drop } = useKeyLayers.getState();
  useLayoutEffect(() => put(id, bindings), [id, put, bindings]);
  useEffect(() => () => drop(id), [id, drop]);
}
