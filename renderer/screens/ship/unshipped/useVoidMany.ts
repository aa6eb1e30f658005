import { useState } from 'react';
import { core } from '../../../bridge/core.ts';
import { queryClient } from '../../../bridge/queryClient.ts';

export interface VoidProgress {
  readonly done: number;
  readonly failed: number;
  readonly total: number;
  readonly isRunning: boolean;
}

/** Gives numbers back one after the other: platforms take few cancellations a second, and each answer counts. */
export function useVoidMany() {
  const [progress, setProgress] = useState<VoidProgress | null>(null);
  const run = async (orderIds: readonly string[]): Promise<void> => {
    let done = 0;
    let failed = 0;
    const tell = (isRunning: boolean): void =>
      setProgress({ done, failed, total: orderIds.length, isRunning });
    tell(true);
    for (const orderId of orderIds) {
      const order = await core.orders.detail({ orderId }).catch(() => null);
      const isVoided = await core.orders
        .cancel({ orderId, version: order?.version ?? 0 })
        .then(() => true)
        .catch(() => false);
      if (isVoided) done += 1;
      else failed += 1;
      tell(true);
    }
    tell(false);
    void queryClient.invalidateQueries({ queryKey: ['health', 'unshipped'] });
  };
  return { progress, run };
}
