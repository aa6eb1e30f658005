import { keysOf } from '../../rules/typedRecord.ts';
/** The way of a shop from the first question to everyday work. */
export const setUpPhases = ['requirement', 'selection', 'development', 'test', 'operation'] as const;
export type SetUpPhase = (typeof setUpPhases)[number];

/** `unknown`: not known · `not-needed`: nothing of this kind is here to be done. */
export const setUpStates = ['done', 'open', 'unknown', 'not-needed'] as const;
export type SetUpState = (typeof setUpStates)[number];

interface SetUpItemRow {
  readonly phase: SetUpPhase;
  /** Only a person can know; every other item is read from how things stand. */
  readonly isByHand?: true;
}

/** Every item, in the order it is done. */
const items = {
  'list-complete': { phase: 'requirement' },
  'list-confirmed': { phase: 'requirement' },
  'list-exported': { phase: 'requirement' },
  'account-added': { phase: 'selection' },
  'needs-met': { phase: 'selection' },
  'carriers-covered': { phase: 'selection' },
  'terms-noted': { phase: 'selection' },
  'compliance-proven': { phase: 'selection' },
  'contract-read': { phase: 'selection', isByHand: true },
  'sender-set': { phase: 'development' },
  'printer-added': { phase: 'development' },
  'orders-imported': { phase: 'development' },
  'label-printed': { phase: 'development' },
  'systems-connected': { phase: 'development', isByHand: true },
  'golive-passed': { phase: 'test' },
  'tracking-tried': { phase: 'test' },
  'signature-proven': { phase: 'test' },
  'peak-rehearsed': { phase: 'test', isByHand: true },
  'emergency-rehearsed': { phase: 'test', isByHand: true },
  'backup-made': { phase: 'operation' },
  'backup-elsewhere': { phase: 'operation' },
  'backup-account': { phase: 'operation' },
  'alarm-tested': { phase: 'operation' },
  'operators-added': { phase: 'operation' },
  'restore-rehearsed': { phase: 'operation', isByHand: true },
  'review-read': { phase: 'operation', isByHand: true },
} as const satisfies Readonly<Record<string, SetUpItemRow>>;

export type SetUpItem = keyof typeof items;

export const setUpItems: readonly SetUpItem[] = keysOf(items);

export const setUpItem = (item: SetUpItem): SetUpItemRow => items[item];

export const isByHand = (item: SetUpItem): boolean => setUpItem(item).isByHand === true;
