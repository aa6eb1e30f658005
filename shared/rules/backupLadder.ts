import { hourMs, shopDayNo, shopOffsetMs } from './shopTime.ts';
/** A backup the schedule made: its name, and the moment in it (UTC ms). */
export interface DatedBackup {
  readonly name: string;
  readonly madeAt: number;
}

/** What is kept: each hour of the newest day, then the newest backup of so many days and of so many weeks. */
export const ladder = { hours: 24, days: 14, weeks: 9, daysAhead: 7 } as const;

/** More than this is never kept: the ladder, what lies ahead of the clock, and the one made last. */
export const mostBackupsKept = ladder.hours + ladder.days + ladder.weeks + ladder.daysAhead + 1;

const hourOf = ({ madeAt }: DatedBackup) => Math.floor((madeAt + shopOffsetMs) / hourMs);
const dayOf = ({ madeAt }: DatedBackup) => shopDayNo(madeAt);
/** From Monday on; the first day of the epoch was a Thursday. */
const weekOf = (backup: DatedBackup) => Math.floor((dayOf(backup) + 3) / 7);

/**
 * Names of those the ladder has no place for. Days and weeks are counted where there are backups, not on the calendar: a
 * holiday, or a clock that jumps ahead, pushes out the oldest rung and no more. `lastMade` stays whatever the clock says;
 * what lies ahead of the clock is counted apart, so that it takes no place of what does not.
 */
export function surplusBackups(
  backups: readonly DatedBackup[],
  lastMade: string | null,
  now: number,
): readonly string[] {
  const newestFirst = [...backups].sort((one, other) => other.madeAt - one.madeAt);
  const past = newestFirst.filter(({ madeAt }) => madeAt <= now);
  const ahead = newestFirst.filter(({ madeAt }) => madeAt > now);
  const [newest] = past;
  const ofNewestDay = past.filter((one) => newest !== undefined && dayOf(one) === dayOf(newest));
  const kept = new Set([
    lastMade,
    ...firstOfEach(ofNewestDay, hourOf, ladder.hours),
    ...firstOfEach(past, dayOf, ladder.days),
    ...firstOfEach(past, weekOf, ladder.weeks),
    ...firstOfEach(ahead, dayOf, ladder.daysAhead),
  ]);
  return backups.map(({ name }) => name).filter((name) => !kept.has(name));
}

/** The first of each group as they come, of so many groups. */
function firstOfEach(
  backups: readonly DatedBackup[],
  groupOf: (backup: DatedBackup) => number,
  most: number,
): readonly string[] {
  const groups = new Map<number, string>();
  for (const backup of backups) {
    const group = groupOf(backup);
    if (!groups.has(group) && groups.size < most) groups.set(group, backup.name);
  }
  return [...groups.values()];
}

/** What a look found surplus, and when. */
export interface LadderLook {
  readonly at: number;
  readonly names: readonly string[];
}

/** Long enough for a clock that was set wrong to be seen and set right. */
const secondLookMs = 30 * 60_000;

/**
 * Nothing goes at first sight: only what an earlier look, half an hour ago or more by a clock that has not gone back,
 * found surplus as well. `look` is what the next one is held against.
 */
export function confirmSurplus(
  former: LadderLook | null,
  surplus: readonly string[],
  now: number,
): { readonly drop: readonly string[]; readonly look: LadderLook } {
  if (former === null || now < former.at) return { drop: [], look: { at: now, names: surplus } };
  if (now - former.at < secondLookMs) return { drop: [], look: former };
  const drop = surplus.filter((name) => former.names.includes(name));
  return { drop, look: { at: now, names: surplus.filter((name) => !drop.includes(name)) } };
}
