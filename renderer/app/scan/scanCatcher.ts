import { useEffect, useRef } from 'react';
import { isInputPending, isTextField } from '../../parts/keys.ts';
import { scanCharacter } from './scanCharacter.ts';
import { type GunHabits, minScanLength, noScan, type ScanStep, stepScan } from './scanSteps.ts';

/** A gun that was to send Enter has long done so. */
const endWaitMs = 150;

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

/**
 * Listens on the window before anything else hears a key. A scan never presses a button, opens a list or stays in a
 * field; what it says is handed to `onWord`.
 */
export function useScanCatcher(onWord: (word: GunWord) => void, habits: GunHabits): void {
  const handler = useRef(onWord);
  handler.current = onWord;
  const set = useRef(habits);
  set.current = habits;
  useEffect(() => {
    let state = noScan;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isComposing = false;
    const unended = (): void => {
      // A page that was busy has keys to hear yet; the end of the code may be among them.
      if (isInputPending()) {
        timer = setTimeout(unended, endWaitMs);
        return;
      }
      const { text } = state;
      // In a field it may be a program that types for the operator: it stays there.
      if (text.length >= minScanLength && !isTextField(document.activeElement))
        handler.current({ kind: 'unended', text });
      state = noScan;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.repeat) return;
      const { timeStamp: at, ctrlKey, altKey, metaKey } = event;
      const key = scanCharacter(event);
      const step = stepScan(state, { key, at, isModified: ctrlKey || altKey || metaKey }, set.current);
      state = step.state;
      isComposing = event.isComposing || event.key === 'Process';
      clearTimeout(timer);
      if (step.kind === 'begins') rememberField();
      if (step.kind === 'grows') timer = setTimeout(unended, endWaitMs);
      if (key === ' ' && wouldAct(step)) event.preventDefault();
      if (!['scan', 'rest', 'swallowed'].includes(step.kind)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const word = wordOf(step);
      if (word === null) return;
      restoreComposed(isComposing);
      handler.current(word);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}
