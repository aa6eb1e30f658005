import type { PreflightRow } from '../../../../shared/contracts/preflightContract.ts';
import type { PlaceFocus, ScreenId } from '../../../parts/usePlace.ts';

const places = {
  sender: { screen: 'settings', focus: { section: 'sender' } },
  account: { screen: 'settings', focus: { section: 'accounts' } },
  health: { screen: 'settings', focus: { section: 'accounts' } },
  balance: { screen: 'settings', focus: { section: 'accounts' } },
  printer: { screen: 'settings', focus: { section: 'printers' } },
} as const satisfies Readonly<Record<string, { screen: ScreenId; focus: PlaceFocus }>>;

export type FindingActName = keyof typeof places;

export interface FindingAct {
  readonly name: FindingActName;
  readonly screen: ScreenId;
  readonly focus: PlaceFocus;
}

/** Where a finding is mended; null: it is fine, or mended at its orders or outside this program. */
export function findingAct({ name, state }: Pick<PreflightRow, 'name' | 'state'>): FindingAct | null {
  if (state === 'ok' || state === 'unknown') return null;
  const known = (Object.keys(places) as readonly FindingActName[]).find((one) => one === name);
  return known === undefined ? null : { name: known, ...places[known] };
}
