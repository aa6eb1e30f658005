import type { Booking } from '../../../shared/domain/shipment.ts';
import { didNotHappen } from '../../../shared/errors/outcome.ts';
import type {
  BookingRequest,
  PlatformAccount,
  PlatformPorts,
  PlatformReply,
} from '../kit/carrierPlatform.ts';
import { accountTexts } from '../kit/hiddenTexts.ts';
import { redactReason } from '../kit/redactReason.ts';
import { withNote } from '../kit/withNote.ts';
import { call } from './call.ts';
import { isAbsent, sfFault } from './faults.ts';
import { readOrder } from './readOrder.ts';
import { orderData } from './wire.ts';

/** Forward orders; 2 would be returns. */
const searchType = '1';

/**
 * Asks for an order by its code (EXP_RECE_SEARCH_ORDER_RESP). Only SF's own "no such order" is a no; that the question
 * was refused or not reached says nothing of the order.
 */
export async function find(
  request: BookingRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Booking>> {
  const data = { language: 'zh-CN', orderId: request.orderCode, searchType };
  const replied = await call(
    { service: 'EXP_RECE_SEARCH_ORDER_RESP', kind: 'asks', data, dataSchema: orderData },
    account,
    ports,
  );
  if (!replied.ok) return { ...replied, certainty: 'unknown' };
  const { code, message, responseId, data: order } = replied.value;
  if (order !== null) return withNote(readOrder(order, request, responseId), code, responseId);
  if (isAbsent(code)) return withNote(didNotHappen('CARRIER_NOT_FOUND'), code, responseId);
  const fault = sfFault(code, redactReason(message, accountTexts(account)));
  return withNote(fault.ok ? fault : { ...fault, certainty: 'unknown' }, code, responseId);
}
