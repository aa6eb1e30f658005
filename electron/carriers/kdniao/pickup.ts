import { z } from 'zod';
import { type CallOutcome, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import { isWaybillNo } from '../kit/bookingReply.ts';
import type { PlatformAccount, PlatformCalls } from '../kit/carrierPlatform.ts';
import { settleRepeat } from '../kit/exchange.ts';
import type { Pickup, PickupRequest } from '../kit/platformServices.ts';
import { bookingReason } from '../kit/redactReason.ts';
import { looseText, wireText } from '../kit/wireValues.ts';
import { leastNumberLength, orderVerdict } from './book.ts';
import { bookingToWire } from './bookingToWire.ts';
import { call, envelope, plainReply } from './call.ts';
import { checkBooking } from './checkBooking.ts';
import { cleanText } from './partyToWire.ts';
import { readCancelled } from './voidBooking.ts';

const pickupReply = z.object({
  ...envelope,
  Order: z
    .object({
      OrderCode: wireText,
      ShipperCode: wireText,
      LogisticCode: wireText,
      KDNOrderCode: looseText,
    })
    .nullish(),
});
type PickupReply = z.infer<typeof pickupReply>;

/** A placeholder for the carrier while the other fields are checked: the door service may choose one itself. */
const anyCarrier = 'ANY';

/** Vendor page of 2020: 100; a public client of 2023: 99. */
const maxReasonLength = 99;

/** Orders a pickup: 1801 by the platform's service, 1001 by the carrier's courier. Its code stays used for ever. */
export const orderPickup: PlatformCalls['orderPickup'] = async (request, account, ports) => {
  const isOpen = request.carrier === '' && request.pickupKind === 'door';
  const checked = checkBooking(isOpen ? { ...request, carrier: anyCarrier } : request, account);
  if (!checked.ok) return { ...checked, certainty: 'did-not-happen' };
  const requestType = request.pickupKind === 'door' ? '1801' : '1001';
  const data = pickupToWire(request, account);
  return call(requestType, { data, schema: pickupReply }, account, ports, (reply) =>
    readPickup(reply, request, bookingReason(reply.Reason, request, account, cleanText)),
  );
};

/** Like `find`: the same request again; 106 returns the earlier pickup. */
export const findPickup: PlatformCalls['findPickup'] = async (request, account, ports) => {
  return settleRepeat(await orderPickup(request, account, ports));
};

function readPickup(reply: PickupReply, request: PickupRequest, reason: string): CallOutcome<Pickup> {
  const { refusal } = orderVerdict(reply, reason);
  if (refusal !== null) return refusal;
  const order = reply.Order;
  const isForeign = !!order && order.OrderCode !== '' && order.OrderCode !== request.orderCode;
  const isOtherCarrier =
    !!order && request.carrier !== '' && order.ShipperCode !== '' && order.ShipperCode !== request.carrier;
  if (isForeign || isOtherCarrier) return unknownOutcome('CARRIER_WRONG_REPLY');
  const number = order?.LogisticCode ?? '';
  // Usually without a number: many carriers assign it when the courier has the parcel.
  return happened({
    waybillNo: isWaybillNo(number, leastNumberLength) ? number : '',
    carrier: order?.ShipperCode || request.carrier,
    platformRef: order?.KDNOrderCode || reply.UniquerRequestNumber,
  });
}

/** Cancels a pickup (1802, 1004), possible until the courier has the parcel. Already cancelled: success. */
export const cancelPickup: PlatformCalls['cancelPickup'] = (request, account, ports) => {
  const { carrier, orderCode, waybillNo } = request;
  const reason = [...cleanText(request.reason)].slice(0, maxReasonLength).join('');
  const isDoor = request.pickupKind === 'door';
  const data = {
    ...(carrier === '' ? {} : { ShipperCode: carrier }),
    OrderCode: orderCode,
    ...(waybillNo === '' ? {} : { LogisticCode: waybillNo }),
    // The vendor's page calls it Reason, a client in use since CancelMsg.
    ...(isDoor && reason !== '' ? { Reason: reason, CancelMsg: reason } : {}),
  };
  const requestType = isDoor ? '1802' : '1004';
  return call(requestType, { data, schema: plainReply }, account, ports, readCancelled);
};

/** Fields of label and tracking, which a pickup does not have. */
const labelNames = ['IsReturnPrintTemplate', 'TemplateSize', 'CustomArea', 'IsSubscribe', 'IsNotice'];
/** Only for 1001: the platform's own collection service has its own contracts with the carriers. */
const contractNames = ['CustomerName', 'CustomerPwd', 'MonthCode', 'SendSite', 'SendStaff'];

/** Same day, the widest of the three: 3 two hours, 4 half a day, 5 same day. */
const sameDay = '5';

/** RequestData of 1801 (`door`) and 1001 (`appointment`): that of a booking without what concerns its label. */
function pickupToWire(request: PickupRequest, account: PlatformAccount): Readonly<Record<string, unknown>> {
  const isDoor = request.pickupKind === 'door';
  const remaining = new Set([...labelNames, ...(isDoor ? contractNames : [])]);
  const wire = Object.entries(bookingToWire(request, account)).filter(
    ([name, value]) => !remaining.has(name) && !(name === 'ShipperCode' && value === ''),
  );
  return {
    ...Object.fromEntries(wire),
    ...(isDoor ? { ShipperType: account.fields.ShipperType ?? sameDay } : {}),
  };
}
