import { useEffect } from 'react';
import { useKeySigns } from '../../parts/keySigns.ts';

/** What the sheet of the buttons looks at. */
function show(isShown: boolean): void {
  document.documentElement.toggleAttribute('data-key-signs', isShown);
}

/**
 * Shows the letter of each button while Alt is held, from `?` on until the next key or press, or always where somebody
 * chose so. `?` is known by the overlay of keys it opens.
 */
export function useShownKeySigns(isOverlayOpen: boolean): void {
  const { isAlways } = useKeySigns();
  useEffect(() => {
    show(isAlways || isOverlayOpen);
    if (isAlways || isOverlayOpen) return;
    const onKey = (event: KeyboardEvent): void => show(event.key === 'Alt' && event.type === 'keydown');
    const hide = (): void => show(false);
    window.addEventListener('keydown', onKey);
    window.addEventListener('keyup', onKey);
    window.addEventListener('blur', hide);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keyup', onKey);
      window.removeEventListener('blur', hide);
    };
  }, [isAlways, isOverlayOpen]);
}
