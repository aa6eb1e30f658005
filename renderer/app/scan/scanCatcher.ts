import { useEffect, useRef } from 'react';
import { isTextField } from '../../parts/keys.ts';

/**
 * The character a gun meant. With a Chinese input method on, the browser names every key `Process`; the physical
 * key still tells digits and letters.
 */
export function scanCharacter(event: { readonly key: string; readonly code: string }): string {
  if (event.key !== 'Process') return event.key;
  const typed = /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(event.code);
  if (typed?.[1] !== undefined) return typed[1];
  return event.code === 'Enter' || event.code === 'NumpadEnter' ? 'Enter' : event.key;
}

/** Keys further apart than this are a person's. Guns type at 1–35 ms a key, the fastest typists at 60. */
export const maxGapMs = 50;
/** Shorter bursts are a person's: a two-key roll, a doubled Enter. Waybill and order numbers are longer. */
export const minScanLength = 6;

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

/**
 * Listens on the window before anything else hears a key. A scan never presses a button, opens a list or stays in a
 * field; it is handed to `onScan`.
 */
export function useScanCatcher(onScan: (code: string) => void): void {
  const handler = useRef(onScan);
  handler.current = onScan;
  useEffect(() => {
    let state = noScan;
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = stepScan(state, {
        key: scanCharacter(event),
        at: event.timeStamp,
        isModified: event.ctrlKey || event.altKey || event.metaKey,
      });
      state = step.state;
      if (step.kind === 'begins') rememberField();
      if (step.kind !== 'scan') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      restoreField();
      handler.current(step.code);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
