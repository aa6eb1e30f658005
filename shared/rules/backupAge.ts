import { dayMs } from './shopTime.ts';

/** Days after which a backup is too old: where the program makes them, and where a person does. */
export const usualAlarmDays = { scheduled: 2, byHand: 7 } as const;
export const alarmDayLimits = { least: 1, most: 60 } as const;

export const backupStandings = ['fine', 'none', 'never', 'old', 'failing', 'second-old'] as const;
/**
 * `none`: there is none yet · `never`: still none, after as long in use as a backup may be old · `second-old`: the second place has
 * had no copy for too long, the first one has.
 */
export type BackupStanding = (typeof backupStandings)[number];

export interface BackupFacts {
  readonly lastBackupAt: number | null;
  readonly isScheduled: boolean;
  /** null: as usual. */
  readonly alarmDays: number | null;
  readonly isFailing: boolean;
  /** When the second place got its last copy, or was chosen; null: there is no second place. */
  readonly secondSince: number | null;
  /** Of a workspace without a backup: since when something is in it; null: nothing is. */
  readonly usedSince: number | null;
  /** The book is on a server: its administrator makes backups, and nobody here knows of them. */
  readonly isElsewhere: boolean;
}

/** The days that hold for this workspace. */
export function alarmDaysOf({
  alarmDays,
  isScheduled,
}: Pick<BackupFacts, 'alarmDays' | 'isScheduled'>): number {
  return alarmDays ?? (isScheduled ? usualAlarmDays.scheduled : usualAlarmDays.byHand);
}

/** The one rule of status bar, Settings and `doctor`. A backup from ahead of the clock counts as made now. */
export function backupStanding(facts: BackupFacts, now: number): BackupStanding {
  if (facts.isElsewhere) return 'fine';
  const oldMs = alarmDaysOf(facts) * dayMs;
  if (facts.isFailing) return 'failing';
  if (facts.lastBackupAt === null)
    return facts.usedSince !== null && now - facts.usedSince >= oldMs ? 'never' : 'none';
  if (now - facts.lastBackupAt >= oldMs) return 'old';
  return facts.secondSince !== null && now - facts.secondSince >= oldMs ? 'second-old' : 'fine';
}
