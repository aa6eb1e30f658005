import { isOfGun, type Rhythm } from '../../work/devices/gunRhythm.ts';

/**
 * Keys further apart than this are a person's. Guns type at 1–20 ms a key, over Bluetooth up to 50 and some more; nobody keeps
 * below 60 over a whole code and its Enter.
 */
export const maxGapMs = 60;
/** What begins with the sign of the guns may come as slowly as the slowest of them. */
const prefixedGapMs = 150;
/** At any gun's speed so many characters are no person's: no two-key roll, no doubled Enter. */
export const minScanLength = 6;
/** Short codes (a shelf, a size, a command) must come faster than fingers roll over neighbouring keys, or in the rhythm of a known gun. */
export const shortGapMs = 20;
export const minShortLength = 3;

/** How the guns at this desk are set. */
export interface GunHabits {
  /** Sent before each code: characters, or the name of a key such as `F9`. Empty: nothing is. */
  readonly prefix: string;
  /** How the last long codes came. */
  readonly rhythms: readonly Rhythm[];
}

export const plainGun: GunHabits = { prefix: '', rhythms: [] };

interface ScanKey {
  /** One character, or the name of a key such as `Enter`. */
  readonly key: string;
  /** ms on any steady clock. */
  readonly at: number;
  /** Ctrl, Alt or Meta is held. */
  readonly isModified: boolean;
  /** By which it is known when it comes up. */
  readonly held?: string;
}

interface ScanState {
  readonly text: string;
  readonly lastAt: number;
  /** The key that is down; empty: all are up. */
  readonly held: string;
  /** A key was pressed while the one before was down, as fingers roll. */
  readonly isRolled: boolean;
  readonly longestHoldMs: number;
  readonly fastestGapMs: number;
  readonly slowestGapMs: number;
  /** Begun with the key or characters that only a gun sends. */
  readonly isPrefixed: boolean;
  /** Begun right behind another code: a gun that sends several, or two guns at once. */
  readonly isBehind: boolean;
  /** When the code before ended. */
  readonly endedAt: number;
}

export type ScanStep =
  /** Nothing to do with a scan. */
  | { readonly kind: 'other'; readonly state: ScanState }
  /** The first character of what may become a burst: remember the focused field now. */
  | { readonly kind: 'begins'; readonly state: ScanState }
  | { readonly kind: 'grows'; readonly state: ScanState }
  /** A gun's key that is no character: it must not reach the page. */
  | { readonly kind: 'swallowed'; readonly state: ScanState }
  /** Ends what two guns sent into each other: it must not reach the page either. */
  | { readonly kind: 'rest'; readonly state: ScanState; readonly text: string }
  /** A whole code; the key that ended it must not reach the page. */
  | {
      readonly kind: 'scan';
      readonly state: ScanState;
      readonly code: string;
      readonly isBehind: boolean;
      /** How a long code came; null: not as one gun alone sends it. */
      readonly rhythm: Rhythm | null;
    };

export const noScan: ScanState = {
  text: '',
  lastAt: Number.NEGATIVE_INFINITY,
  held: '',
  isRolled: false,
  longestHoldMs: 0,
  fastestGapMs: Number.POSITIVE_INFINITY,
  slowestGapMs: 0,
  isPrefixed: false,
  isBehind: false,
  endedAt: Number.NEGATIVE_INFINITY,
};

/** Guns may name the kind of barcode before the code, such as `]C1` for Code 128. */
const symbology = /^\][A-Za-z]\d/;

/** What the barcode holds, of what the gun typed. */
export function codeOf(text: string, { prefix }: GunHabits): string {
  const inner = prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text;
  return inner
    .replace(/\p{Cc}/gu, '')
    .replace(symbology, '')
    .trim();
}

/** null: fingers rolled over them, or the last key is down yet. */
function rhythmOf(state: ScanState, lastGapMs: number): Rhythm | null {
  const { held, isRolled, longestHoldMs, fastestGapMs, slowestGapMs } = state;
  if (held !== '' || isRolled) return null;
  return {
    longestHoldMs,
    fastestGapMs: Math.min(fastestGapMs, lastGapMs),
    slowestGapMs: Math.max(slowestGapMs, lastGapMs),
  };
}

