import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../../electron/addresses/readText.ts';
import { type SampleCase, scoreSample } from './scoreSample.ts';
import { divisions } from './shippedDivisions.ts';

const file = new URL('../../../fixtures/address-hard-cases.jsonl', import.meta.url);
const scored = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SampleCase)
  .map((gold) => {
    const reading = readText(gold.input, divisions);
    return { gold, reading, score: scoreSample(gold, reading) };
  });
const ofClass = (tag: string) => scored.filter(({ gold }) => gold.tags[0] === tag);

/** How many of each class may be wrong: today's misses and one more. */
const allowed = {
  extension: 1,
  landline: 2,
  name: 1,
  old: 1,
  ambiguous: 1,
  contradiction: 1,
  suffix: 1,
  samename: 1,
  place: 1,
  overseas: 1,
  zone: 1,
  layout: 1,
  region: 1,
  messy: 1,
} as const;

describe('hard cases written by hand', () => {
  test('are 150 or more, in every class that public parsers fail at', () => {
    expect(scored.length).toBeGreaterThanOrEqual(150);
    expect(new Set(scored.map(({ gold }) => gold.tags[0]))).toEqual(new Set(Object.keys(allowed)));
  });

  test.each(Object.entries(allowed))('%s: at most %d wrong', (tag, misses) => {
    const wrong = ofClass(tag).filter(({ score }) => !score.overall);
    expect(
      wrong.map(({ gold }) => gold.id).length,
      wrong.map(({ gold }) => gold.id).join(' '),
    ).toBeLessThanOrEqual(misses);
  });

  test('what several cities share is flagged and never ok; the rest is not flagged', () => {
    for (const { gold, reading } of scored) {
      if (gold.ambiguous === true) {
        expect(reading.issues, gold.id).toContain('district_ambiguous');
        expect(reading.candidates.length, gold.id).toBeGreaterThan(1);
        expect(reading.status, gold.id).not.toBe('ok');
      }
    }
    const clear = scored.filter(({ gold }) => gold.ambiguous !== true && gold.tags[0] !== 'old');
    const flagged = clear.filter(({ reading }) => reading.issues.includes('district_ambiguous'));
    expect(flagged.length / clear.length).toBeLessThanOrEqual(0.02);
  });

  test('a region that contradicts the text is told', () => {
    for (const { gold, reading } of scored) {
      if (gold.tags.includes('conflict')) expect(reading.issues, gold.id).toContain('region_conflict');
      if (gold.tags.includes('zone') && gold.district === '') expect(reading.zone, gold.id).not.toBe('');
    }
  });

  test('what is ok has its region, name and phone right', () => {
    const silent = scored.filter(
      ({ reading, score }) => reading.status === 'ok' && !(score.region && score.name && score.phone),
    );
    expect(silent.map(({ gold }) => gold.id)).toEqual([]);
  });
});
