import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { withApprovals } from '../../../bridge/approvals.ts';
import { core } from '../../../bridge/core.ts';
import { pageClock } from '../../../bridge/pageClock.ts';
import { operatorQueries } from '../../../bridge/queries/operatorQueries.ts';

export type RevealedParty = Awaited<ReturnType<typeof core.operators.reveal>>;

/** Long enough to read an address out to a courier, too short to be forgotten on the screen. */
const shownMs = 60_000;

interface Look {
  readonly party: RevealedParty;
  readonly until: number;
}

/**
 * One look at the receiver in full. It is kept nowhere but here: gone after a minute, with the order that is looked at, and
 * when somebody else sits down.
 */
export function useReveal({ id: orderId, orderNo }: { readonly id: string; readonly orderNo: string }) {
  const [look, setLook] = useState<Look | null>(null);
  const operatorId = useQuery(operatorQueries.desk()).data?.operatorId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever of them changes ends the look
  useEffect(() => () => setLook(null), [orderId, operatorId]);
  useEffect(() => {
    if (look === null) return;
    const timer = setTimeout(() => setLook(null), look.until - pageClock.now());
    return () => clearTimeout(timer);
  }, [look]);
  return {
    look,
    hide: () => setLook(null),
    reveal: async (reason: string): Promise<void> => {
      const party = await withApprovals({ orderId, orderNo }, (approvalIds) =>
        core.operators.reveal({ orderId, reason, approvalIds }),
      );
      setLook({ party, until: pageClock.now() + shownMs });
    },
  };
}
