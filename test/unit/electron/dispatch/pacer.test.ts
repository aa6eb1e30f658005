import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacer } from '../../../../electron/dispatch/pacer.ts';
import type { Clock } from '../../../../electron/platform/clock.ts';

interface Sleeper {
  at: number;
  readonly wake: () => void;
}

/** Time that runs by itself from sleeper to sleeper; each wakes as late as the list says. */
function lateClock(latenessMs: readonly number[]) {
  let nowMs = 1_700_000_000_000;
  let taken = 0;
  const sleepers: Sleeper[] = [];
  const clock: Clock = {
    now: () => nowMs,
    sleep: (delayMs, signal) =>
      new Promise((wake) => {
        const sleeper = { at: nowMs + delayMs + (latenessMs[taken++ % latenessMs.length] ?? 0), wake };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => Object.assign(sleeper, { at: nowMs }), { once: true });
      }),
  };
  return {
    clock,
    setBack: (byMs: number) => {
      nowMs -= byMs;
    },
    async run(): Promise<void> {
      for (;;) {
        await new Promise(setImmediate);
        sleepers.sort((left, right) => left.at - right.at);
        const next = sleepers.shift();
        if (next === undefined) return;
        nowMs = Math.max(nowMs, next.at);
        next.wake();
      }
    },
  };
}

/** The most starts that lie in any window of one second. */
function mostInOneSecond(starts: readonly number[]): number {
  return Math.max(
    ...starts.map((from) => starts.filter((start) => start >= from && start - from < 1_000).length),
  );
}

/** Of a pace of twenty a second, once connections are warm. */
function shareOfTwenty(moments: readonly number[]): number {
  const warm = moments.slice(40);
  const seconds = ((warm.at(-1) ?? 0) - (warm[0] ?? 0)) / 1_000;
  return (warm.length - 1) / seconds / 20;
}

/** Asks at the given times; the starts in ms since the first moment. */
async function paced(rate: number, arrivals: readonly number[], lateness: readonly number[]) {
  const time = lateClock(lateness);
  const pacer = createPacer(time.clock);
  const begin = time.clock.now();
  const starts: number[] = [];
  for (const at of arrivals) {
    void time.clock
      .sleep(at)
      .then(() => pacer.take('lane', rate))
      .then(() => starts.push(time.clock.now() - begin));
  }
  await time.run();
  return starts;
}

interface Gateway {
  readonly rate: number;
  readonly calls: number;
  /** What each call needs to reach it, and it to answer, in turn. */
  readonly linesMs: readonly number[];
  readonly answersMs: readonly number[];
  /** How late timers come, in turn. */
  readonly latenessMs?: readonly number[];
  /** So many of the first calls are refused at once, and do not reach it. */
  readonly refused?: number;
}

const alikeAnswers: Gateway = { rate: 20, calls: 400, linesMs: [2, 2, 4, 3], answersMs: [80, 81, 80, 83] };

/** When the calls of a full queue reached their gateway, in ms since the first moment, oldest first. */
async function reached(gateway: Gateway): Promise<number[]> {
  const { rate, calls, linesMs, answersMs, latenessMs = [0], refused = 0 } = gateway;
  const time = lateClock(latenessMs);
  const pacer = createPacer(time.clock);
  const begin = time.clock.now();
  const arrivals: number[] = [];
  const call = async (no: number): Promise<void> => {
    const start = await pacer.take('lane', rate);
    start.leaves();
    if (no < refused) {
      await time.clock.sleep(1);
      return start.answered(false);
    }
    await time.clock.sleep(linesMs[no % linesMs.length] ?? 0);
    arrivals.push(time.clock.now() - begin);
    await time.clock.sleep(answersMs[no % answersMs.length] ?? 0);
    start.answered(true);
  };
  for (let no = 0; no < calls; no++) void call(no);
  await time.run();
  return arrivals;
}

