/** Who laid a label out: our own layout or the carrier's HTML template; empty: not drawn yet. */
export type LabelDrawnBy = '' | 'ours' | 'carrier';

/** Why our own layout is printed although the account asks for the carrier's label. */
export const ownLayoutReasons = [
  /** There is no window to draw in: the command line. */
  'no-window',
  /** The number was booked before the account asked for the template. */
  'not-asked',
  /** Asked for, and the platform sent none. */
  'not-returned',
  /** A reprint carries a mark, which the carrier's markup has no place for. */
  'reprint',
  /** The internal label is no e-waybill. */
  'internal-size',
  'too-long',
  /** It wants to run script, which is never run: what the script draws would be missing. */
  'script',
  /** It wants something from the network, which it never gets. */
  'outside',
  'empty',
  /** Ink lies beyond the sheet. */
  'too-large',
  'slow',
  'navigated',
  'failed',
] as const;
export type OwnLayoutReason = (typeof ownLayoutReasons)[number];

export function isOwnLayoutReason(text: string | number | undefined): text is OwnLayoutReason {
  return ownLayoutReasons.some((reason) => reason === text);
}

/** Chosen by a person or in the nature of the label: noted in the ledger, nobody is called. */
export const expectedReasons: readonly OwnLayoutReason[] = ['reprint', 'internal-size'];
