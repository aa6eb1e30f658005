import { useRef, useState } from 'react';
import type { ManualOrder } from '../../../shared/contracts/manualContract.ts';
import { core } from '../../bridge/core.ts';
import { failureOf, type PageFailure } from '../../bridge/failureOf.ts';
import { playTone } from '../../parts/feedback/playTone.ts';

export interface BoundOrder {
  readonly orderNo: string;
  readonly waybillNo: string;
  readonly slipErrorCode: string;
}

export interface BindWay {
  readonly carrier: string;
  readonly printerUri: string | null;
}

/** What the loop has to say now, besides what it waits for. */
export type BindWord = 'switched' | 'sameCode' | null;

async function orderOf(code: string): Promise<ManualOrder | null> {
  return core.manual.find({ code }).catch(() => null);
}

/**
 * Scan an order, scan its number, next. The second scan is looked up as an order first: the next parcel's order number
 * must never become this one's waybill.
 */
export function useBindLoop(way: BindWay) {
  const [order, setOrder] = useState<ManualOrder | null>(null);
  const [bound, setBound] = useState<readonly BoundOrder[]>([]);
  const [failure, setFailure] = useState<PageFailure | null>(null);
  const [word, setWord] = useState<BindWord>(null);
  const busy = useRef(false);
  const open = async (code: string): Promise<void> => {
    setOrder(await core.manual.find({ code }));
    playTone('done');
  };
  const bind = async (current: ManualOrder, code: string): Promise<void> => {
    if (code === current.orderNo) {
      setWord('sameCode');
      playTone('failed');
      return;
    }
    const other = await orderOf(code);
    if (other !== null) {
      setOrder(other);
      setWord('switched');
      playTone('failed');
      return;
    }
    const result = await core.manual.bindNumber({ orderId: current.id, waybillNo: code, ...way });
    const { waybillNo } = result.order;
    setBound((before) => [
      { orderNo: current.orderNo, waybillNo, slipErrorCode: result.slipErrorCode },
      ...before,
    ]);
    setOrder(null);
    playTone(result.slipErrorCode === '' ? 'done' : 'failed');
  };
  const take = async (text: string): Promise<void> => {
    const code = text.trim();
    // A scan that comes while the last one is still being looked up would be taken for the wrong step.
    if (code === '' || busy.current) return;
    busy.current = true;
    setFailure(null);
    setWord(null);
    try {
      if (order === null) await open(code);
      else await bind(order, code);
    } catch (error) {
      setFailure(failureOf(error));
      playTone('failed');
    } finally {
      busy.current = false;
    }
  };
  return { order, bound, failure, word, take, drop: () => setOrder(null) };
}
