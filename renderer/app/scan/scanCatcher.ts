import { useEffect, useRef } from 'react';
import { isInputPending, isTextField } from '../../parts/keys.ts';
import { learnRhythm, useGunRhythms } from '../../work/devices/gunRhythm.ts';
import { type AltCharacter, AltDigits } from './altDigits.ts';
import { scanCharacter } from './scanCharacter.ts';
import {
  type GunHabits,
  letGo,
  maxGapMs,
  minScanLength,
  noScan,
  type ScanStep,
  stepScan,
} from './scanSteps.ts';

/** A gun that was to send Enter has long done so, also where a busy system hands its keys on late. */
const endWaitMs = 400;

interface RememberedField {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
  readonly selection: readonly [number | null, number | null];
}

let remembered: RememberedField | null = null;

/** Keeps what the focused field holds before a burst of keys reaches it. */
function rememberField(): void {
  const field = document.activeElement;
  remembered = isTextField(field)
    ? { field, value: field.value, selection: [field.selectionStart, field.selectionEnd] }
    : null;
}

/** Puts it back, telling React as if the operator had typed it. */
function restoreField(): void {
  if (remembered === null) return;
  const { field, value, selection } = remembered;
  remembered = null;
  if (!field.isConnected || field.value === value) return;
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (selection[0] !== null) field.setSelectionRange(selection[0], selection[1]);
}

/** What an input method has made of the code so far is ended first: it would come into the field after it was put back. */
function restoreComposed(isComposing: boolean): void {
  const field = remembered?.field;
  if (isComposing && field !== undefined && document.activeElement === field) {
    field.blur();
    field.focus({ preventScroll: true });
  }
  restoreField();
}

/** What a gun has sent. */
export type GunWord =
  | { readonly kind: 'code'; readonly code: string; readonly isBehind: boolean }
  /** What is left of two codes that were sent into each other. */
  | { readonly kind: 'rest'; readonly text: string }
  /** At a gun's speed, but Enter never came. */
  | { readonly kind: 'unended'; readonly text: string };

function wordOf(step: ScanStep): GunWord | null {
  if (step.kind === 'scan') return { kind: 'code', code: step.code, isBehind: step.isBehind };
  return step.kind === 'rest' ? { kind: 'rest', text: step.text } : null;
}

/** A space within a code would press the button that has the focus, a digit choose in a list. */
const wouldAct = (step: ScanStep): boolean => step.kind === 'grows' && !isTextField(document.activeElement);

/** A number typed on the keypad is one key that lasts from its first stroke to its last. */
function lasting(step: ScanStep, { at, endAt }: AltCharacter): ScanStep {
  const { endedAt } = step.state;
  return { ...step, state: { ...step.state, lastAt: endAt, endedAt: endedAt === at ? endAt : endedAt } };
}

/** Alt and one digit of the keypad, by a hand: the same as the digit above the letters. */
function pressShortcut(digit: string): void {
  const stroke = { key: digit, code: `Digit${digit}`, altKey: true, bubbles: true, cancelable: true };
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', stroke));
}

/** What the keys of the page are part of. */
class Listening {
  state = noScan;
  readonly alt = new AltDigits();
  /** The code, or the end of it, came as numbers: Windows sends the characters themselves behind them. */
  isByNumbers = false;
  isComposing = false;
  readonly say: (word: GunWord) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (word: GunWord) => void) {
    this.say = say;
  }

  readonly unended = (): void => {
    // A page that was busy has keys to hear yet; the end of the code may be among them.
    if (isInputPending()) {
      this.#timer = setTimeout(this.unended, endWaitMs);
      return;
    }
    const { text } = this.state;
    // In a field it may be a program that types for the operator: it stays there.
    if (text.length >= minScanLength && !isTextField(document.activeElement))
      this.say({ kind: 'unended', text });
    // What comes late all the same is known by its own time, and is the rest of this code.
  };

  rest(): void {
    clearTimeout(this.#timer);
  }

  /** true: the key must not reach the page. */
  heard(step: ScanStep): boolean {
    this.state = step.state;
    this.rest();
    if (step.kind === 'begins') rememberField();
    if (step.kind === 'grows') this.#timer = setTimeout(this.unended, endWaitMs);
    if (!['scan', 'rest', 'swallowed'].includes(step.kind)) return false;
    const word = wordOf(step);
    if (step.kind === 'scan')
      useGunRhythms.setState(({ known }) => ({ known: learnRhythm(known, step.rhythm) }));
    if (word !== null) {
      restoreComposed(this.isComposing);
      this.say(word);
    }
    return true;
  }
}

