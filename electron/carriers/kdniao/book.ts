import { z } from 'zod';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { type CallOutcome, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import { childNumbers, contradiction, nonEmpty, numberFault } from '../kit/bookingReply.ts';
import type { BookingRequest, PlatformCalls } from '../kit/carrierPlatform.ts';
import { settleRepeat } from '../kit/exchange.ts';
import { bookingReason } from '../kit/redactReason.ts';
import { looseText, wireText } from '../kit/wireValues.ts';
import { call, envelope, type PlainReply } from './call.ts';
import { checkedWire } from './checkBooking.ts';
import { reasonKind, resultFault } from './faults.ts';
import { cleanText } from './partyToWire.ts';

/** LogisticCode: String(30). */
export const leastNumberLength = 4;

/** A list, the JSON text of a list, or numbers with commas: all three are seen for child waybills. */
const wireNumbers = z
  .unknown()
  .optional()
  .transform((value): string[] => {
    const list = typeof value === 'string' ? parseNumbers(value) : value;
    if (!Array.isArray(list)) return [];
    return list.filter((item) => typeof item === 'string' || Number.isSafeInteger(item)).map(String);
  });

function parseNumbers(text: string): unknown {
  if (!text.trim().startsWith('[')) return text.split(/[,，;]/u).map((part) => part.trim());
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

/** A list of texts or the JSON text of one; not split at commas, since HTML is full of them. */
const wireTexts = z
  .unknown()
  .optional()
  .transform((value): string[] => {
    const list =
      typeof value === 'string' ? parseNumbers(value.trim().startsWith('[') ? value : '[]') : value;
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  });

const bookingReply = z.object({
  ...envelope,
  Order: z
    .object({
      OrderCode: wireText,
      ShipperCode: wireText,
      LogisticCode: wireText,
      KDNOrderCode: looseText,
      MarkDestination: looseText,
      OriginName: looseText,
      DestinatioName: looseText,
      PackageCode: looseText,
      PackageName: looseText,
      OriginCode: looseText,
      DestinatioCode: looseText,
      SortingCode: looseText,
      DestinationAllocationCentre: looseText,
      SignWaybillCode: looseText,
    })
    .nullish(),
  PrintTemplate: looseText,
  SubOrders: wireNumbers,
  SubPrintTemplates: wireTexts,
  EstimatedDeliveryTime: looseText,
});
type BookingReply = z.infer<typeof bookingReply>;

/** Books one order (interface 1007). */
export const book: PlatformCalls['book'] = async (request, account, ports) => {
  const data = checkedWire(request, account);
  if (!data.ok) return { ...data, certainty: 'did-not-happen' };
  return call('1007', { data: data.value, schema: bookingReply }, account, ports, (reply) =>
    readBooking(reply, request, bookingReason(reply.Reason, request, account, cleanText)),
  );
};

/**
 * KDNiao has no search by order code; its OrderCode is unique for ever, and a repeat returns the first waybill (106). So asking means
 * sending the same frozen 1007 again: 100 or 106 with a number = booked, now or earlier.
 */
export const find: PlatformCalls['find'] = async (request, account, ports) => {
  return settleRepeat(await book(request, account, ports));
};

/**
 * 100: booked · 106, or 105 with a sentence in old documents: booked earlier · anything else is a refusal. `reason` must be redacted
 * already.
 */
export function orderVerdict(
  { Success, ResultCode: code, Reason }: PlainReply,
  reason: string,
): { readonly isRepeat: boolean; readonly refusal: CallOutcome<never> | null } {
  const isRepeat = code === '106' || (code === '105' && reasonKind(Reason) === 'duplicate');
  const isNew = Success && (code === '100' || code === '');
  if (isNew || isRepeat) return { isRepeat, refusal: null };
  return { isRepeat, refusal: code === '100' || Success ? contradiction() : resultFault(code, reason) };
}

function readBooking(reply: BookingReply, request: BookingRequest, reason: string): CallOutcome<Booking> {
  const { isRepeat, refusal } = orderVerdict(reply, reason);
  if (refusal !== null) return refusal;
  const order = reply.Order;
  // Another carrier's waybill must not be taken for this one's; a repeat shows the earlier booking.
  const carrier = (order?.ShipperCode ?? '').toUpperCase();
  if (carrier !== '' && carrier !== request.carrier.toUpperCase())
    return unknownOutcome('CARRIER_WRONG_REPLY');
  const fault = numberFault(
    request,
    { orderCode: order?.OrderCode ?? '', waybillNo: order?.LogisticCode ?? '' },
    leastNumberLength,
    isRepeat ? unknownOutcome('CARRIER_NUMBER_MISSING', { orderCode: request.orderCode }) : undefined,
  );
  if (fault !== null || !order) return fault ?? contradiction();
  return happened({ ...bookingOf(reply, order), ...(isRepeat ? { isKnownBefore: true } : {}) });
}

function bookingOf(reply: BookingReply, order: NonNullable<BookingReply['Order']>): Booking {
  const children = childNumbers(reply.SubOrders, order.LogisticCode, leastNumberLength);
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
    ...nonEmpty({
      receiptWaybillNo: order.SignWaybillCode,
      machineSortCode: order.SortingCode,
      originCode: order.OriginCode,
      destinationCode: order.DestinatioCode,
      destinationCentre: order.DestinationAllocationCentre,
      expectedDate: reply.EstimatedDeliveryTime,
    }),
  };
}

/** The label of each child in order; none where the assignment is unclear. */
function templatesOf(
  children: readonly string[],
  { SubOrders, SubPrintTemplates }: BookingReply,
): readonly string[] {
  if (SubPrintTemplates.length === SubOrders.length)
    return children.map((number) => SubPrintTemplates[SubOrders.indexOf(number)] ?? '');
  return SubPrintTemplates.length === children.length ? SubPrintTemplates : [];
}
