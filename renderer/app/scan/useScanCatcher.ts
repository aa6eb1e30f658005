import { useEffect, useRef } from 'react';
import { rememberField, restoreField } from './fieldMemory.ts';
import { noScan, stepScan } from './scanCatcher.ts';
import { scanCharacter } from './scanCharacter.ts';

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
