import { benchStates } from './benchStates.ts';
import { frameStates } from './frameStates.ts';
import { insightStates } from './insightStates.ts';
import { orderStates } from './orderStates.ts';
import { paperStates } from './paperStates.ts';
import { settingsStates } from './settingsStates.ts';
import type { State } from './stateActs.ts';

/** Every screen and every state that no working day shows by itself. */
const allStates: readonly State[] = [
  ...orderStates,
  ...paperStates,
  ...benchStates,
  ...insightStates,
  ...settingsStates,
  ...frameStates,
];

/** Those of these names, in the order of all; every one where no name is given. A name that is none is an error of whoever typed it. */
export function statesNamed(names: readonly string[]): readonly State[] {
  const unknown = names.filter((wanted) => !allStates.some(({ name }) => name === wanted));
  if (unknown.length > 0) throw new Error(`There are no states ${unknown.join(', ')}.`);
  return names.length === 0 ? allStates : allStates.filter(({ name }) => names.includes(name));
}
