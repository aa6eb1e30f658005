import { detailDoubts } from '../text/detailDoubts.ts';
import type { Evidence } from './judgeReading.ts';

/** Raw scores of the fields, 0..1: good for an order, not yet for a promise. */
export interface FieldScores {
  readonly region: number;
  readonly name: number;
  readonly phone: number;
  readonly detail: number;
}

/** Two readings of the name that lie this close are a guess. */
const closeLead = 2.5;

function nameScore({ name, numbers, detail, town }: Evidence): number {
  // A text without a phone is mostly an address alone; one with a phone nearly always names somebody.
  if (name === null) return numbers.phone === '' ? 0.88 : 0.5;
  if (name.rule === 'label') return name.score >= 12 ? 0.98 : 0.93;
  if ((name.lead ?? closeLead) < closeLead) return 0.75;
  if (name.rule === 'glued') return name.score >= 7 ? 0.92 : name.score >= 5 ? 0.86 : 0.7;
  const base = name.score >= 8 ? 0.97 : name.score >= 5.5 ? 0.94 : name.score >= 4 ? 0.84 : 0.75;
  return detail === '' && town === '' ? base - 0.1 : base;
}

function regionScore({ choice, region }: Evidence): number {
  if (choice === null || region === null) return 0.3;
  if (region.candidates.length > 0) return region.likely ? 0.5 : 0.4;
  if (choice.conflicts.length + choice.left.length > 0) return 0.5;
  const base =
    choice.score >= 16
      ? 0.99
      : choice.score >= 9
        ? 0.96
        : choice.score >= 8
          ? 0.93
          : choice.score >= 6
            ? 0.85
            : 0.6;
  if (region.district !== '') return base;
  return region.certain !== null && region.certain.children.length === 0 ? base : Math.min(base, 0.7);
}

function detailScore(evidence: Evidence, name: number, region: number): number {
  if (evidence.detail === '' && evidence.town === '') return evidence.name === null ? 0.85 : 0.5;
  const unread = /[\p{L}\p{N}]{2}/u.test(evidence.unread) ? 0.15 : 0;
  const doubts = Math.min(3, detailDoubts(evidence.detail)) * 0.12;
  return Math.max(0.1, Math.min(0.97, name, region + 0.1) - unread - doubts);
}

function phoneScore({ numbers }: Evidence): number {
  if (numbers.phone === '') return numbers.broken || numbers.masked ? 0.2 : 0.95;
  return numbers.local ? 0.6 : 0.99;
}

/** Rates each field by what speaks for it. */
export function rateFields(evidence: Evidence): FieldScores {
  const name = nameScore(evidence);
  const region = regionScore(evidence);
  return { region, name, phone: phoneScore(evidence), detail: detailScore(evidence, name, region) };
}
