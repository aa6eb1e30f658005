import { useState } from 'react';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import type { RefusedOrder } from './groupRefused.ts';

export interface VoidProgress {
  readonly done: number;
  /** Not given back, each with why. */
  readonly refused: readonly RefusedOrder[];
  readonly total: number;
  readonly isRunning: boolean;
}

/** null: given back; else why not. */
async function voidOne(orderId: string): Promise<RefusedOrder | null> {
  let orderNo = orderId;
  try {
    const order = await core.orders.detail({ orderId });
    orderNo = order.orderNo;
    await core.orders.cancel({ orderId, version: order.version });
    return null;
  } catch (error) {
    return { orderNo, code: failureOf(error).code };
  }
}

/** Gives numbers back one after the other: platforms take few cancellations a second, and each answer counts. */
export function useVoidMany() {
  const [progress, setProgress] = useState<VoidProgress | null>(null);
  const run = async (orderIds: readonly string[]): Promise<void> => {
    let done = 0;
    const refused: RefusedOrder[] = [];
    const tell = (isRunning: boolean): void =>
      setProgress({ done, refused: [...refused], total: orderIds.length, isRunning });
    tell(true);
    for (const orderId of orderIds) {
      const refusal = await voidOne(orderId);
      if (refusal === null) done += 1;
      else refused.push(refusal);
      tell(true);
    }
    tell(false);
    void queryClient.invalidateQueries({ queryKey: ['health', 'unshipped'] });
  };
  return { progress, run };
}
