import { z } from 'zod';
import { type CallOutcome, didNotHappen, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { PlatformCalls } from '../kit/carrierPlatform.ts';
import { looseText, wireText } from '../kit/wireValues.ts';
import { searchOrder } from './book.ts';
import { call, reasonOf } from './call.ts';
import { askFault, sfFault } from './faults.ts';

const updateData = z.object({ orderId: looseText, resStatus: wireText });

/** 8037: cancelled before. */
const cancelledBefore = '8037';
/** dealType of EXP_RECE_UPDATE_ORDER. */
const cancel = 2;

/**
 * Cancels a booking. SF cancels by order code alone, so the order is looked at first: a number that is not its number
 * cancels nothing. Cancelled before: calm success.
 */
export const voidBooking: PlatformCalls['void'] = async (request, account, ports) => {
  const { orderCode, waybillNo } = request;
  let isThere = false;
  const seen = await searchOrder(orderCode, account, ports, ({ code, message, data }): CallOutcome<null> => {
    if (code === cancelledBefore) return happened(null);
    if (data === null) return askFault(code, reasonOf(message, account));
    const isIts = (data.waybillNoInfoList ?? []).some((row) => row.waybillNo === waybillNo);
    isThere = data.orderId === orderCode && isIts;
    return isThere ? happened(null) : didNotHappen('CARRIER_NOT_FOUND');
  });
  if (!isThere) return seen;
  const data = { orderId: orderCode, dealType: cancel };
  const update = { service: 'EXP_RECE_UPDATE_ORDER', kind: 'changes', data, schema: updateData } as const;
  return call(update, account, ports, ({ code, message, data: updated }) => {
    if (code === cancelledBefore) return happened(null);
    return updated === null ? sfFault(code, reasonOf(message, account)) : readStatus(updated.resStatus);
  });
};

/** 2: done, 1: order and number do not belong together. */
function readStatus(resStatus: string): CallOutcome<null> {
  if (resStatus === '2') return happened(null);
  return resStatus === '1'
    ? didNotHappen('CARRIER_NOT_FOUND')
    : unknownOutcome('CARRIER_BAD_REPLY', { reason: 'resStatus' });
}
