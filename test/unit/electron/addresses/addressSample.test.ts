import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../../electron/addresses/readText.ts';
import { type SampleCase, scoreSample } from './scoreSample.ts';
import { divisions } from './shippedDivisions.ts';

const sampleFile = new URL('../../../fixtures/address-sample.jsonl', import.meta.url);
const sample = readFileSync(sampleFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SampleCase);
const scored = sample.map((gold) => {
  const reading = readText(gold.input, divisions);
  return { gold, reading, score: scoreSample(gold, reading) };
});

/** All 62 are right today; one may be lost to a better rule, not more. */
const floor = 61;

describe('the labelled sample', () => {
  test.each(['region', 'name', 'phone', 'detail', 'overall'] as const)('%s stays right', (field) => {
    expect(scored).toHaveLength(62);
    expect(scored.filter(({ score }) => score[field]).length).toBeGreaterThanOrEqual(floor);
  });

  test('what is called sure is right', () => {
    const sure = scored.filter(({ reading }) => reading.confidence.overall >= 0.9);
    expect(sure.length).toBeGreaterThan(30);
    expect(sure.every(({ score }) => score.overall)).toBe(true);
  });

  test('an ambiguous region is always flagged', () => {
    const ambiguous = scored.filter(({ gold }) => gold.ambiguous === true);
    expect(ambiguous.length).toBeGreaterThan(0);
    expect(ambiguous.every(({ reading }) => reading.issues.includes('district_ambiguous'))).toBe(true);
  });
});
