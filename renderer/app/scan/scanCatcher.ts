/** Keys further apart than this are a person's. Guns type at 1–35 ms a key, the fastest typists at 60. */
export const maxGapMs = 50;
/** Shorter bursts are a person's: a two-key roll, a doubled Enter. Waybill and order numbers are longer. */
export const minScanLength = 6;

export interface ScanKey {
  /** One character, or the name of a key such as `Enter`. */
  readonly key: string;
  /** ms on any steady clock. */
  readonly at: number;
  /** Ctrl, Alt or Meta is held. */
  readonly isModified: boolean;
}

export interface ScanState {
  readonly text: string;
  readonly lastAt: number;
}

export type ScanStep =
  /** Nothing to do with a scan. */
  | { readonly kind: 'other'; readonly state: ScanState }
  /** The first character of what may become a burst: remember the focused field now. */
  | { readonly kind: 'begins'; readonly state: ScanState }
  | { readonly kind: 'grows'; readonly state: ScanState }
  /** A whole code; the key that ended it must not reach the page. */
  | { readonly kind: 'scan'; readonly state: ScanState; readonly code: string };

export const noScan: ScanState = { text: '', lastAt: Number.NEGATIVE_INFINITY };

/** One step of the machine that tells a scan gun from fingers. */
export function stepScan(state: ScanState, { key, at, isModified }: ScanKey): ScanStep {
  if (isModified) return { kind: 'other', state: noScan };
  // Shift is pressed by guns that send capitals; it neither ends nor extends a burst.
  if (key === 'Shift') return { kind: 'other', state };
  const isFast = at - state.lastAt <= maxGapMs;
  if (key === 'Enter' || key === 'Tab') {
    return isFast && state.text.length >= minScanLength
      ? { kind: 'scan', state: noScan, code: state.text.trim() }
      : { kind: 'other', state: noScan };
  }
  if ([...key].length !== 1) return { kind: 'other', state: noScan };
  return isFast && state.text !== ''
    ? { kind: 'grows', state: { text: state.text + key, lastAt: at } }
    : { kind: 'begins', state: { text: key, lastAt: at } };
}
