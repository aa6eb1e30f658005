import type { CarrierRow } from '../../shared/domain/carriers/carrierRow.ts';
import { carrierTable } from '../../shared/domain/carriers/carrierTable.ts';
import type { InvalidNumberReason, NumberEvidence } from '../../shared/domain/numberRecognition.ts';
import { fitsCheckDigit } from './checkDigits.ts';

export interface Candidate {
  readonly carrier: string;
  /** 0 … 1, for the order and for the decision; no probability. */
  readonly score: number;
  readonly evidence: NumberEvidence;
}

export type Recognition =
  /** `person` decided or one carrier stands well before the rest. */
  | { readonly kind: 'sure'; readonly carrier: string; readonly candidates: readonly Candidate[] }
  /** Several, or one that is only likely, best first; none: nobody here knows the form. */
  | { readonly kind: 'choice'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'invalid'; readonly reason: InvalidNumberReason };

/** Bounds of the platforms: Kuaidi100 takes 6 to 32 characters, KDNiao 30. */
const numberForm = /^[A-Z0-9](?:[A-Z0-9-]{4,28})[A-Z0-9-]$/;

/** A block of one to four characters said again and again, as somebody types who tries a field out. */
const repetition = /^(.{1,4}?)\1{2,}.{0,3}$/;

/** From which score on one carrier is taken without asking, if the next lies this far behind. */
const sureScore = 0.75;
const sureGap = 0.25;

/** As carriers print it: no blanks, wide characters narrow, letters large. */
export function tidyNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s​﻿]+/g, '').toUpperCase();
}

/**
 * What numbers of one kind have in common, for a person's choice: the first two characters, all further letters, and how
 * many digits. `73610555582883` and its neighbours are `73############`.
 */
export function numberShape(waybillNo: string): string {
  return waybillNo.slice(0, 2) + waybillNo.slice(2).replace(/\d/g, '#');
}

/** Whose number it may be by its form alone; `chosen` is what a person has decided for numbers of its shape. */
export function recogniseNumber(
  waybillNo: string,
  chosen: ReadonlyMap<string, string> = new Map(),
): Recognition {
  if (!numberForm.test(waybillNo) || !/\d/.test(waybillNo)) return { kind: 'invalid', reason: 'form' };
  if (isRepetition(waybillNo)) return { kind: 'invalid', reason: 'repetition' };
  const judged = carrierTable.map((row) => judge(row, waybillNo));
  const found = judged.filter((one) => one !== null && one !== 'check-digit');
  const person = chosen.get(numberShape(waybillNo));
  const all =
    person === undefined ? found : [{ carrier: person, score: 1, evidence: 'person' as const }, ...found];
  if (all.length === 0 && judged.includes('check-digit')) return { kind: 'invalid', reason: 'check-digit' };
  return decide(all);
}

function isRepetition(waybillNo: string): boolean {
  const digits = waybillNo.replace(/^[A-Z]+/, '');
  return digits.length >= 10 && repetition.test(digits);
}

/** `check-digit`: it has the carrier's form and a check digit that is wrong. */
function judge(row: CarrierRow, waybillNo: string): Candidate | 'check-digit' | null {
  const { code: carrier, strict, loose, checked = [] } = row;
  const hasLetters = /^[A-Z]/.test(waybillNo) || /^1Z/.test(waybillNo);
  const checkedForm = checked.find(({ form }) => form.test(waybillNo));
  if (checkedForm !== undefined) {
    const fits = fitsCheckDigit(checkedForm.rule, waybillNo);
    // One in seven to eleven of all digits fits by chance: letters in front make it a proof, digits alone do not.
    if (fits) return { carrier, score: hasLetters ? 0.98 : 0.5, evidence: 'check-digit' };
    if (hasLetters) return 'check-digit';
  }
  if (strict?.test(waybillNo)) return { carrier, score: hasLetters ? 0.95 : 0.8, evidence: 'strict' };
  return loose?.test(waybillNo) ? { carrier, score: hasLetters ? 0.6 : 0.3, evidence: 'loose' } : null;
}

/** Adds what a platform says, likeliest first, to what the number says itself. */
export function withPlatform(candidates: readonly Candidate[], told: readonly string[]): Recognition {
  const byCarrier = new Map(candidates.map((candidate) => [candidate.carrier, candidate]));
  const platform = told.map((carrier, place): Candidate => {
    const own = byCarrier.get(carrier)?.score ?? 0;
    const word = told.length === 1 ? 0.9 : Math.max(0.2, 0.55 - place * 0.15);
    return { carrier, score: 1 - (1 - own) * (1 - word), evidence: 'platform' };
  });
  // What the platform does not name stays a candidate, behind what it names.
  const others = candidates
    .filter(({ carrier }) => !told.includes(carrier))
    .map((one) => ({ ...one, score: told.length === 0 ? one.score : one.score * 0.6 }));
  return decide([...platform, ...others]);
}

function decide(found: readonly Candidate[]): Recognition {
  const candidates = bestOfEach(found).sort((a, b) => b.score - a.score);
  const [first, second] = candidates;
  const isSure =
    first !== undefined &&
    (first.evidence === 'person' ||
      (first.score >= sureScore && first.score - (second?.score ?? 0) >= sureGap));
  return isSure ? { kind: 'sure', carrier: first.carrier, candidates } : { kind: 'choice', candidates };
}

function bestOfEach(found: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const one of found) if ((best.get(one.carrier)?.score ?? -1) < one.score) best.set(one.carrier, one);
  return [...best.values()];
}
