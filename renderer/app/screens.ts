import { type ComponentType, useEffect, useReducer } from 'react';
import type { Right } from '../../shared/domain/operator.ts';
import { keysOf } from '../../shared/rules/typedRecord.ts';
import { loadSelects } from '../parts/form/SelectField.tsx';
import type { PlaceFocus, ScreenId } from '../parts/place.ts';
import { TodayScreen } from '../screens/today/TodayScreen.tsx';

/** What a screen takes to be of any use; what single actions on it take is said by the core. */
export const screenRights: Readonly<Record<ScreenId, readonly Right[]>> = {
  today: ['seeWork'],
  import: ['importOrders'],
  correct: ['correctAddresses', 'seePersonalData'],
  ship: ['seeWork'],
  print: ['seeWork'],
  pack: ['seeWork'],
  track: ['seeWork'],
  insight: ['seeWork'],
  settings: ['seeWork'],
};

interface ScreenProps {
  readonly focus: PlaceFocus;
  readonly step: number;
}

type Screen = ComponentType<ScreenProps>;

/** One line a screen. Today comes with the frame, the others are fetched behind it. */
const loaders: Readonly<Record<Exclude<ScreenId, 'today'>, () => Promise<Screen>>> = {
  import: () => import('../screens/intake/IntakeScreen.tsx').then((module) => module.IntakeScreen),
  correct: () =>
    import('../screens/correcting/CorrectingScreen.tsx').then((module) => module.CorrectingScreen),
  ship: () => import('../screens/ship/ShipScreen.tsx').then((module) => module.ShipScreen),
  print: () => import('../screens/printing/PrintingScreen.tsx').then((module) => module.PrintingScreen),
  pack: () => import('../screens/packing/PackingScreen.tsx').then((module) => module.PackingScreen),
  track: () => import('../screens/tracking/TrackingScreen.tsx').then((module) => module.TrackingScreen),
  insight: () => import('../screens/insight/InsightScreen.tsx').then((module) => module.InsightScreen),
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

/** Those that most days begin with come first, behind the very first what its lists are drawn with. */
const oftenFirst: readonly (() => Promise<void>)[] = [
  () => load('ship'),
  loadSelects,
  ...keysOf(loaders)
    .filter((id) => id !== 'ship')
    .map((id) => () => load(id)),
];

/**
 * Fetches every screen while nobody waits, so that the first Alt+4 of the day is as quick as the next. One after the other: all at
 * once they would be compiled in one go, and whoever presses a key then waits for the last of them.
 */
export function loadScreensWhenIdle(parts = oftenFirst): void {
  const [next, ...rest] = parts;
  if (next !== undefined) requestIdleCallback(() => void next().then(() => loadScreensWhenIdle(rest)));
}
