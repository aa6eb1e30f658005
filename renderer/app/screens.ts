import { type ComponentType, lazy } from 'react';
import type { PlaceFocus, ScreenId } from '../parts/place/usePlace.ts';

export interface ScreenProps {
  readonly focus: PlaceFocus;
  readonly step: number;
}

type Loaded<N extends string> = Promise<Readonly<Record<N, ComponentType<ScreenProps>>>>;

function later<N extends string>(name: N, load: () => Loaded<N>) {
  return lazy(() => load().then((loaded) => ({ default: loaded[name] })));
}

/** One line a screen; each is fetched when it is first shown. */
export const screens: Readonly<Record<ScreenId, ComponentType<ScreenProps>>> = {
  today: later('TodayScreen', () => import('../screens/today/TodayScreen.tsx')),
  import: later('ImportScreen', () => import('../screens/import/ImportScreen.tsx')),
  correct: later('CorrectScreen', () => import('../screens/correct/CorrectScreen.tsx')),
  ship: later('ShipScreen', () => import('../screens/ship/ShipScreen.tsx')),
  print: later('PrintScreen', () => import('../screens/print/PrintScreen.tsx')),
  track: later('TrackScreen', () => import('../screens/track/TrackScreen.tsx')),
  settings: later('SettingsScreen', () => import('../screens/settings/SettingsScreen.tsx')),
};
