import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  letGo,
  noScan,
  plainGun,
  type ScanStep,
  stepScan,
} from '../../../../../renderer/app/scan/scanSteps.ts';
import {
  codesLikeTheLast,
  codesToLearn,
  learnRhythm,
  type Rhythm,
} from '../../../../../renderer/work/devices/gunRhythm.ts';

interface Stroke {
  readonly key: string;
  readonly gapMs: number;
  readonly holdMs: number;
}

/** Keys as they go down and come up, in the order of their times; what is learnt of one code serves the next. */
function type(strokes: readonly Stroke[], known: readonly Rhythm[] = []) {
  let at = 1_000;
  const events = strokes
    .flatMap(({ key, gapMs, holdMs }, no) => {
      at += gapMs;
      const name = `${key}-${no}`;
      return [
        { at, key, name, isDown: true },
        { at: at + holdMs, key, name, isDown: false },
      ];
    })
    .sort((one, other) => one.at - other.at);
  let state = noScan;
  let rhythms = known;
  const codes: string[] = [];
  for (const { at: eventAt, key, name, isDown } of events) {
    if (!isDown) {
      state = letGo(state, name, eventAt);
      continue;
    }
    const step: ScanStep = stepScan(
      state,
      { key, at: eventAt, isModified: false, held: name },
      { ...plainGun, rhythms },
    );
    state = step.state;
    if (step.kind !== 'scan') continue;
    codes.push(step.code);
    rhythms = learnRhythm(rhythms, step.rhythm);
  }
  return { codes, rhythms };
}

interface Gun {
  readonly paceMs: number;
  readonly jitterMs: number;
  readonly holdMs: number;
}

/** A gun that Bluetooth or a timid setting makes slow. */
const slowGun = fc.record({
  paceMs: fc.integer({ min: 24, max: 50 }),
  jitterMs: fc.integer({ min: 0, max: 8 }),
  holdMs: fc.integer({ min: 1, max: 14 }),
});
const codeOf = (least: number, most: number) => fc.stringMatching(new RegExp(`^[A-Z0-9]{${least},${most}}$`));

/** As the gun types it, each gap off its pace by what chance says. */
function sent(code: string, { paceMs, jitterMs, holdMs }: Gun, chance: fc.GeneratorValue): Stroke[] {
  return [...code, 'Enter'].map((key, no) => {
    const off = chance(fc.integer, { min: -jitterMs, max: jitterMs });
    return { key, gapMs: no === 0 ? 700 : paceMs + off, holdMs };
  });
}

const longCodes = [
  'SF1234567890123',
  '202611250005535173',
  '6901234567892',
  'YT7700001111222',
  '73100012345678',
];
const taught = (gun: Gun, chance: fc.GeneratorValue): readonly Rhythm[] =>
  type(longCodes.flatMap((code) => sent(code, gun, chance))).rhythms;

const seed = 20_261_128;

describe('the rhythm of a slow gun', () => {
  test('once its long codes have taught it, codes of three to five characters are read as well', () => {
    fc.assert(
      fc.property(slowGun, codeOf(3, 5), fc.gen(), (gun, code, chance) => {
        const known = taught(gun, chance);
        expect(known).toHaveLength(longCodes.length);
        const steady: Gun = { ...gun, jitterMs: Math.max(0, gun.jitterMs - 2) };
        expect(type(sent(code, steady, chance), known).codes).toEqual([code]);
      }),
      { seed, numRuns: 400 },
    );
  });

  test('before that a short code of it passes for typing, and two long ones do not teach it', () => {
    const gun = { paceMs: 50, jitterMs: 0, holdMs: 8 };
    fc.assert(
      fc.property(codeOf(3, 5), fc.gen(), (code, chance) => {
        const known = longCodes.slice(0, codesToLearn - 1).flatMap((long) => sent(long, gun, chance));
        expect(type([...known, ...sent(code, gun, chance)]).codes).toEqual(
          longCodes.slice(0, codesToLearn - 1),
        );
      }),
      { seed, numRuns: 50 },
    );
  });

  test('a person is never taken for it, however fast and even: fingers hold a key longer than any gun', () => {
    const hand = fc.record({
      paceMs: fc.integer({ min: 41, max: 140 }),
      jitterMs: fc.integer({ min: 0, max: 20 }),
      holdMs: fc.integer({ min: 45, max: 130 }),
    });
    fc.assert(
      fc.property(slowGun, hand, codeOf(3, 5), fc.gen(), (gun, fingers, word, chance) => {
        expect(type(sent(word, fingers, chance), taught(gun, chance)).codes).toEqual([]);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  test('nor keys tapped as short as a gun’s where they come in another rhythm', () => {
    const gun = { paceMs: 50, jitterMs: 2, holdMs: 8 };
    fc.assert(
      fc.property(codeOf(3, 5), fc.integer({ min: 24, max: 40 }), fc.gen(), (word, paceMs, chance) => {
        expect(type(sent(word, { ...gun, paceMs }, chance), taught(gun, chance)).codes).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });

  test('what fingers roll, and a gun that holds its keys as long as a hand, teach nothing', () => {
    const rolled = { paceMs: 50, jitterMs: 0, holdMs: 70 };
    const heavy = { paceMs: 55, jitterMs: 0, holdMs: 45 };
    for (const gun of [rolled, heavy])
      fc.assert(
        fc.property(fc.gen(), (chance) => {
          expect(taught(gun, chance)).toEqual([]);
        }),
        { seed, numRuns: 5 },
      );
  });

  test('two guns at one desk are both known', () => {
    fc.assert(
      fc.property(codeOf(3, 5), fc.gen(), (code, chance) => {
        const [one, other] = [
          { paceMs: 50, jitterMs: 2, holdMs: 8 },
          { paceMs: 28, jitterMs: 2, holdMs: 5 },
        ] as const;
        const both = longCodes.flatMap((long) => [...sent(long, one, chance), ...sent(long, other, chance)]);
        const { rhythms } = type(both);
        for (const gun of [one, other]) {
          const steady = { ...gun, jitterMs: 0 };
          expect(type(sent(code, steady, chance), rhythms).codes).toEqual([code]);
        }
        expect(codesLikeTheLast(rhythms)).toBe(longCodes.length);
      }),
      { seed, numRuns: 50 },
    );
  });
});
