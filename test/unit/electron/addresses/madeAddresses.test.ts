import { describe, expect, test } from 'vitest';
import { readText } from '../../../../electron/addresses/readText.ts';
import { makeAddressCase } from '../../../doubles/addresses/makeAddressCase.ts';
import { heldOutSeed } from '../../../doubles/addresses/reliability.ts';
import { scoreSample } from './scoreSample.ts';
import { divisions } from './shippedDivisions.ts';

const count = 4000;
const scored = Array.from({ length: count }, (_, index) => {
  const gold = makeAddressCase(heldOutSeed + index, divisions);
  const reading = readText(gold.input, divisions);
  return { gold, reading, score: scoreSample(gold, reading) };
});
const share = (of: readonly unknown[], all: readonly unknown[]): number => of.length / all.length;

describe('addresses made from division names, streets, people and layouts', () => {
  test.each([
    ['region', 0.985],
    ['name', 0.95],
    ['phone', 0.99],
    ['overall', 0.92],
  ] as const)('%s is right in at least %d of them', (field, bar) => {
    expect(
      share(
        scored.filter(({ score }) => score[field]),
        scored,
      ),
    ).toBeGreaterThanOrEqual(bar);
  });

  test('every class of them is mostly right', () => {
    const classes = new Set(scored.flatMap(({ gold }) => gold.tags));
    expect(classes.size).toBeGreaterThan(50);
    for (const tag of classes) {
      const ofClass = scored.filter(({ gold }) => gold.tags.includes(tag));
      const right = ofClass.filter(({ score }) => score.overall);
      if (ofClass.length >= 20) expect(share(right, ofClass), tag).toBeGreaterThanOrEqual(0.8);
    }
  });

  test('a district name that several cities share is flagged, others are not', () => {
    const flagged = ({ reading }: (typeof scored)[number]) => reading.issues.includes('district_ambiguous');
    const ambiguous = scored.filter(({ gold }) => gold.ambiguous === true);
    const clear = scored.filter(({ gold }) => gold.ambiguous !== true);
    expect(share(ambiguous.filter(flagged), ambiguous)).toBeGreaterThanOrEqual(0.95);
    expect(share(clear.filter(flagged), clear)).toBeLessThanOrEqual(0.02);
    for (const { reading } of ambiguous) expect(reading.status).not.toBe('ok');
  });

  test('what promises 0.9 or more is right in 99 of 100, and what is ok as well', () => {
    const right = ({ score }: (typeof scored)[number]) => score.overall;
    const promised = scored.filter(({ reading }) => reading.confidence.overall >= 0.9);
    const ok = scored.filter(({ reading }) => reading.status === 'ok');
    expect(share(promised, scored)).toBeGreaterThan(0.5);
    expect(share(promised.filter(right), promised)).toBeGreaterThanOrEqual(0.99);
    expect(share(ok.filter(right), ok)).toBeGreaterThanOrEqual(0.99);
    for (const { reading } of ok) expect(reading.confidence.overall).toBeGreaterThanOrEqual(0.9);
  });

  test('a wrong region is hardly ever called ok', () => {
    const silent = scored.filter(({ reading, score }) => reading.status === 'ok' && !score.region);
    expect(share(silent, scored)).toBeLessThanOrEqual(0.004);
  });
});
