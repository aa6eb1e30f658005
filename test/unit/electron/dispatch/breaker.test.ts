import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Breaker,
  createBreaker,
  type LineResult,
  openMs,
  type Pass,
} from '../../../../electron/dispatch/breaker.ts';
import { handClock } from '../../../doubles/handClock.ts';

const lane = 'account book';

function admitted(breaker: Breaker): Pass {
  const admission = breaker.admit(lane);
  if (!admission.isAdmitted) throw new Error('not admitted');
  return admission.pass;
}

/** A breaker whose lane has let one call through. */
async function proven(retries = 2) {
  const clock = handClock();
  const breaker = createBreaker(clock, () => retries);
  admitted(breaker).settle('through');
  await clock.advance(10);
  return { clock, breaker };
}

async function fail(breaker: Breaker, clock: ReturnType<typeof handClock>, times: number) {
  for (let round = 0; round < times; round++) {
    await clock.advance(4_000);
    admitted(breaker).settle('failed');
  }
}

describe('the breaker of a lane', () => {
  it('sends one call ahead until one has come through', () => {
    const breaker = createBreaker(handClock());
    const first = admitted(breaker);
    expect(breaker.admit(lane).isAdmitted).toBe(false);
    expect(breaker.isProven(lane)).toBe(false);
    first.settle('through');
    expect(breaker.isProven(lane)).toBe(true);
    expect([breaker.admit(lane), breaker.admit(lane)].every(({ isAdmitted }) => isAdmitted)).toBe(true);
  });

  it('opens when the first try and its repeats have all failed, one or two as it is set', async () => {
    for (const retries of [1, 2]) {
      const { breaker, clock } = await proven(retries);
      await fail(breaker, clock, retries);
      expect(breaker.view(lane).state).toBe('closed');
      await fail(breaker, clock, 1);
      expect(breaker.view(lane)).toMatchObject({ state: 'open', retryAt: clock.now() + openMs });
      expect(breaker.admit(lane)).toEqual({ isAdmitted: false, retryAt: clock.now() + openMs });
    }
  });

  it('counts calls that failed side by side as one', async () => {
    const { breaker } = await proven();
    const passes = Array.from({ length: 10 }, () => admitted(breaker));
    for (const pass of passes) pass.settle('failed');
    expect(breaker.view(lane).state).toBe('closed');
  });

  it('never opens on refusals, for they came through', async () => {
    const { breaker, clock } = await proven();
    for (let call = 0; call < 1_000; call++) {
      await clock.advance(1);
      admitted(breaker).settle('through');
    }
    expect(breaker.view(lane).state).toBe('closed');
  });

  it('opens when half of the last calls did not get through, though others did in between', async () => {
    const { breaker, clock } = await proven();
    for (let call = 0; call < 40 && breaker.view(lane).state === 'closed'; call++) {
      await clock.advance(500);
      admitted(breaker).settle(call % 2 === 0 ? 'failed' : 'through');
    }
    expect(breaker.view(lane)).toMatchObject({ state: 'open' });
  });

  it('probes with one call after a minute, closes when it came through, stays open when it did not', async () => {
    const { breaker, clock } = await proven();
    await fail(breaker, clock, 3);
    await clock.advance(openMs);
    const probe = admitted(breaker);
    expect(breaker.view(lane).state).toBe('half-open');
    expect(breaker.admit(lane).isAdmitted).toBe(false);
    probe.settle('failed');
    expect(breaker.view(lane).state).toBe('open');
    await clock.advance(openMs);
    admitted(breaker).settle('through');
    expect(breaker.view(lane).state).toBe('closed');
    expect(breaker.isProven(lane)).toBe(true);
  });

  it('gives the turn back when the probe was never sent', async () => {
    const { breaker, clock } = await proven();
    await fail(breaker, clock, 3);
    await clock.advance(openMs);
    admitted(breaker).settle('none');
    expect(breaker.admit(lane).isAdmitted).toBe(true);
  });

  it('does not take an answer from before it opened for the answer of its probe', async () => {
    const { breaker, clock } = await proven();
    const slow = admitted(breaker);
    await fail(breaker, clock, 3);
    await clock.advance(openMs);
    const probe = admitted(breaker);
    slow.settle('through');
    expect(breaker.view(lane).state).toBe('half-open');
    probe.settle('failed');
    expect(breaker.view(lane).state).toBe('open');
  });

  it('is not held by a clock that was set back', async () => {
    const { breaker, clock } = await proven();
    await fail(breaker, clock, 3);
    await clock.advance(-3_600_000);
    expect(breaker.admit(lane).isAdmitted).toBe(true);
  });

  it('starts half-open where a previous process left it open: one call looks at once', () => {
    const clock = handClock();
    const breaker = createBreaker(clock);
    const at = clock.now();
    breaker.rebuild(
      lane,
      [60_000, 40_000, 20_000].map((ago) => ({
        startedAt: at - ago,
        endedAt: at - ago + 9,
        result: 'failed',
      })),
    );
    expect(breaker.view(lane)).toMatchObject({ state: 'half-open', calls: 3, failures: 3 });
    const probe = admitted(breaker);
    expect(breaker.admit(lane).isAdmitted).toBe(false);
    probe.settle('failed');
    expect(breaker.view(lane).state).toBe('open');
  });

  it('tries at once when a person takes the trouble as mended, and one by one after a refusal of the account', async () => {
    const { breaker, clock } = await proven();
    await fail(breaker, clock, 3);
    breaker.reset(lane);
    admitted(breaker).settle('through');
    expect(breaker.isProven(lane)).toBe(true);
    breaker.doubt(lane);
    expect(breaker.isProven(lane)).toBe(false);
    admitted(breaker);
    expect(breaker.admit(lane).isAdmitted).toBe(false);
  });

  it('does not let the trouble of one account reach another', async () => {
    const { breaker, clock } = await proven();
    await fail(breaker, clock, 3);
    expect(breaker.admit('other book').isAdmitted).toBe(true);
  });
});

