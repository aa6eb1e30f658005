import { useEffect } from 'react';
import { isFocusedByHand } from './handFocus.ts';

/**
 * What had the focus may vanish with what it did: the card it closed, the button of an order that is no longer so. Who walks by keys then
 * goes on in the list beside which it stood, else in the screen; a screen reader would begin again at the top of the window. A hand that
 * clicked has its eyes elsewhere: its next Enter is for the screen.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let isBesideList = false;
    const keep = (): void => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      if (document.querySelector('dialog[open]') !== null) return;
      const list = isBesideList ? document.querySelector<HTMLElement>('.shell-main .table') : null;
      (list ?? document.querySelector<HTMLElement>('.shell-main'))?.focus({ preventScroll: true });
    };
    const onFocus = ({ target }: FocusEvent): void => {
      last = target instanceof Element && !isFocusedByHand(target) ? target : null;
      isBesideList = last !== null && last.closest('.detail') !== null;
    };
    // While it is being taken out it is still there; the rest of that change of the page, too.
    const onBlur = (): void => void setTimeout(keep);
    window.addEventListener('focusin', onFocus);
    window.addEventListener('focusout', onBlur);
    // A browser that says nothing of what was taken out: before the next key at the latest.
    window.addEventListener('keydown', keep, { capture: true });
    return () => {
      window.removeEventListener('focusin', onFocus);
      window.removeEventListener('focusout', onBlur);
      window.removeEventListener('keydown', keep, { capture: true });
    };
  }, []);
}
