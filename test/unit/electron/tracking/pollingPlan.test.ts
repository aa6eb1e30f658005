import { describe, expect, it } from 'vitest';
import { limitsOfCarriers } from '../../../../electron/tracking/caseLimits.ts';
import { askPace, never, nextCheckAt, stopReasonAt } from '../../../../electron/tracking/nextCheckAt.ts';
import { chooseRound } from '../../../../electron/tracking/pollingPlan.ts';
import { type KnownParcel, worthOfAsking } from '../../../../electron/tracking/urgency.ts';
import { type CaseRule, usualCaseRuleSet } from '../../../../shared/domain/cases/caseRules.ts';
import { type CaseKind, caseKindFacts } from '../../../../shared/domain/cases/trackingCase.ts';

type DueParcel = KnownParcel & { readonly nextDueAt: number };

const hour = 3_600_000;
const day = 24 * hour;
/** Ten in the morning in China. */
const now = Date.UTC(2026, 10, 27, 2);

const parcel = (patch: Partial<DueParcel> = {}): DueParcel => ({
  carrier: 'ZTO',
  state: 'in-transit',
  exception: '',
  lastAt: now - 6 * hour,
  checkedAt: now - 4 * hour,
  bookedAt: now - 30 * hour,
  followedAt: now - 30 * hour,
  nextDueAt: now - hour,
  ...patch,
});

const usual = limitsOfCarriers(usualCaseRuleSet);
const withRule = (kind: CaseKind, change: Partial<CaseRule>) => ({
  ...usualCaseRuleSet,
  rules: usualCaseRuleSet.rules.map((rule) => (rule.kind === kind ? { ...rule, ...change } : rule)),
});

describe('how often a parcel is asked for', () => {
  it.each([
    ['delivering', hour],
    ['in-transit', 4 * hour],
    ['destination', 2 * hour],
  ] as const)('%s: as its state needs', (state, everyMs) => {
    expect(askPace(parcel({ state }), now, false)).toEqual({ pace: 'usual', everyMs });
  });

  it('more rarely the longer it is silent, and says so', () => {
    const quiet = (days: number) => askPace(parcel({ lastAt: now - days * day }), now, false);
    expect(quiet(3)).toEqual({ pace: 'silent', everyMs: 8 * hour });
    expect(quiet(6)).toEqual({ pace: 'silent', everyMs: 12 * hour });
    expect(quiet(40)).toEqual({ pace: 'silent', everyMs: 72 * hour });
    const unused = parcel({ state: 'none', lastAt: null, bookedAt: now - 12 * day });
    expect(askPace(unused, now, false)).toEqual({ pace: 'no-scan', everyMs: 24 * hour });
  });

  it('only to check while the platform pushes, and never after it has arrived', () => {
    expect(askPace(parcel(), now, true)).toEqual({ pace: 'subscribed', everyMs: 24 * hour });
    expect(nextCheckAt(parcel({ state: 'signed' }), now, usual)).toBe(never);
  });

  it('right after the moment at which it becomes an exception, or its promise ends', () => {
    const nearlySilent = parcel({ lastAt: now - 71 * hour });
    expect(nextCheckAt(nearlySilent, now, usual)).toBe(now + hour + 60_000);
    expect(nextCheckAt(parcel({ promisedAt: now + 2 * hour }), now, usual)).toBe(now + 2 * hour + 60_000);
  });

  it.each([
    ['no first scan', 'no-first-scan', { state: 'none', lastAt: null, bookedAt: now - 23 * hour }],
    ['silence', 'silent', { lastAt: now - 71 * hour }],
    ['delivery without an end', 'delivery-stalled', { state: 'delivering', lastAt: now - 35.25 * hour }],
    ['a locker', 'locker-overdue', { state: 'locker', lastAt: now - 47 * hour }],
  ] as const)('by the limit that makes it an exception, and by no list of its own: %s', (_, kind, patch) => {
    const since = 'bookedAt' in patch ? patch.bookedAt : patch.lastAt;
    const limitAt = since + (caseKindFacts[kind].limit?.usual ?? 0) * hour;
    expect(nextCheckAt(parcel(patch), now, usual)).toBe(limitAt + 60_000);
    // One hour later by a rule that somebody has set, and no such moment where the rule is off.
    const later = withRule(kind, { limit: (caseKindFacts[kind].limit?.usual ?? 0) + 1 });
    const pace = now + askPace(parcel(patch), now, false).everyMs;
    expect(nextCheckAt(parcel(patch), now, limitsOfCarriers(later))).toBe(
      Math.min(pace, limitAt + hour + 60_000),
    );
    const off = limitsOfCarriers(withRule(kind, { isOn: false }));
    expect(nextCheckAt(parcel(patch), now, off)).toBe(pace);
  });

  it('by the rule of its own carrier, and not on days that do not count', () => {
    const own = { kind: 'silent', carrier: 'SF', province: '', limit: 24 } as const;
    const limits = limitsOfCarriers({ ...usualCaseRuleSet, exceptions: [own] });
    const quiet = { lastAt: now - 23 * hour };
    expect(nextCheckAt(parcel({ ...quiet, carrier: 'SF' }), now, limits)).toBe(now + hour + 60_000);
    expect(nextCheckAt(parcel(quiet), now, limits)).toBe(now + 4 * hour);
    // Three days over a Sunday are four.
    const monday = now + 3 * day;
    const overSunday = parcel({ lastAt: monday - 71 * hour, checkedAt: monday - 4 * hour });
    expect(nextCheckAt(overSunday, monday, usual)).toBe(monday + 4 * hour);
  });

  it('never sooner than half an hour', () => {
    const moments = Array.from({ length: 200 }, (_, no) => parcel({ lastAt: now - 72 * hour + no * 60_000 }));
    for (const one of moments) expect(nextCheckAt(one, now, usual)).toBeGreaterThanOrEqual(now + hour / 2);
  });

  it('no more after two silent months, once that was confirmed lately', () => {
    const old = { lastAt: now - 61 * day };
    expect(stopReasonAt(parcel({ ...old, checkedAt: now - day }), now)).toBe('no-update');
    expect(stopReasonAt(parcel({ ...old, checkedAt: now - 20 * day }), now)).toBe('');
    const unused = {
      lastAt: null,
      bookedAt: now - 31 * day,
      followedAt: now - 31 * day,
      checkedAt: now - day,
    };
    expect(stopReasonAt(parcel(unused), now)).toBe('no-trace');
  });
});

