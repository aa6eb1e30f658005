import { useEffect, useRef } from 'react';

/** As long as a gun may take to its next key, and some room; below what a hand notices. */
const waitMs = 80;
/** A burst this long is a scan, never a search: see the scan catcher. */
const scanLength = 6;

/**
 * Collects what is typed on something that is no text field and hands it over once a pause tells that it was a hand. A scan
 * hands over nothing.
 */
export function useTypedStart(onTyped: (text: string) => void): (key: string) => void {
  const text = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (key) => {
    text.current += key;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const typed = text.current;
      text.current = '';
      if (typed.length < scanLength) onTyped(typed);
    }, waitMs);
  };
}
