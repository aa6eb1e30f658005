import { useEffect } from 'react';

const mark = 'byHand';
/** Keys that walk from one thing to the next. */
const walking: readonly string[] = ['Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/**
 * Has this button the focus only because a hand clicked it? Nobody means it by the next Enter: that is a gun's, or goes to
 * what the screen asks for. In a dialog there is nothing else to mean.
 */
export function isFocusedByHand(element: Element | null): element is HTMLButtonElement {
  return (
    element instanceof HTMLButtonElement &&
    element.dataset[mark] !== undefined &&
    element.closest('dialog[open]') === null
  );
}

/** Remembers of each button how it came to the focus: clicked, or walked to. A dialog that gives it back changes nothing. */
export function useHandFocus(): void {
  useEffect(() => {
    let by: 'hand' | 'keys' | null = null;
    const onPointer = (): void => {
      by = 'hand';
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      by = walking.includes(key) ? 'keys' : null;
    };
    const onEnd = (): void => {
      by = null;
    };
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLButtonElement)) return;
      if (by === 'hand') target.dataset[mark] = '';
      else if (by === 'keys') delete target.dataset[mark];
    };
    const listeners = [
      ['pointerdown', onPointer],
      ['pointerup', onEnd],
      ['keydown', onKey],
      ['keyup', onEnd],
      ['focusin', onFocus],
    ] as const;
    for (const [name, listener] of listeners)
      window.addEventListener(name, listener as EventListener, { capture: true });
    return () => {
      for (const [name, listener] of listeners)
        window.removeEventListener(name, listener as EventListener, { capture: true });
    };
  }, []);
}
