/** One line of the results: what was measured, what it should be, and whether it is. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly aim: string;
  /** null: shown for comparison only. */
  readonly isMet: boolean | null;
  readonly note: string;
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