describe('who is asked about first', () => {
  /** Their promise has just ended: each is worth more than any parcel nobody has asked about. */
  const urgent = Array.from({ length: 40 }, () => parcel({ promisedAt: now - hour / 2 }));

  const worth = (patch: Partial<KnownParcel>) => worthOfAsking(parcel(patch), now, usual);

  it('who is out for delivery before who is between cities', () => {
    expect(worth({ state: 'delivering' })).toBeGreaterThan(worth({ state: 'in-transit' }));
  });

  it('who has just passed a limit before everybody else', () => {
    const passed = { lastAt: now - 72.5 * hour, checkedAt: now - 4 * hour };
    expect(worth(passed)).toBeGreaterThan(worth({ state: 'delivering' }));
    expect(worth({ promisedAt: now - hour / 2 })).toBeGreaterThan(worth({ state: 'delivering' }));
  });

  it('the one question of a small round is the most urgent one; of equal ones, that which waits longest', () => {
    const [slow, out] = [parcel(), parcel({ state: 'delivering' })];
    expect(chooseRound([slow, out], 1, now, usual)).toEqual([out]);
    expect(chooseRound([out, slow], 1, now, usual)).toEqual([out]);
    const [late, later] = [parcel({ nextDueAt: now - 3 * hour }), parcel({ nextDueAt: now - 2 * hour })];
    expect(chooseRound([later, late], 1, now, usual)).toEqual([late]);
    expect(chooseRound([late, later], 1, now, usual)).toEqual([late]);
  });

  it('of those nobody has asked about, the oldest knowledge comes first; never asked counts from when it is followed', () => {
    const asked = (days: number | null, followed = 40) =>
      parcel({
        state: 'problem',
        exception: 'problem',
        checkedAt: days === null ? null : now - days * day,
        followedAt: now - followed * day,
        lastAt: now - 31 * day,
      });
    const [ten, thirty, twenty, never] = [asked(10), asked(30), asked(20), asked(null, 25)];
    const round = chooseRound([ten, twenty, ...urgent, never, thirty], 16, now, usual);
    expect(round.slice(-2)).toEqual([thirty, never]);
  });

  it('some of a round go to the oldest knowledge, so that nobody is forgotten', () => {
    const forgotten = parcel({
      state: 'problem',
      exception: 'problem',
      checkedAt: now - 30 * day,
      lastAt: now - 31 * day,
    });
    expect(chooseRound([...urgent, forgotten], 16, now, usual)).toContain(forgotten);
    expect(chooseRound(urgent, 16, now, usual)).toHaveLength(16);
    expect(chooseRound(urgent.slice(0, 3), 16, now, usual)).toHaveLength(3);
  });
});
