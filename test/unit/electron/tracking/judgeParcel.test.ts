import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcelLimits } from '../../../../electron/tracking/caseLimits.ts';
import { judgeParcel, type ParcelFacts } from '../../../../electron/tracking/judgeParcel.ts';
import { usualCaseRuleSet } from '../../../../shared/domain/cases/caseRules.ts';
import { trackingStates } from '../../../../shared/domain/tracking.ts';

const hour = 3_600_000;
const start = Date.parse('2026-11-30T09:00+08:00');
const lane = { carrier: 'ZTO', province: '广东省', silence: null };
const usual = parcelLimits(usualCaseRuleSet, lane);

const quiet: ParcelFacts = {
  state: 'in-transit',
  isBack: false,
  exception: '',
  rawState: '',
  bookedAt: start,
  printedAt: start,
  heardAt: start,
  stateSince: start,
  checkedAt: null,
  promisedAt: null,
  expectedAt: null,
  weightGrams: null,
  feeFen: null,
};

const kinds = (facts: Partial<ParcelFacts>, hours: number, awakeHours = 0, limits = usual) =>
  judgeParcel({ ...quiet, ...facts }, limits, start + hours * hour, start + awakeHours * hour).due.map(
    ({ kind }) => kind,
  );
const checked = (hours: number) => ({ checkedAt: start + hours * hour });

describe('a parcel without news', () => {
  it('is silent once its limit has passed and the platform was asked since', () => {
    expect(kinds(checked(71.9), 71.9)).toEqual([]);
    expect(kinds(checked(72), 72)).toEqual(['silent']);
  });

  it('is not taken for silent by a computer that slept, and not forgotten by it either', () => {
    // Off from the tenth hour to the hundredth: first it gets the time to ask.
    expect(kinds(checked(10), 100, 100)).toEqual([]);
    expect(kinds(checked(10), 123.9, 100)).toEqual([]);
    expect(kinds(checked(10), 124, 100)).toEqual(['not-checked']);
    expect(kinds(checked(110), 124, 100)).toEqual(['silent']);
  });

  it('waits as long as its lane usually does, where there is history', () => {
    const slow = parcelLimits(usualCaseRuleSet, { ...lane, silence: { hours: 96, parcels: 40 } });
    expect(kinds(checked(90), 90, 0, slow)).toEqual([]);
    const [found] = judgeParcel({ ...quiet, ...checked(96) }, slow, start + 96 * hour, start).due;
    expect(found).toMatchObject({ kind: 'silent', limit: 96, limitFrom: 'lane', laneParcels: 40 });
    // A fast lane calls sooner, but never within the day.
    const fast = parcelLimits(usualCaseRuleSet, { ...lane, silence: { hours: 5, parcels: 300 } });
    expect(kinds(checked(24), 24, 0, fast)).toEqual(['silent']);
    expect(kinds(checked(23), 23, 0, fast)).toEqual([]);
  });

  it('goes by the limit a person set for its carrier and place before all others', () => {
    const exceptions = [
      { kind: 'silent', carrier: '', province: '', limit: 48 },
      { kind: 'silent', carrier: 'ZTO', province: '广东省', limit: 30 },
      { kind: 'silent', carrier: 'ZTO', province: '', limit: 40 },
    ] as const;
    const own = parcelLimits({ ...usualCaseRuleSet, exceptions }, lane);
    expect(own.of('silent')).toMatchObject({ value: 30, from: 'exception' });
    const other = parcelLimits({ ...usualCaseRuleSet, exceptions }, { ...lane, carrier: 'YTO' });
    expect(other.of('silent')).toMatchObject({ value: 48, from: 'exception' });
  });
});