type Step =
  | { readonly kind: 'admit' }
  | { readonly kind: 'settle'; readonly which: number; readonly result: LineResult }
  | { readonly kind: 'wait'; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ kind: 'admit' as const }),
  fc.record({
    kind: fc.constant('settle' as const),
    which: fc.nat(20),
    result: fc.constantFrom<LineResult>('through', 'failed', 'failed', 'none'),
  }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 90_000 }) }),
);

describe('whatever happens to its calls', () => {
  it('an open lane sends none, a doubtful one never two at a time, and every lane is tried again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 120 }), async (steps) => {
        const clock = handClock();
        const breaker = createBreaker(clock);
        /** With the moment the lane began to probe, for those that were let through as its probe. */
        const inHand: { readonly pass: Pass; readonly probingSince: number | null }[] = [];
        for (const one of steps) {
          if (one.kind === 'wait') await clock.advance(one.ms);
          else if (one.kind === 'settle') inHand.splice(one.which % 7, 1)[0]?.pass.settle(one.result);
          else {
            const before = breaker.view(lane);
            const admission = breaker.admit(lane);
            if (before.retryAt !== null && clock.now() < before.retryAt)
              expect(admission.isAdmitted).toBe(false);
            if (admission.isAdmitted) {
              const { state, since } = breaker.view(lane);
              const probingSince = state === 'half-open' ? since : null;
              if (probingSince !== null)
                expect(inHand.filter((other) => other.probingSince === probingSince)).toEqual([]);
              inHand.push({ pass: admission.pass, probingSince });
            } else {
              expect(admission.retryAt).toBeGreaterThan(clock.now());
              expect(admission.retryAt).toBeLessThanOrEqual(clock.now() + openMs);
            }
          }
        }
        // All that is in hand ends, the waiting is over: the lane lets somebody through again.
        for (const { pass } of inHand) pass.settle('failed');
        await clock.advance(openMs);
        admitted(breaker).settle('through');
        expect(breaker.isProven(lane)).toBe(true);
      }),
      { numRuns: 300, seed: 70 },
    );
  });
});
