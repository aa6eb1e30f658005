import { readFileSync } from 'node:fs';
import type { Divisions } from '../../../electron/addresses/divisions/loadDivisions.ts';
import { readText } from '../../../electron/addresses/readText.ts';
import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import { type SampleCase, scoreSample } from '../../unit/electron/addresses/scoreSample.ts';
import { makeAddressCase } from './makeAddressCase.ts';

/** Rules were looked for and the table was fitted below; reliability is told from here on. */
export const heldOutSeed = 9_000_000;

export interface Judged {
  readonly gold: SampleCase;
  readonly reading: AddressReading;
  readonly isRight: boolean;
}

function judge(gold: SampleCase, divisions: Divisions): Judged {
  const reading = readText(gold.input, divisions);
  return { gold, reading, isRight: scoreSample(gold, reading).overall };
}

export function judgeMade(firstSeed: number, count: number, divisions: Divisions): Judged[] {
  return Array.from({ length: count }, (_, index) =>
    judge(makeAddressCase(firstSeed + index, divisions), divisions),
  );
}

/** The cases written by hand: the sample and the hard ones. */
export function judgeWritten(divisions: Divisions): Judged[] {
  return ['address-sample.jsonl', 'address-hard-cases.jsonl'].flatMap((name) =>
    readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => judge(JSON.parse(line) as SampleCase, divisions)),
  );
}

export interface ReliabilityBucket {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly right: number;
  /** What the readings of this bucket promised on average. */
  readonly promised: number;
}

const bounds = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.001] as const;

export function reliabilityOf(judged: readonly Judged[]): ReliabilityBucket[] {
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] ?? 0;
    const inside = judged.filter(
      ({ reading }) => reading.confidence.overall >= from && reading.confidence.overall < to,
    );
    const promised = inside.reduce((sum, { reading }) => sum + reading.confidence.overall, 0);
    return {
      from,
      to,
      count: inside.length,
      right: inside.filter(({ isRight }) => isRight).length,
      promised: inside.length === 0 ? 0 : promised / inside.length,
    };
  });
}
