import type { PackingRules, PackPhase } from '../../shared/domain/packing/packing.ts';

/** One line of goods as the bench sees it. */
export interface BenchLine {
  /** Codes that mean these goods; none: they are counted by eye. */
  readonly keys: readonly string[];
  readonly quantity: number;
  /** In this parcel, and in boxes of the order that are closed. */
  readonly counted: number;
  readonly elsewhere: number;
  /** Each piece has a code of its own. */
  readonly hasSerials: boolean;
}

/** How far the label of this parcel is. `lost`: it failed or is held, so that somebody has to see to it. */
export type BenchLabel = 'none' | 'waiting' | 'lost' | 'unsure' | 'out' | 'seen';

/** The parcel that lies open on the bench. */
export interface BenchParcel {
  readonly orderNo: string;
  readonly lines: readonly BenchLine[];
  /** All other boxes of the order are closed: what is left of its goods belongs in here. */
  readonly isLast: boolean;
  readonly isBooked: boolean;
  readonly hasWeight: boolean;
  /** A weight that was refused and may be let pass; null: none. */
  readonly doubtfulGrams: number | null;
  readonly label: BenchLabel;
  /** This bench has asked for its label. */
  readonly isPrintedHere: boolean;
  readonly passed: { readonly items: boolean; readonly weight: boolean; readonly label: boolean };
  /** Goods whose own code is wanted next; empty: none. */
  readonly pendingKey: string;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

export const piecesLeft = ({ lines }: Pick<BenchParcel, 'lines'>): number =>
  sum(lines.map(({ quantity, counted, elsewhere }) => Math.max(0, quantity - counted - elsewhere)));

const piecesIn = ({ lines }: Pick<BenchParcel, 'lines'>): number => sum(lines.map(({ counted }) => counted));

/** Are the goods in, as far as this parcel wants them? Of several boxes the last one takes what is left, the others something. */
export function areItemsDone(parcel: BenchParcel, rules: PackingRules): boolean {
  if (!rules.checksItems || parcel.passed.items || parcel.lines.length === 0) return true;
  if (parcel.pendingKey !== '') return false;
  return parcel.isLast ? piecesLeft(parcel) === 0 : piecesIn(parcel) > 0;
}

export const isWeightDone = (parcel: BenchParcel, rules: PackingRules): boolean =>
  !rules.weighs || parcel.hasWeight || parcel.passed.weight;

/** Is it time for the label? */
function isPrintMoment(parcel: BenchParcel, rules: PackingRules): boolean {
  switch (rules.printAt) {
    case 'open':
      return true;
    case 'check':
      return areItemsDone(parcel, rules);
    case 'weight':
      return areItemsDone(parcel, rules) && isWeightDone(parcel, rules);
    case 'by-hand':
      return false;
  }
}

/** Only a label that nobody ever asked for prints automatically. */
export const wantsLabel = (parcel: BenchParcel, rules: PackingRules): boolean =>
  parcel.isBooked && parcel.label === 'none' && !parcel.isPrintedHere && isPrintMoment(parcel, rules);

/** Labels are printed elsewhere, or lie in the parcel as a carrier's own paper: no copy of ours need be known. */
export const isPaperElsewhere = (parcel: BenchParcel, rules: PackingRules): boolean =>
  rules.printAt === 'by-hand' && parcel.label === 'none';

/** Nothing more is asked of the packer. */
export function isDone(parcel: BenchParcel, rules: PackingRules): boolean {
  if (!parcel.isBooked || !areItemsDone(parcel, rules) || !isWeightDone(parcel, rules)) return false;
  if (parcel.label === 'seen') return true;
  if (parcel.passed.label) return parcel.label === 'out';
  if (rules.scansLabel) return false;
  return parcel.label === 'out' || parcel.label === 'waiting' || isPaperElsewhere(parcel, rules);
}

/** Everything but the number is there. */
export const waitsForNumber = (parcel: BenchParcel, rules: PackingRules): boolean =>
  !parcel.isBooked && areItemsDone(parcel, rules) && isWeightDone(parcel, rules);

/** What is asked of the packer now. */
export function phaseOf(parcel: BenchParcel, rules: PackingRules): PackPhase {
  if (!areItemsDone(parcel, rules)) return 'items';
  if (!isWeightDone(parcel, rules)) return 'weight';
  const isOut = parcel.label === 'out' || parcel.label === 'seen' || isPaperElsewhere(parcel, rules);
  return isOut ? 'label' : 'print';
}

/** Nothing was done with it yet: another one may take its place without a word. */
export const isUntouched = (parcel: BenchParcel): boolean =>
  piecesIn(parcel) === 0 && !parcel.hasWeight && !parcel.isPrintedHere && parcel.pendingKey === '';