describe('pacing requests', () => {
  it('never starts more than the rate in any second, whatever the bursts and however late the timers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 25 }),
        fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 20 }),
        async (rate, arrivals, lateness) => {
          const starts = await paced(
            rate,
            [...arrivals].sort((left, right) => left - right),
            lateness,
          );
          expect(starts).toHaveLength(arrivals.length);
          expect(mostInOneSecond(starts)).toBeLessThanOrEqual(rate);
        },
      ),
      { numRuns: 80, seed: 4_711 },
    );
  });

  it('never lets more leave than the rate in any second, however long each is held up between its turn and its first byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 25 }),
        fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 12 }),
        async (rate, arrivals, heldUpMs) => {
          const time = lateClock([0, 3, 40]);
          const pacer = createPacer(time.clock);
          const left: number[] = [];
          const send = async (arrival: number, no: number): Promise<void> => {
            await time.clock.sleep(arrival);
            const start = await pacer.take('lane', rate);
            await time.clock.sleep(heldUpMs[no % heldUpMs.length] ?? 0);
            start.leaves();
            left.push(time.clock.now());
          };
          for (const [no, arrival] of arrivals.entries()) void send(arrival, no);
          await time.run();
          expect(left).toHaveLength(arrivals.length);
          expect(mostInOneSecond(left)).toBeLessThanOrEqual(rate);
        },
      ),
      { numRuns: 120, seed: 815 },
    );
  });

  it('keeps a full queue at 97 % of the rate or more once connections are warm', async () => {
    const starts = await paced(
      20,
      Array.from({ length: 400 }, () => 0),
      [0, 1, 1, 2],
    );
    expect(shareOfTwenty(starts)).toBeGreaterThanOrEqual(0.97);
    expect(mostInOneSecond(starts)).toBeLessThanOrEqual(20);
  });

  it('keeps a full queue at 99 % of the rate or more where a gateway answers all alike', async () => {
    const arrivals = await reached(alikeAnswers);
    expect(shareOfTwenty(arrivals)).toBeGreaterThanOrEqual(0.99);
    expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(20);
  });

  it('keeps more of it where hardly an answer takes longer than the fastest', async () => {
    const arrivals = await reached({ rate: 20, calls: 1_000, linesMs: [2, 2, 3], answersMs: [80, 81, 80] });
    expect(shareOfTwenty(arrivals)).toBeGreaterThanOrEqual(0.9975);
    expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(20);
  });

  it('keeps that pace in the second after the first, though the first call opens a connection', async () => {
    const answers = { rate: 20, calls: 60, answersMs: [80, 81, 80, 83] };
    const arrivals = await reached({ ...answers, linesMs: [30, ...Array<number>(59).fill(2)] });
    // 1,000 ms, what is kept free for the first call, and what it reached the gateway later than others.
    expect((arrivals[20] ?? 0) - (arrivals[0] ?? 0)).toBeLessThanOrEqual(1_030);
    expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(20);
  });

  it('makes up for a call that came late within the next few, so that not all behind it stay late', async () => {
    const latenessMs = [...Array<number>(99).fill(1), 60];
    const arrivals = await reached({ rate: 20, calls: 1_000, linesMs: [2], answersMs: [80], latenessMs });
    expect(shareOfTwenty(arrivals)).toBeGreaterThanOrEqual(0.984);
    expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(20);
  });

  it('keeps that pace behind calls that were refused at once, for those say nothing of what an answer takes', async () => {
    const arrivals = await reached({ ...alikeAnswers, refused: 30 });
    expect(shareOfTwenty(arrivals)).toBeGreaterThanOrEqual(0.99);
    expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(20);
  });

  it('never lets a gateway that answers no sooner than it did see more than the rate in any second, however slow the lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 25 }),
        // What the line adds, up to what is kept free for it where nothing is known yet.
        fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 1, maxLength: 40 }),
        // What the other side adds to the shortest time it takes.
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 }),
        async (rate, lines, answers) => {
          const linesMs = [2, ...lines.map((ms) => 2 + ms)];
          const answersMs = [80, ...answers.map((ms) => 80 + ms)];
          const arrivals = await reached({ rate, calls: rate * 4 + 30, linesMs, answersMs });
          expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(rate);
        },
      ),
      { numRuns: 80, seed: 1_312 },
    );
  });

  it.each([
    { upToMs: 6, slow: 'hardly an answer takes longer than the fastest', slowerMs: 1 },
    { upToMs: 8, slow: 'one answer in ten takes 4 ms longer than the fastest', slowerMs: 4 },
  ])(
    'never lets a gateway see more than the rate that begins to count its answer’s time up to $upToMs ms before it looks at a call, where $slow',
    async ({ upToMs, slowerMs }) => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 2, max: 25 }),
          fc.array(fc.integer({ min: 0, max: upToMs }), { minLength: 10, maxLength: 10 }),
          async (rate, hiddenMs) => {
            const linesMs = hiddenMs.map((ms) => 2 + ms);
            const answersMs = hiddenMs.map((ms, no) => 80 - ms + (no === 9 ? slowerMs : 0));
            const arrivals = await reached({ rate, calls: rate * 4 + 80, linesMs, answersMs });
            expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(rate);
          },
        ),
        { numRuns: 80, seed: 6 },
      );
    },
  );

  it('keeps more free on a computer whose timers come late, since what it sends may be held up as well', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 25 }),
        fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 40 }),
        async (rate, lines) => {
          const linesMs = [2, ...lines.map((ms) => 2 + ms)];
          const arrivals = await reached({
            rate,
            calls: rate * 4 + 30,
            linesMs,
            answersMs: [80],
            latenessMs: [15],
          });
          expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(rate);
        },
      ),
      { numRuns: 60, seed: 21 },
    );
  });

  it('never lets a gateway see more than the rate when single calls are held up for long, once it knows how long answers take', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 25 }),
        fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 3 }),
        async (rate, rareMs) => {
          const linesMs = rareMs.flatMap((ms) => [...Array<number>(60).fill(2), 2 + ms]);
          const arrivals = await reached({ rate, calls: rate * 2 + 200, linesMs, answersMs: [80, 82] });
          expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(rate);
        },
      ),
      { numRuns: 60, seed: 77 },
    );
  });

  it('never lets a gateway that answers evenly see more than the rate, though one call in eight is held up on a computer whose timers are on time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 25 }),
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 2, maxLength: 12 }),
        async (rate, heldUpMs) => {
          const linesMs = heldUpMs.flatMap((ms) => [...Array<number>(7).fill(2), 2 + ms]);
          const arrivals = await reached({ rate, calls: rate * 4 + 80, linesMs, answersMs: [80, 84, 81] });
          expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(rate);
        },
      ),
      { numRuns: 100, seed: 88 },
    );
  });

  it('never lets a gateway see more than the rate while nothing is known of it yet, however long the first calls are held up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 25 }),
        fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 19 }),
        async (rate, firstMs) => {
          const calls = rate * 4 + 30;
          const linesMs = [...firstMs.map((ms) => 2 + ms), ...Array<number>(calls).fill(2)];
          const arrivals = await reached({ rate, calls, linesMs, answersMs: [80, 85, 90] });
          expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(rate);
        },
      ),
      { numRuns: 60, seed: 20 },
    );
  });

  it('never lets a gateway see more than the rate when the first twenty calls are all held up alike, which their answers do not show', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 25 }),
        fc.integer({ min: 0, max: 24 }),
        async (rate, heldUpMs) => {
          const calls = rate * 4 + 30;
          const linesMs = [...Array<number>(20).fill(2 + heldUpMs), ...Array<number>(calls).fill(2)];
          const arrivals = await reached({ rate, calls, linesMs, answersMs: [80, 81] });
          expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(rate);
        },
      ),
      { numRuns: 60, seed: 44 },
    );
  });

  it('never lets a gateway see more than the rate on a computer that holds up any call for up to a third of a second', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 25 }),
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 40 }),
        async (rate, lines) => {
          // What answers take is known before.
          const linesMs = [...Array<number>(40).fill(2), ...lines.map((ms) => 2 + ms)];
          const arrivals = await reached({
            rate,
            calls: rate * 4 + 80,
            linesMs,
            answersMs: [80],
            latenessMs: [15],
          });
          expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(rate);
        },
      ),
      { numRuns: 60, seed: 927 },
    );
  });

  it('holds the lower pace when a raise ends, and uses a raise as soon as it begins', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 13, max: 40 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 12 }),
        async (low, high, isRising, lateness) => {
          const time = lateClock(lateness);
          const pacer = createPacer(time.clock);
          const begin = time.clock.now();
          const changeAt = 2_500;
          const starts: number[] = [];
          const rate = () => (time.clock.now() - begin < changeAt === isRising ? low : high);
          for (let call = 0; call < 100; call++)
            void pacer.take('lane', rate).then(() => starts.push(time.clock.now() - begin));
          await time.run();
          const lowTime = starts.filter((at) => (isRising ? at < changeAt : at >= changeAt + 1_000));
          expect(starts).toHaveLength(100);
          expect(mostInOneSecond(starts)).toBeLessThanOrEqual(high);
          if (lowTime.length > 0) expect(mostInOneSecond(lowTime)).toBeLessThanOrEqual(low);
        },
      ),
      { numRuns: 60, seed: 12 },
    );
  });

  it('does not make an account wait for another', async () => {
    const { clock } = lateClock([0]);
    const pacer = createPacer(clock);
    await pacer.take('a book', 1);
    await pacer.take('b book', 1);
    await pacer.take('a track', 1);
    expect(clock.now()).toBe(1_700_000_000_000);
  });

  it('waits a second at most when the clock is set back by an hour', async () => {
    const time = lateClock([0]);
    const pacer = createPacer(time.clock);
    for (let taken = 0; taken < 5; taken++) void pacer.take('lane', 5);
    await time.run();
    time.setBack(3_600_000);
    const before = time.clock.now();
    void pacer.take('lane', 5);
    await time.run();
    expect(time.clock.now() - before).toBeLessThanOrEqual(1_100);
  });
});