function isWholeCode(state: ScanState, lastGapMs: number, { rhythms }: GunHabits): boolean {
  const { text, slowestGapMs, isPrefixed, isBehind } = state;
  if (text.length >= minScanLength) return true;
  if (isPrefixed) return text !== '';
  if (text.length < minShortLength) return false;
  const isStrict = Math.max(slowestGapMs, lastGapMs) <= shortGapMs;
  return isStrict || isBehind || isOfGun(rhythms, rhythmOf(state, lastGapMs));
}

const gapOf = ({ isPrefixed }: ScanState): number => (isPrefixed ? prefixedGapMs : maxGapMs);

/** Enter or Tab: the end of a code, of its rest, or a person's own. */
function stepEnd(state: ScanState, at: number, habits: GunHabits): ScanStep {
  const ended: ScanState = { ...noScan, endedAt: at };
  // CR and LF, or CR and Tab: the second must not press what the first did not.
  if (state.text === '' && at - state.endedAt <= maxGapMs) return { kind: 'swallowed', state: ended };
  const gapMs = at - state.lastAt;
  if (gapMs > gapOf(state)) return { kind: 'other', state: noScan };
  const { text, isBehind } = state;
  const code = codeOf(text, habits);
  if (code !== '' && isWholeCode(state, gapMs, habits)) {
    const teaches = text.length >= minScanLength && gapMs <= maxGapMs && !isBehind;
    return { kind: 'scan', state: ended, code, isBehind, rhythm: teaches ? rhythmOf(state, gapMs) : null };
  }
  return isBehind ? { kind: 'rest', state: ended, text } : { kind: 'other', state: noScan };
}

function begin(state: ScanState, text: string, { at, held = '' }: ScanKey, isPrefixed: boolean): ScanState {
  return { ...noScan, text, lastAt: at, held, isPrefixed, isBehind: at - state.endedAt <= maxGapMs };
}

/** A key came up; what it was is named as when it went down. */
export function letGo(state: ScanState, key: string, at: number): ScanState {
  if (key !== state.held) return state;
  return { ...state, held: '', longestHoldMs: Math.max(state.longestHoldMs, at - state.lastAt) };
}

/** One step of the machine that tells a scan gun from fingers. */
export function stepScan(state: ScanState, key: ScanKey, habits: GunHabits = plainGun): ScanStep {
  const { at, isModified } = key;
  const isFast = at - state.lastAt <= gapOf(state);
  // Ctrl+] is how a gun types the separator inside of GS1 codes, Ctrl+J the second half of CR LF.
  if (isModified && isFast && state.text !== '' && key.key === ']')
    return { kind: 'swallowed', state: { ...state, lastAt: at } };
  if (isModified && at - state.endedAt <= maxGapMs && key.key.toLowerCase() === 'j')
    return { kind: 'swallowed', state };
  if (isModified) return { kind: 'other', state: noScan };
  // Shift is pressed by guns that send capitals; it neither ends nor extends a burst.
  if (key.key === 'Shift') return { kind: 'other', state };
  if (key.key === 'Enter' || key.key === 'Tab') return stepEnd(state, at, habits);
  if (key.key === habits.prefix && [...key.key].length > 1)
    return { kind: 'swallowed', state: begin(state, '', key, true) };
  if ([...key.key].length !== 1) return { kind: 'other', state: noScan };
  if (!isFast || (state.text === '' && !state.isPrefixed))
    return { kind: 'begins', state: begin(state, key.key, key, key.key === habits.prefix) };
  const text = state.text + key.key;
  return {
    kind: state.text === '' ? 'begins' : 'grows',
    state: {
      ...state,
      text,
      lastAt: at,
      held: key.held ?? '',
      isRolled: state.isRolled || state.held !== '',
      fastestGapMs: Math.min(state.fastestGapMs, at - state.lastAt),
      slowestGapMs: Math.max(state.slowestGapMs, at - state.lastAt),
      isPrefixed: state.isPrefixed || text === habits.prefix,
    },
  };
}