/** By which a key is known from going down to coming up. */
const nameOf = ({ code, key }: KeyboardEvent): string => code || key.toLowerCase();

const swallow = (event: KeyboardEvent): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/** Digits of the keypad while Alt is held are one character of a gun, never a shortcut; true: this key was one. */
function isAltStroke(listening: Listening, event: KeyboardEvent): boolean {
  const { code, altKey, ctrlKey, metaKey, timeStamp: at } = event;
  if (event.key === 'Alt') return true;
  if (!altKey || ctrlKey || metaKey || !listening.alt.take({ code, at })) {
    listening.alt.forget();
    return false;
  }
  listening.rest();
  event.stopImmediatePropagation();
  return true;
}

function onAltUp(listening: Listening, event: KeyboardEvent, habits: GunHabits): void {
  if (event.key !== 'Alt' || !listening.alt.isOpen) return;
  const { character, digits } = listening.alt.end(event.timeStamp);
  const isHand = digits.length === 1 && (character === null || listening.state.text === '');
  if (isHand) pressShortcut(digits);
  if (isHand || character === null) return;
  listening.isByNumbers = true;
  const { key, at } = character;
  const step = stepScan(listening.state, { key, at, isModified: false }, habits);
  if (listening.heard(lasting(step, character))) swallow(event);
}

/** The character that Windows makes of such a number: the first stays where it falls, and is put back with the field. */
function onCharacter({ state, isByNumbers }: Listening, event: KeyboardEvent): void {
  const isBehind = event.timeStamp - state.endedAt <= maxGapMs;
  if (isByNumbers && (state.text.length > 1 || isBehind)) swallow(event);
}

/**
 * Listens on the window before anything else hears a key. A scan never presses a button, opens a list or stays in a
 * field; what it says is handed to `onWord`.
 */
export function useScanCatcher(onWord: (word: GunWord) => void, prefix: string): void {
  const handler = useRef(onWord);
  handler.current = onWord;
  const set = useRef(prefix);
  set.current = prefix;
  useEffect(() => {
    const listening = new Listening((word) => handler.current(word));
    const habits = (): GunHabits => ({ prefix: set.current, rhythms: useGunRhythms.getState().known });
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.repeat || isAltStroke(listening, event)) return;
      const { timeStamp: at, ctrlKey, altKey, metaKey } = event;
      const key = scanCharacter(event);
      const step = stepScan(
        listening.state,
        { key, at, isModified: ctrlKey || altKey || metaKey, held: nameOf(event) },
        habits(),
      );
      listening.isComposing = event.isComposing || event.key === 'Process';
      if (step.kind === 'begins') listening.isByNumbers = false;
      if (listening.heard(step)) swallow(event);
      else if (key === ' ' && wouldAct(step)) event.preventDefault();
    };
    const onKeyUp = (event: KeyboardEvent): void => {
      onAltUp(listening, event, habits());
      listening.state = letGo(listening.state, nameOf(event), event.timeStamp);
    };
    const onKeyPress = (event: KeyboardEvent): void => onCharacter(listening, event);
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keyup', onKeyUp, { capture: true });
    window.addEventListener('keypress', onKeyPress, { capture: true });
    return () => {
      listening.rest();
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keyup', onKeyUp, { capture: true });
      window.removeEventListener('keypress', onKeyPress, { capture: true });
    };
  }, []);
}
