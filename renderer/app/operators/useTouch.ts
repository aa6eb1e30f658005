import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { core } from '../../bridge/core.ts';
import { pageClock } from '../../bridge/pageClock.ts';
import { operatorQueries } from '../../bridge/queries/operatorQueries.ts';
import { queryClient } from '../../bridge/queryClient.ts';

/** A scan is keys as well. */
const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** A third of the shortest time until signing out: whoever works is never taken for gone. */
const everyMs = 20_000;

/** Room for the core's clock to pass the moment too. */
const graceMs = 250;

const { queryKey } = operatorQueries.desk();
const lookAgain = (): void => void queryClient.invalidateQueries({ queryKey });

async function touch(): Promise<void> {
  const { signsOutAt } = await core.operators.touch();
  if (signsOutAt === null) lookAgain();
  else queryClient.setQueryData(queryKey, (desk) => desk && { ...desk, signsOutAt });
}

/** Tells the core that somebody works here, and looks who does once the time has run out. */
export function useTouch(): void {
  const { operatorId = '', signsOutAt = null } = useQuery(operatorQueries.desk()).data ?? {};
  useEffect(() => {
    if (operatorId === '') return;
    let touchedAt = Number.NEGATIVE_INFINITY;
    let next: ReturnType<typeof setTimeout> | null = null;
    const send = (): void => {
      next = null;
      touchedAt = pageClock.now();
      // A core that is away asks for a PIN anyway when it is back.
      touch().catch(() => undefined);
    };
    const onLife = (): void => {
      next ??= setTimeout(send, Math.max(0, touchedAt + everyMs - pageClock.now()));
    };
    for (const sign of signsOfLife) window.addEventListener(sign, onLife, { capture: true, passive: true });
    return () => {
      if (next !== null) clearTimeout(next);
      for (const sign of signsOfLife) window.removeEventListener(sign, onLife, { capture: true });
    };
  }, [operatorId]);
  useEffect(() => {
    if (signsOutAt === null) return;
    const timer = setTimeout(lookAgain, Math.max(0, signsOutAt - pageClock.now()) + graceMs);
    return () => clearTimeout(timer);
  }, [signsOutAt]);
}