describe('a promise', () => {
  const promised = { promisedAt: start + 96 * hour, heardAt: start + 60 * hour };

  it('is at risk a day before, and then late by the promise and nothing else', () => {
    expect(kinds({ ...promised, ...checked(71) }, 71)).toEqual([]);
    expect(kinds({ ...promised, ...checked(72) }, 72)).toEqual(['promise-at-risk']);
    expect(kinds({ ...promised, ...checked(96) }, 96)).toEqual(['late']);
    expect(kinds({ ...promised, state: 'signed', ...checked(96) }, 96)).toEqual([]);
  });

  it('is not at risk while the parcel is near, unless it is expected too late', () => {
    const near = { ...promised, state: 'delivering', stateSince: start + 70 * hour } as const;
    expect(kinds({ ...near, ...checked(72) }, 72)).toEqual([]);
    expect(kinds({ ...near, expectedAt: start + 120 * hour, ...checked(72) }, 72)).toEqual([
      'promise-at-risk',
    ]);
  });
});

describe('what a platform says', () => {
  it('is an exception at once, of the kind it belongs to', () => {
    const told = (exception: string) => kinds({ state: 'problem', exception, ...checked(1) }, 1);
    expect(told('refused')).toEqual(['refused']);
    expect(told('phone-wrong')).toEqual(['phone-problem']);
    expect(told('something-new')).toEqual(['other-problem']);
    expect(told('')).toEqual(['other-problem']);
    expect(kinds({ state: 'returning', ...checked(1) }, 1)).toEqual(['returning']);
    // It lies here: what its carrier still says of it troubles nobody.
    expect(kinds({ state: 'returning', isBack: true, ...checked(500) }, 500)).toEqual([]);
  });

  it('is named raw where nobody here knows it', () => {
    const [found] = judgeParcel({ ...quiet, rawState: 'X9', ...checked(1) }, usual, start + hour, start).due;
    expect(found).toMatchObject({ kind: 'unknown-state', told: 'X9' });
  });
});

describe('a parcel that was signed for', () => {
  it('is an exception where it was charged for more than it weighs, beyond the limit', () => {
    const signed = (observed: number) =>
      kinds({ state: 'signed', weightGrams: { observed, expected: 1000 } }, 1);
    expect(signed(1200)).toEqual([]);
    expect(signed(1201)).toEqual(['weight-differs']);
    expect(kinds({ state: 'signed', feeFen: { observed: 1000, expected: 900 } }, 1)).toEqual(['fee-differs']);
  });
});

const anyTime = fc.integer({ min: -100, max: 300 }).map((hours) => start + hours * hour);
const anyFacts: fc.Arbitrary<ParcelFacts> = fc.record({
  isBack: fc.constant(false),
  state: fc.constantFrom(...trackingStates),
  exception: fc.constantFrom('', '', '', 'refused', 'not-updated', 'locker-overdue', 'odd'),
  rawState: fc.constantFrom('', '', 'X9'),
  bookedAt: fc.option(anyTime),
  printedAt: fc.option(anyTime),
  heardAt: fc.option(anyTime),
  stateSince: fc.option(anyTime),
  checkedAt: fc.option(anyTime),
  promisedAt: fc.option(anyTime),
  expectedAt: fc.option(anyTime),
  weightGrams: fc.constant(null),
  feeFen: fc.constant(null),
});

describe('for every parcel', () => {
  it('nothing becomes an exception before the time the judge named', () => {
    fc.assert(
      fc.property(anyFacts, anyTime, fc.double({ min: 0, max: 1, noNaN: true }), (facts, now, share) => {
        const first = judgeParcel(facts, usual, now, start);
        const until = first.nextAt ?? now + 400 * hour;
        const later = judgeParcel(facts, usual, Math.floor(now + share * (until - now - 1)), start);
        expect(later.due.map(({ kind }) => kind)).toEqual(first.due.map(({ kind }) => kind));
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('nothing is one before its limit, and no kind is there twice', () => {
    fc.assert(
      fc.property(anyFacts, anyTime, (facts, now) => {
        const { due, nextAt } = judgeParcel(facts, usual, now, start);
        for (const reason of due) {
          expect(reason.limitAt).toBeLessThanOrEqual(now);
          expect(reason.sinceAt).toBeLessThanOrEqual(reason.limitAt);
        }
        expect(new Set(due.map(({ kind }) => kind)).size).toBe(due.length);
        expect(nextAt === null || nextAt > now).toBe(true);
      }),
      { seed: 12, numRuns: 2000 },
    );
  });
});
