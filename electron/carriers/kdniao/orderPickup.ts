import { type CallOutcome, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { accountTexts, personalTexts } from '../kit/hiddenTexts.ts';
import type { Pickup, PickupRequest } from '../kit/platformServices.ts';
import { redactReason } from '../kit/redactReason.ts';
import { withNote } from '../kit/withNote.ts';
import { call } from './call.ts';
import { checkBooking } from './checkBooking.ts';
import { cleanText } from './cleanText.ts';
import { resultFault } from './faults.ts';
import { isSameRefusal } from './isSameRefusal.ts';
import { pickupToWire } from './pickupToWire.ts';
import { reasonKind } from './reasons.ts';
import { type PickupReply, pickupReply } from './wire.ts';

/** Stands in for the carrier while the other fields are checked: the door service may choose one itself. */
const anyCarrier = 'ANY';

/** Sends somebody for a parcel: 1801 by the platform's service, 1001 by the carrier's courier. Its code is used for ever. */
export async function orderPickup(
  request: PickupRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Pickup>> {
  const isOpen = request.carrier === '' && request.pickupKind === 'door';
  const checked = checkBooking(isOpen ? { ...request, carrier: anyCarrier } : request, account);
  if (!checked.ok) return { ...checked, certainty: 'did-not-happen' };
  const requestType = request.pickupKind === 'door' ? '1801' : '1001';
  const data = pickupToWire(request, account);
  const replied = await call(
    { requestType, kind: 'changes', data, replySchema: pickupReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const reply = replied.value;
  const personal = personalTexts(request);
  const hidden = [...personal, ...personal.map(cleanText), ...accountTexts(account)];
  const outcome = readPickup(reply, request, redactReason(reply.Reason, hidden));
  return withNote(outcome, reply.ResultCode, reply.UniquerRequestNumber);
}

/** Like `find`: the same request once more; 106 tells what was ordered back then. */
export async function findPickup(
  request: PickupRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Pickup>> {
  const repeated = await orderPickup(request, account, ports);
  return repeated.ok || isSameRefusal(repeated.code) ? repeated : { ...repeated, certainty: 'unknown' };
}

function readPickup(reply: PickupReply, request: PickupRequest, reason: string): CallOutcome<Pickup> {
  const code = reply.ResultCode;
  const isRepeat = code === '106' || (code === '105' && reasonKind(reply.Reason) === 'duplicate');
  const isNew = reply.Success && (code === '100' || code === '');
  if (!isNew && !isRepeat) {
    if (code === '100' || reply.Success)
      return unknownOutcome('CARRIER_BAD_REPLY', { reason: 'contradiction' });
    return resultFault(code, reason);
  }
  const order = reply.Order;
  const isForeign = !!order && order.OrderCode !== '' && order.OrderCode !== request.orderCode;
  const isOtherCarrier =
    !!order && request.carrier !== '' && order.ShipperCode !== '' && order.ShipperCode !== request.carrier;
  if (isForeign || isOtherCarrier) return unknownOutcome('CARRIER_WRONG_REPLY');
  // No number is the rule here: many carriers give it when the courier has the parcel.
  return happened({
    waybillNo: /^[A-Za-z0-9-]{4,30}$/.test(order?.LogisticCode ?? '') ? (order?.LogisticCode ?? '') : '',
    carrier: order?.ShipperCode || request.carrier,
    platformRef: order?.KDNOrderCode || reply.UniquerRequestNumber,
  });
}
