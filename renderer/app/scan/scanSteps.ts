/**
 * Keys further apart than this are a person's. Guns type at 1–20 ms a key, over Bluetooth up to 50 and some more; nobody keeps
 * below 60 over a whole code and its Enter.
 */
export const maxGapMs = 60;
/** What begins with the sign of the guns may come as slowly as the slowest of them. */
const prefixedGapMs = 150;
/** At any gun's speed so many characters are no person's: no two-key roll, no doubled Enter. */
export const minScanLength = 6;
/** Short codes (a shelf, a size, a command) must come faster than fingers roll over neighbouring keys. */
export const shortGapMs = 20;
export const minShortLength = 3;

/** How the guns at this desk are set. */
export interface GunHabits {
  /** Sent before each code: characters, or the name of a key such as `F9`. Empty: nothing is. */
  readonly prefix: string;
}

export const plainGun: GunHabits = { prefix: '' };

interface ScanKey {
  /** One character, or the name of a key such as `Enter`. */
  readonly key: string;
  /** ms on any steady clock. */
  readonly at: number;
  /** Ctrl, Alt or Meta is held. */
  readonly isModified: boolean;
}

interface ScanState {
  readonly text: string;
  readonly lastAt: number;
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
  | { readonly kind: 'scan'; readonly state: ScanState; readonly code: string; readonly isBehind: boolean };

export const noScan: ScanState = {
  text: '',
  lastAt: Number.NEGATIVE_INFINITY,
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

function isWholeCode({ text, slowestGapMs, isPrefixed, isBehind }: ScanState, lastGapMs: number): boolean {
  if (text.length >= minScanLength) return true;
  if (isPrefixed) return text !== '';
  const isStrict = Math.max(slowestGapMs, lastGapMs) <= shortGapMs;
  return text.length >= minShortLength && (isStrict || isBehind);
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
  if (code !== '' && isWholeCode(state, gapMs)) return { kind: 'scan', state: ended, code, isBehind };
  return isBehind ? { kind: 'rest', state: ended, text } : { kind: 'other', state: noScan };
}

function begin(state: ScanState, text: string, at: number, isPrefixed: boolean): ScanState {
  return { ...noScan, text, lastAt: at, isPrefixed, isBehind: at - state.endedAt <= maxGapMs };
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
    return { kind: 'swallowed', state: begin(state, '', at, true) };
  if ([...key.key].length !== 1) return { kind: 'other', state: noScan };
  if (!isFast || (state.text === '' && !state.isPrefixed))
    return { kind: 'begins', state: begin(state, key.key, at, key.key === habits.prefix) };
  const text = state.text + key.key;
  return {
    kind: state.text === '' ? 'begins' : 'grows',
    state: {
      ...state,
      text,
      lastAt: at,
      slowestGapMs: Math.max(state.slowestGapMs, at - state.lastAt),
      isPrefixed: state.isPrefixed || text === habits.prefix,
    },
  };
}
