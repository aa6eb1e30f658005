import { type ComponentType, useEffect, useReducer } from 'react';
import type { PlaceFocus, ScreenId } from '../parts/usePlace.ts';
import { TodayScreen } from '../screens/today/TodayScreen.tsx';

export interface ScreenProps {
  readonly focus: PlaceFocus;
  readonly step: number;
}

type Screen = ComponentType<ScreenProps>;

/** One line a screen. Today comes with the frame, the others are fetched behind it. */
const loaders: Readonly<Record<Exclude<ScreenId, 'today'>, () => Promise<Screen>>> = {
  import: () => import('../screens/intake/ImportScreen.tsx').then((module) => module.ImportScreen),
  correct: () => import('../screens/correcting/CorrectScreen.tsx').then((module) => module.CorrectScreen),
  ship: () => import('../screens/ship/ShipScreen.tsx').then((module) => module.ShipScreen),
  print: () => import('../screens/printing/PrintScreen.tsx').then((module) => module.PrintScreen),
  track: () => import('../screens/tracking/TrackingScreen.tsx').then((module) => module.TrackScreen),
  settings: () => import('../screens/settings/SettingsScreen.tsx').then((module) => module.SettingsScreen),
};

const loaded = new Map<ScreenId, Screen>([['today', TodayScreen]]);

async function load(id: ScreenId): Promise<void> {
  if (id !== 'today' && !loaded.has(id)) loaded.set(id, await loaders[id]());
}

/**
 * The screen of a place, null while it is fetched. Not React.lazy: a suspended screen is held back for 300 ms by React
 * even when its code came in 10.
 */
export function useScreen(id: ScreenId): Screen | null {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!loaded.has(id)) void load(id).then(redraw);
  }, [id]);
  return loaded.get(id) ?? null;
}

/** Fetches every screen while nobody waits, so that the first Alt+4 of the day is as quick as the next. */
export function loadScreensWhenIdle(): void {
  for (const id of Object.keys(loaders) as ScreenId[]) requestIdleCallback(() => void load(id));
}
