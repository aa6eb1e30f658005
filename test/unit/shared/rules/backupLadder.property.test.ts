import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  confirmSurplus,
  type DatedBackup,
  type LadderLook,
  ladder,
  mostBackupsKept,
  surplusBackups,
} from '../../../../shared/rules/backupLadder.ts';
import { dayMs, hourMs } from '../../../../shared/rules/shopTime.ts';

/** A Monday noon in China. */
const start = Date.UTC(2026, 10, 23, 4);

const backupsArbitrary = fc
  .uniqueArray(fc.integer({ min: -120 * 24, max: 60 * 24 }), { maxLength: 200 })
  .map((hours): DatedBackup[] => hours.map((hour) => ({ name: `b${hour}`, madeAt: start + hour * hourMs })));

function keptOf(backups: readonly DatedBackup[], lastMade: string | null, now = start) {
  const gone = new Set(surplusBackups(backups, lastMade, now));
  return backups.filter(({ name }) => !gone.has(name));
}

/** A bench that makes a backup at each of these moments of its clock and sorts out as the schedule does. */
function bench(moments: readonly number[]): readonly DatedBackup[] {
  let kept: DatedBackup[] = [];
  let look: LadderLook | null = null;
  moments.forEach((now, no) => {
    const made = { name: `no${no}`, madeAt: now };
    kept.push(made);
    const confirmed = confirmSurplus(look, surplusBackups(kept, made.name, now), now);
    look = confirmed.look;
    kept = kept.filter(({ name }) => !confirmed.drop.includes(name));
  });
  return kept;
}

const hourly = (from: number, days: number, hoursADay = 24): number[] =>
  Array.from({ length: days * hoursADay }, (_, no) => {
    const day = Math.floor(no / hoursADay);
    return from + day * dayMs + (no % hoursADay) * hourMs;
  });

describe('the ladder of backups', () => {
  it('keeps the newest and the one made last, and never more than its rungs', () => {
    fc.assert(
      fc.property(backupsArbitrary, fc.nat(), (backups, pick) => {
        const lastMade = backups.length === 0 ? null : backups[pick % backups.length]!.name;
        const kept = keptOf(backups, lastMade);
        expect(kept.length).toBeLessThanOrEqual(mostBackupsKept);
        const past = backups.filter(({ madeAt }) => madeAt <= start);
        const newest = Math.max(...past.map(({ madeAt }) => madeAt));
        if (past.length > 0) expect(kept.some(({ madeAt }) => madeAt === newest)).toBe(true);
        if (lastMade !== null) expect(kept.some(({ name }) => name === lastMade)).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('finds nothing more surplus in what it kept', () => {
    fc.assert(
      fc.property(backupsArbitrary, (backups) => {
        expect(surplusBackups(keptOf(backups, null), null, start)).toEqual([]);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('holds each hour of today, each of two weeks of days, and two months of weeks after half a year', () => {
    const kept = bench(hourly(start, 180, 10)).map(({ madeAt }) => madeAt);
    const end = start + 179 * dayMs + 9 * hourMs;
    const within = (from: number, to: number) =>
      kept.filter((at) => at > end - to && at <= end - from).length;
    expect(within(0, 10 * hourMs)).toBe(10);
    for (let day = 1; day < ladder.days; day++)
      expect(within(day * dayMs, (day + 1) * dayMs)).toBeGreaterThan(0);
    for (let week = 2; week < ladder.weeks - 1; week++)
      expect(within(week * 7 * dayMs, (week + 1) * 7 * dayMs)).toBeGreaterThan(0);
    expect(kept.length).toBeLessThanOrEqual(mostBackupsKept);
  });

  it('loses no more than its last rungs to a holiday', () => {
    const before = bench(hourly(start, 60, 8));
    const after = bench([...hourly(start, 60, 8), start + 120 * dayMs, start + 120 * dayMs + hourMs]);
    const kept = new Set(after.map(({ name }) => name));
    const lost = before.filter(({ name, madeAt }) => !kept.has(name) && madeAt < start + 59 * dayMs);
    expect(lost.length).toBeLessThanOrEqual(2);
  });

  it('loses nothing of real days to a clock that jumps ahead for a quarter of an hour and back', () => {
    const usual = hourly(start, 20, 8);
    const end = usual.at(-1)!;
    const jumped = [end + 3650 * dayMs, end + 3650 * dayMs + 10 * 60_000];
    const before = bench(usual).map(({ name }) => name);
    const after = bench([...usual, ...jumped, end + hourMs]).map(({ name }) => name);
    expect(before.filter((name) => !after.includes(name))).toEqual([]);
  });

  it('goes on hourly after a clock was set back, beside what lies ahead of it', () => {
    const ahead = hourly(start + 30 * dayMs, 3, 8);
    const back = hourly(start, 2, 8);
    const kept = bench([...ahead, ...back]);
    const today = kept.filter(({ madeAt }) => madeAt >= start + dayMs && madeAt < start + 2 * dayMs);
    expect(today).toHaveLength(8);
    expect(kept.filter(({ madeAt }) => madeAt >= start + 30 * dayMs).length).toBeGreaterThanOrEqual(3);
  });

  it('drops only what two looks half an hour apart found surplus', () => {
    const first = confirmSurplus(null, ['a', 'b'], start);
    expect(first.drop).toEqual([]);
    const soon = confirmSurplus(first.look, ['a', 'b', 'c'], start + 60_000);
    expect(soon).toEqual({ drop: [], look: first.look });
    const later = confirmSurplus(soon.look, ['b', 'c'], start + hourMs);
    expect(later).toEqual({ drop: ['b'], look: { at: start + hourMs, names: ['c'] } });
    expect(confirmSurplus(later.look, ['c'], start)).toEqual({ drop: [], look: { at: start, names: ['c'] } });
  });
});
