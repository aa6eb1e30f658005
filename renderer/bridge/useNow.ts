import { useEffect, useState } from 'react';
import { pageClock } from './pageClock.ts';

/** The present time, renewed every `everyMs`, for "3 minutes ago". */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(pageClock.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(pageClock.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
