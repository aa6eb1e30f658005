import { useEffect, useState } from 'react';
import type { HandedFile, ShipdeskBridge } from '../../shared/contracts/bridge.ts';

export type { HandedFile };

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

/** The renderer's only source of "now", so that tests can hand in another. UTC ms. */
export const pageClock = {
  now: (): number => Date.now(),
};

/** The present time, renewed every `everyMs`, for "3 minutes ago". */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(pageClock.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(pageClock.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
