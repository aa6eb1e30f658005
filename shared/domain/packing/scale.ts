/** What a weighing scale says of itself when it gives no weight. */
const scaleTroubles = ['over', 'under', 'fault', 'needs-zero'] as const;
export type ScaleTrouble = (typeof scaleTroubles)[number];

/**
 * How a scale stands now. `away`: its port cannot be opened · `silent`: nothing came for a second · `nonsense`: what comes is
 * nothing its format knows · `zero`: nothing is on it · `moving`: something does, and it is not at rest · `stable`.
 */
export const scaleStates = [
  'away',
  'silent',
  'nonsense',
  'zero',
  'moving',
  'stable',
  ...scaleTroubles,
] as const;
export type ScaleState = (typeof scaleStates)[number];

/** What a scale says now. */
export interface ScaleSays {
  readonly state: ScaleState;
  /** null: there is no weight to tell. */
  readonly grams: number | null;
  /** The time of the last frame that was understood; null: none was. */
  readonly at: number | null;
  /** When it last was at about zero; null: not since it was connected. What is on it since then is what was put on it then. */
  readonly zeroAt: number | null;
}

/** At most so much is nothing: a division or two of a bench scale. */
export const zeroBandGrams = 10;
/** A reading older than this is none. */
export const freshReadingMs = 1_000;
