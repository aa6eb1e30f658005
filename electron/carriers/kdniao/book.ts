import type { Booking } from '../../../shared/domain/shipment.ts';
import { type CallOutcome, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type {
  BookingRequest,
  PlatformAccount,
  PlatformPorts,
  PlatformReply,
} from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import { accountTexts, personalTexts, redactReason } from '../kit/redactReason.ts';
import { bookingToWire } from './bookingToWire.ts';
import { call } from './call.ts';
import { checkBooking } from './checkBooking.ts';
import { isSameRefusal, reasonKind, resultFault } from './faults.ts';
import { cleanText } from './partyToWire.ts';
import { type BookingReply, bookingReply } from './wire.ts';

/** Bounds of LogisticCode: String(30); JD's child numbers hold dashes. */
const waybillPattern = /^[A-Za-z0-9-]{4,30}$/;

/** Books one order (interface 1007). */
export async function book(
  request: BookingRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Booking>> {
  const checked = checkBooking(request, account);
  if (!checked.ok) return { ...checked, certainty: 'did-not-happen' };
  const data = bookingToWire(request, account);
  const replied = await call(
    { requestType: '1007', kind: 'changes', data, replySchema: bookingReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const reply = replied.value;
  const personal = personalTexts(request);
  const hidden = [...personal, ...personal.map(cleanText), ...accountTexts(account)];
  const outcome = readBooking(reply, request, redactReason(reply.Reason, hidden));
  return withNote(outcome, reply.ResultCode, reply.UniquerRequestNumber);
}

function readBooking(reply: BookingReply, request: BookingRequest, reason: string): CallOutcome<Booking> {
  const code = reply.ResultCode;
  const isRepeat = code === '106' || (code === '105' && reasonKind(reply.Reason) === 'duplicate');
  const isNew = reply.Success && (code === '100' || code === '');
  if (!isNew && !isRepeat) {
    // 100 without Success contradicts itself; both readings stay open.
    if (code === '100' || reply.Success)
      return unknownOutcome('CARRIER_BAD_REPLY', { reason: 'contradiction' });
    return resultFault(code, reason);
  }
  const order = reply.Order;
  const isForeign =
    order?.OrderCode !== undefined && order.OrderCode !== '' && order.OrderCode !== request.orderCode;
  // A repeat shows what was booked back then: another carrier's waybill must not be taken for this one's.
  const isOtherCarrier =
    isRepeat &&
    order?.ShipperCode !== undefined &&
    order.ShipperCode !== '' &&
    order.ShipperCode !== request.carrier;
  if (isForeign || isOtherCarrier) return unknownOutcome('CARRIER_WRONG_REPLY');
  if (!order || order.LogisticCode === '') {
    return isRepeat
      ? unknownOutcome('CARRIER_NUMBER_MISSING', { orderCode: request.orderCode })
      : unknownOutcome('CARRIER_BAD_REPLY', { reason: 'no-waybill-number' });
  }
  if (!waybillPattern.test(order.LogisticCode)) {
    return unknownOutcome('CARRIER_BAD_REPLY', { reason: 'waybill-number' });
  }
  return happened(bookingOf(reply, order));
}

function bookingOf(reply: BookingReply, order: NonNullable<BookingReply['Order']>): Booking {
  // Some lists repeat the parent; printed twice, its label would be on two parcels.
  const children = [...new Set(reply.SubOrders)].filter(
    (number) => waybillPattern.test(number) && number !== order.LogisticCode,
  );
  const childTemplateHtmls = templatesOf(children, reply);
  return {
    waybillNo: order.LogisticCode,
    ...(children.length > 0 ? { childWaybillNos: children } : {}),
    sortCode: order.MarkDestination,
    packageCode: order.PackageCode,
    packageName: order.PackageName,
    originName: order.OriginName,
    destinationName: order.DestinatioName,
    platformRef: order.KDNOrderCode || reply.UniquerRequestNumber,
    templateHtml: reply.PrintTemplate,
    ...(childTemplateHtmls.length > 0 ? { childTemplateHtmls } : {}),
    ...told({
      receiptTemplateHtml: reply.SignBillPrintTemplate,
      receiptWaybillNo: order.SignWaybillCode,
      machineSortCode: order.SortingCode,
      originCode: order.OriginCode,
      destinationCode: order.DestinatioCode,
      destinationCentre: order.DestinationAllocationCentre,
      expectedDate: reply.EstimatedDeliveryTime,
    }),
  };
}

/** The label of each child, in their order; none where it cannot be told which belongs to which. */
function templatesOf(
  children: readonly string[],
  { SubOrders, SubPrintTemplates }: BookingReply,
): readonly string[] {
  if (SubPrintTemplates.length === SubOrders.length)
    return children.map((number) => SubPrintTemplates[SubOrders.indexOf(number)] ?? '');
  return SubPrintTemplates.length === children.length ? SubPrintTemplates : [];
}

/** Only what was told: an empty text would say that it is known to be nothing. */
function told<T extends Readonly<Record<string, string>>>(texts: T): Partial<T> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<T>;
}

/**
 * KDNiao has no search by order code; its OrderCode is a key for ever and a repeat is answered with the first waybill
 * (106). So asking is sending the same frozen 1007 again: 100 or 106 with a number = booked, now or back then.
 * That *this* call failed says nothing of the first one: not reached, signature refused, account blocked, numbers used
 * up (perhaps by the first try) all stay `unknown`. Only a refusal of the content itself proves that no waybill exists.
 */
export async function find(
  request: BookingRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Booking>> {
  const repeated = await book(request, account, ports);
  return repeated.ok || isSameRefusal(repeated.code) ? repeated : { ...repeated, certainty: 'unknown' };
}
