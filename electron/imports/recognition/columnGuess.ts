import type { MappingRule } from '../kit/orderDraft.ts';

/** A column while it is being understood. */
export interface ColumnGuess {
  readonly columnIndex: number;
  readonly header: string;
  readonly normalised: string;
  /** Values of the sample rows, blanks included. */
  readonly values: readonly string[];
  field: string | null;
  rule: MappingRule;
  /** The column that fills the same field better; set when this one is left out for it. */
  givesWayTo?: number;
}

export function findGuess(guesses: readonly ColumnGuess[], field: string): ColumnGuess | undefined {
  return guesses.find((guess) => guess.field === field);
}

export function isByHand(rule: MappingRule): boolean {
  return rule === 'operator' || rule === 'remembered';
}

/** Said on purpose, even where it says “leave this column out”. */
export function isSettled(rule: MappingRule): boolean {
  return rule === 'profile' || isByHand(rule);
}
