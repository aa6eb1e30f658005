import { describe, expect, it } from 'vitest';
import { askPace, never, nextCheckAt, stopReasonAt } from '../../../../electron/tracking/nextCheckAt.ts';
import { chooseRound } from '../../../../electron/tracking/pollingPlan.ts';
import { type KnownParcel, worthOfAsking } from '../../../../electron/tracking/urgency.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Ten in the morning in China. */
const now = Date.UTC(2026, 10, 27, 2);

const parcel = (patch: Partial<KnownParcel> = {}): KnownParcel & { readonly nextDueAt: number } => ({
  state: 'in-transit',
  exception: '',
  lastAt: now - 6 * hour,
  checkedAt: now - 4 * hour,
  bookedAt: now - 30 * hour,
  followedAt: now - 30 * hour,
  nextDueAt: now - hour,
  ...patch,
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
    expect(nextCheckAt(parcel({ state: 'signed' }), now)).toBe(never);
  });

  it('right after the moment at which it becomes an exception, or its promise ends', () => {
    const nearlySilent = parcel({ lastAt: now - 71 * hour });
    expect(nextCheckAt(nearlySilent, now)).toBe(now + hour + 60_000);
    expect(nextCheckAt(parcel({ promisedAt: now + 2 * hour }), now)).toBe(now + 2 * hour + 60_000);
  });

  it('never sooner than half an hour', () => {
    const moments = Array.from({ length: 200 }, (_, no) => parcel({ lastAt: now - 72 * hour + no * 60_000 }));
    for (const one of moments) expect(nextCheckAt(one, now)).toBeGreaterThanOrEqual(now + hour / 2);
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
  const worth = (patch: Partial<KnownParcel>) => worthOfAsking(parcel(patch), now);

  it('who is out for delivery before who is between cities', () => {
    expect(worth({ state: 'delivering' })).toBeGreaterThan(worth({ state: 'in-transit' }));
  });

  it('who has just passed a limit before everybody else', () => {
    const passed = { lastAt: now - 72.5 * hour, checkedAt: now - 4 * hour };
    expect(worth(passed)).toBeGreaterThan(worth({ state: 'delivering' }));
    expect(worth({ promisedAt: now - hour / 2 })).toBeGreaterThan(worth({ state: 'delivering' }));
  });

  it('some of a round go to the oldest knowledge, so that nobody is forgotten', () => {
    const urgent = Array.from({ length: 40 }, () => parcel({ state: 'delivering' }));
    const forgotten = parcel({
      state: 'problem',
      exception: 'problem',
      checkedAt: now - 30 * day,
      lastAt: now - 31 * day,
    });
    expect(chooseRound([...urgent, forgotten], 16, now)).toContain(forgotten);
    expect(chooseRound(urgent, 16, now)).toHaveLength(16);
    expect(chooseRound(urgent.slice(0, 3), 16, now)).toHaveLength(3);
  });
});
