import type { ShipdeskBridge } from '../../shared/contracts/bridge.ts';

declare global {
  interface Window {
    readonly shipdesk?: ShipdeskBridge;
  }
}

/** The one place that touches what the preload exposed. Throws when the page runs without it: that is a bug. */
export function pageBridge(): ShipdeskBridge {
  if (window.shipdesk === undefined) throw new Error('the page was opened without its preload');
  return window.shipdesk;
}
