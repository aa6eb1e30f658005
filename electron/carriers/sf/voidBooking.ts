import { type CallOutcome, didNotHappen, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply, VoidRequest } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import { accountTexts, redactReason } from '../kit/redactReason.ts';
import { call } from './call.ts';
import { askFault, sfFault } from './faults.ts';
import { orderData, updateData } from './wire.ts';

/** 8037: cancelled before. */
const cancelledBefore = '8037';
/** dealType of EXP_RECE_UPDATE_ORDER. */
const cancel = 2;

/**
 * Cancels a booking. SF cancels by order code alone, so the order is looked at first: a number that is not its number
 * cancels nothing. Cancelled before: calm success.
 */
export async function voidBooking(
  request: VoidRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<null>> {
  const seen = await lookAt(request, account, ports);
  if (seen !== null) return seen;
  const data = { language: 'zh-CN', orderId: request.orderCode, dealType: cancel };
  const replied = await call(
    { service: 'EXP_RECE_UPDATE_ORDER', kind: 'changes', data, dataSchema: updateData },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const { code, message, responseId, data: updated } = replied.value;
  if (code === cancelledBefore) return withNote(happened(null), code, responseId);
  const outcome =
    updated === null
      ? sfFault(code, redactReason(message, accountTexts(account)))
      : readStatus(updated.resStatus);
  return withNote(outcome, code, responseId);
}

/** null: the order is there with this number and may be cancelled. */
async function lookAt(
  { orderCode, waybillNo }: VoidRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<null> | null> {
  const data = { language: 'zh-CN', orderId: orderCode, searchType: '1' };
  const replied = await call(
    { service: 'EXP_RECE_SEARCH_ORDER_RESP', kind: 'asks', data, dataSchema: orderData },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const { code, message, responseId, data: order } = replied.value;
  if (code === cancelledBefore) return withNote(happened(null), code, responseId);
  if (order === null)
    return withNote(askFault(code, redactReason(message, accountTexts(account))), code, responseId);
  const isIts = (order.waybillNoInfoList ?? []).some((row) => row.waybillNo === waybillNo);
  return order.orderId === orderCode && isIts
    ? null
    : withNote(didNotHappen('CARRIER_NOT_FOUND'), code, responseId);
}

/** 2: done, 1: order and number do not belong together. */
function readStatus(resStatus: string): CallOutcome<null> {
  if (resStatus === '2') return happened(null);
  return resStatus === '1'
    ? didNotHappen('CARRIER_NOT_FOUND')
    : unknownOutcome('CARRIER_BAD_REPLY', { reason: 'resStatus' });
}
