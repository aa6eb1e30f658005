import { keysOf } from '../../rules/typedRecord.ts';
import type { AlarmArea, AlarmKind } from './alarm.ts';

interface AlarmLimit {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
  /** Whose limit it is; absent: how all of them are announced. */
  readonly of?: AlarmKind;
}

/** Figures that a person may set. What has a setting elsewhere keeps it there: low balance, age of backups. */
export const alarmLimits = {
  /** Thousandths of the calls: at exactly so many nothing is raised, above it one alarm. */
  errorPermille: { least: 1, most: 500, usual: 10, of: 'error-rate' },
  errorWindowMinutes: { least: 5, most: 1_440, usual: 60, of: 'error-rate' },
  /** Fewer calls say nothing of a share: at 1 % and 100 calls one fault alone never raises an alarm. */
  errorMinimumCalls: { least: 10, most: 100_000, usual: 100, of: 'error-rate' },
  syncDelayMinutes: { least: 15, most: 2_880, usual: 180, of: 'sync-delay' },
  printerMinutes: { least: 1, most: 240, usual: 5, of: 'printer' },
  stuckMinutes: { least: 5, most: 1_440, usual: 60, of: 'stuck-orders' },
  /** Hours from import within which an order must be handed over; most market places grant two days. */
  shipWithinHours: { least: 4, most: 720, usual: 48, of: 'ship-by' },
  /** So long before that the alarm is raised. */
  shipByHours: { least: 1, most: 48, usual: 6, of: 'ship-by' },
  /** An urgent alarm nobody has taken note of is announced a second time after this, and not again. */
  remindMinutes: { least: 5, most: 1_440, usual: 30 },
} as const satisfies Readonly<Record<string, AlarmLimit>>;

export type AlarmLimitName = keyof typeof alarmLimits;

export const alarmLimitNames: readonly AlarmLimitName[] = keysOf(alarmLimits);

export type AlarmLimits = Readonly<Record<AlarmLimitName, number>>;

/** How alarms are raised and announced here. */
export interface AlarmRules {
  readonly limits: AlarmLimits;
  /** Kinds that are not raised. */
  readonly off: readonly AlarmKind[];
  readonly isDesktopOn: boolean;
  readonly isSoundOn: boolean;
}

/** Somebody to call: their name, their number, and what they look after. */
export interface AlarmContact {
  readonly name: string;
  readonly phone: string;
  readonly note: string;
  /** The alarms that are meant; empty: all. */
  readonly areas: readonly AlarmArea[];
}

export const mostContacts = 20;
