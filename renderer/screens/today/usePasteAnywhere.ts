import { useEffect, useRef } from 'react';
import { isTextField } from '../../parts/isTextField.ts';

/** Ctrl+V on the screen itself reads what was pasted; in a field it belongs to the field. */
export function usePasteAnywhere(onPaste: (text: string) => void, isOff: boolean): void {
  const newest = useRef(onPaste);
  newest.current = onPaste;
  useEffect(() => {
    if (isOff) return;
    const onPasted = (event: ClipboardEvent): void => {
      if (isTextField(document.activeElement) || document.querySelector('dialog[open]') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      newest.current(text.slice(0, 8000));
    };
    window.addEventListener('paste', onPasted);
    return () => window.removeEventListener('paste', onPasted);
  }, [isOff]);
}
