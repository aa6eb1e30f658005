import { useState } from 'react';
import { failureOf, type PageFailure } from '../../bridge/failureOf.ts';
import { pageClock } from '../../bridge/pageClock.ts';
import { useNow } from '../../bridge/useNow.ts';

export interface PinRefusal {
  readonly failure: PageFailure;
  /** The PIN of this operator was refused; another's may be tried at once. */
  readonly operatorId: string;
  readonly until: number;
}

/** What the last PIN was refused for, and how long until one may be tried again. */
export function usePinWait() {
  const [refusal, setRefusal] = useState<PinRefusal | null>(null);
  // Twice a second: the countdown must not skip one.
  const now = useNow(500);
  return {
    refusalOf: (operatorId: string) => (refusal?.operatorId === operatorId ? refusal.failure : null),
    secondsLeft: (operatorId: string): number =>
      refusal?.operatorId === operatorId ? Math.max(0, Math.ceil((refusal.until - now) / 1_000)) : 0,
    refuse: (operatorId: string, error: unknown): void => {
      const failure = failureOf(error);
      const until = pageClock.now() + Number(failure.params.seconds ?? 0) * 1_000;
      setRefusal({ failure, operatorId, until });
    },
  };
}
