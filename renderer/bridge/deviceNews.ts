import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { ScaleSaysView } from '../../shared/contracts/packing/devices.ts';
import { core, useConnection } from './core.ts';

type News = Awaited<ReturnType<typeof core.devices.live>> extends AsyncIterable<infer Item> ? Item : never;
type GunNews = Extract<News, { readonly kind: 'scan' }>;
type Trouble = Extract<News, { readonly kind: 'recorder' }>;

interface Hearers {
  onScan(scan: GunNews): void;
  onTrouble(trouble: Trouble): void;
}

/** What the scale of this bench says now; null: there is none, or nobody hears it. */
export const useScaleSays = create<{ readonly says: ScaleSaysView | null }>(() => ({ says: null }));

/** Pause before a stream that ended, or was refused for want of a sign-in, is opened again. */
const againMs = 1_000;

async function follow(signal: AbortSignal, hearers: Hearers): Promise<void> {
  const news = await core.devices.live(undefined, { signal });
  for await (const one of news) {
    if (one.kind === 'scan') hearers.onScan(one);
    else if (one.kind === 'recorder') hearers.onTrouble(one);
    else useScaleSays.setState({ says: one.says });
  }
}

async function keepFollowing(signal: AbortSignal, hearers: Hearers): Promise<void> {
  while (!signal.aborted) {
    await follow(signal, hearers).catch(() => undefined);
    if (signal.aborted) return;
    // What it said last is no weight any more.
    useScaleSays.setState({ says: null });
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

/** Hears the serial guns and the scale of this bench while the page is at work. */
export function useDeviceNews(hearers: Hearers): void {
  const newest = useRef(hearers);
  newest.current = hearers;
  const { state, generation } = useConnection();
  useEffect(() => {
    if (state !== 'up') return;
    const stop = new AbortController();
    void generation;
    void keepFollowing(stop.signal, {
      onScan: (scan) => newest.current.onScan(scan),
      onTrouble: (trouble) => newest.current.onTrouble(trouble),
    });
    return () => stop.abort();
  }, [state, generation]);
}
