import { useEffect } from 'react';
import { create } from 'zustand';

const useWords = create<{ readonly words: string }>(() => ({ words: '' }));

/** Reads out what has come to stand on the screen, far from where the focus is: another screen, or how something ended that took a while. */
export function useHeard(words: string): void {
  useEffect(() => {
    useWords.setState({ words });
    return () => useWords.setState({ words: '' });
  }, [words]);
}

/** Always on the page: of a region that comes along with its words, many screen readers tell nothing. */
export function HeardRegion() {
  const words = useWords((heard) => heard.words);
  return (
    <p className="hidden-label" role="status">
      {words}
    </p>
  );
}
