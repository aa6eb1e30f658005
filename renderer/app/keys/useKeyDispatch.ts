import { useEffect, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import {
  isInputPending,
  isTextField,
  type KeyBinding,
  matchesCombo,
  useKeyLayers,
  useKeys,
} from '../../parts/keys.ts';
import { screenDigits, screenIds, usePlace } from '../../parts/place.ts';
import { maxGapMs } from '../scan/scanSteps.ts';
import { isFocusedByHand, useHandFocus } from './handFocus.ts';
import { useKeptFocus } from './keptFocus.ts';

/** A scan gap and some room for a busy page; still below what a hand notices. */
const holdMs = maxGapMs + 30;

function findBinding(event: KeyboardEvent): KeyBinding | undefined {
  const { layers } = useKeyLayers.getState();
  for (const layer of [...layers].reverse()) {
    const found = layer.bindings.find(({ combo }) => matchesCombo(event, combo));
    if (found !== undefined) return found;
  }
  return undefined;
}

const arrows: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** Arrows walk among choices, turn a value and scroll what is beside a list. */
function takesArrows(focused: Element | null): boolean {
  const isTurned = focused instanceof HTMLInputElement && ['radio', 'range'].includes(focused.type);
  return isTurned || focused?.closest('.detail, .settings-nav') != null;
}

/** Does the focused element use this key itself? Buttons and links answer Enter, open lists everything. */
function isTaken(event: KeyboardEvent, binding: KeyBinding): boolean {
  const isCombo = event.ctrlKey || event.altKey || event.metaKey;
  const focused = document.activeElement;
  if (document.querySelector('dialog[open]') !== null && binding.inDialogs !== true) return true;
  // Taking back what was typed is the field's own business; a screen's undo must not happen behind it.
  if (isCombo && event.key.toLowerCase() === 'z' && isTextField(focused)) return true;
  if (isCombo) return false;
  if (focused?.getAttribute('aria-expanded') === 'true') return true;
  if (arrows.includes(event.key) && takesArrows(focused)) return true;
  if (isTextField(focused))
    return !(typeof binding.inFields === 'function' ? binding.inFields(focused) : binding.inFields === true);
  return event.key === 'Enter' && focused instanceof HTMLButtonElement && !isFocusedByHand(focused);
}

/** Esc in a text field only leaves the field, so that one key never throws a form away. */
function leaveField(): boolean {
  const focused = document.activeElement;
  const isOpen =
    document.querySelector('dialog[open]') !== null || focused?.getAttribute('aria-expanded') === 'true';
  if (isOpen || !isTextField(focused)) return false;
  focused.blur();
  return true;
}

/** Would this Enter press a button that nobody means: behind the characters of a gun, or where only a click has left the focus? */
function isNotMeant(isScanEnd: boolean): boolean {
  const focused = document.activeElement;
  return focused instanceof HTMLButtonElement && (isScanEnd || isFocusedByHand(focused));
}

/** Is something being read that may answer a letter, and would the letter not be typed somewhere? */
const isAwaited = (): boolean =>
  useKeyLayers.getState().awaited.size > 0 && !isTextField(document.activeElement);

/** Later nobody remembers having pressed it. */
const awaitMs = 2_000;

/** A letter for what is still being read: it acts with the keys that brings, unless another key or a click comes before. */
function awaitedLetter() {
  let stop = (): void => undefined;
  const drop = (): void => stop();
  const wait = (event: KeyboardEvent): void => {
    drop();
    const runOnceKnown = (): void => {
      const binding = findBinding(event);
      if (binding === undefined || isTaken(event, binding)) return;
      drop();
      binding.run();
    };
    const timer = setTimeout(drop, awaitMs);
    const unsubscribe = useKeyLayers.subscribe(runOnceKnown);
    stop = () => {
      clearTimeout(timer);
      unsubscribe();
    };
    runOnceKnown();
  };
  return { wait, drop };
}

/** Guns press them within a code; by themselves they neither end nor extend anything. */
const modifiers: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta'];

/** What a plain character will do unless it turns out to be the first of a scan. */
function heldAct() {
  let waiting: { readonly timer: ReturnType<typeof setTimeout>; readonly action: () => void } | null = null;
  const drop = (): void => {
    clearTimeout(waiting?.timer);
    waiting = null;
  };
  const runUnlessMoreComes = (): void => {
    if (waiting === null) return;
    if (isInputPending()) hold(waiting.action);
    else runNow();
  };
  const hold = (action: () => void): void => {
    drop();
    waiting = { timer: setTimeout(runUnlessMoreComes, holdMs), action };
  };
  /** With the page redrawn, so that the key behind it meets what it has changed. */
  const runNow = (): void => {
    const action = waiting?.action;
    drop();
    if (action !== undefined) flushSync(action);
  };
  return { hold, drop, runNow };
}

/**
 * Runs key bindings. A plain character waits one scan gap before it acts: it may be the first of a scan, and a scan
 * must never accept, choose or delete anything. One that comes within a scan gap of the key before it is the middle or the
 * end of a scan and never acts, nor does the Enter behind it. A hand that presses another key meanwhile means both.
 */
export function useKeyDispatch(): void {
  useHandFocus();
  useKeptFocus();
  useEffect(() => {
    const held = heldAct();
    const awaited = awaitedLetter();
    let lastAt = Number.NEGATIVE_INFINITY;
    let burstLength = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (modifiers.includes(event.key)) return;
      awaited.drop();
      const isCharacter = event.key.length === 1;
      const isBurst = event.timeStamp - lastAt <= maxGapMs;
      if (isBurst && isCharacter) held.drop();
      else held.runNow();
      const isScanEnd = isBurst && !isCharacter && burstLength > 1;
      // No gun sends a combo into the page, so that a letter may follow one at once.
      const isPlain = isCharacter && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (isPlain) {
        lastAt = event.timeStamp;
        burstLength = isBurst ? burstLength + 1 : 1;
      }
      // A key held down acts once: a heavy hand on Enter must not accept a whole list.
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.key === 'Escape' && leaveField()) return;
      if (event.key === 'Enter' && isNotMeant(isScanEnd)) event.preventDefault();
      const binding = findBinding(event);
      if (binding === undefined && isPlain && !isBurst && isAwaited()) held.hold(() => awaited.wait(event));
      if (binding === undefined || isTaken(event, binding)) return;
      event.preventDefault();
      if (!isPlain) {
        if (!isScanEnd) binding.run();
      } else if (!isBurst) held.hold(binding.run);
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('pointerdown', awaited.drop);
    return () => {
      held.drop();
      awaited.drop();
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('pointerdown', awaited.drop);
    };
  }, []);
}

interface ShellActions {
  openPalette(): void;
  openKeys(): void;
  /** null: there are no operators. */
  readonly openSignIn: (() => void) | null;
}

/** Keys that work on every screen. */
export function useShellKeys({ openPalette, openKeys, openSignIn }: ShellActions): void {
  const { t } = useTranslation();
  const { go, back } = usePlace.getState();
  useKeys(
    useMemo(
      () => [
        { combo: 'Ctrl+k', says: t('palette.title'), run: openPalette },
        { combo: '?', says: t('keys.title'), run: openKeys },
        ...(openSignIn === null
          ? []
          : [{ combo: 'Ctrl+l', says: t('operators.switchTitle'), run: openSignIn }]),
        ...screenIds.map((screen) => ({
          combo: `Alt+${screenDigits[screen]}`,
          says: t(`screen.${screen}`),
          run: () => go(screen),
        })),
        { combo: 'Escape', says: t('keys.back'), run: back },
      ],
      [t, go, back, openPalette, openKeys, openSignIn],
    ),
  );
}
