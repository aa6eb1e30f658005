import { z } from 'zod';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { type CallOutcome, happened } from '../../../shared/errors/outcome.ts';
import {
  childNumbers,
  contradiction,
  isWaybillNo,
  nonEmpty,
  numberFault,
  routeQrTexts,
} from '../kit/bookingReply.ts';
import type { BookingRequest, PlatformCalls } from '../kit/carrierPlatform.ts';
import { settleRepeat } from '../kit/exchange.ts';
import { bookingReason } from '../kit/redactReason.ts';
import { plainLine } from '../kit/sentFields.ts';
import { looseText, wireText } from '../kit/wireValues.ts';
import { bookingToWire, checkBooking } from './bookingToWire.ts';
import { callLabel, envelope, orNull, type Verdict } from './call.ts';
import { labelFault } from './faults.ts';

const bookingReply = z.object({
  ...envelope,
  data: z.preprocess(
    orNull,
    z
      .object({
        orderId: wireText,
        taskId: looseText,
        kuaidinum: wireText,
        childNum: looseText,
        returnNum: looseText,
        bulkpen: looseText,
        destRouteLabel: looseText,
        orgCode: looseText,
        orgName: looseText,
        destCode: looseText,
        destName: looseText,
        destSortingCode: looseText,
        destSortingName: looseText,
        pkgCode: looseText,
        pkgName: looseText,
        qrCode: looseText,
        twoDimensionCode: looseText,
        kdComOrderNum: looseText,
      })
      .nullable(),
  ),
});
type BookingReply = z.infer<typeof bookingReply>;

/** The vendor's bounds of a number: 6 to 32 characters; what we store and print ends at 30. */
const leastNumberLength = 6;

/** Books one order (label interface, method `order`), so that a repeat within 48 hours gives the same number. */
export const book: PlatformCalls['book'] = async (request, account, ports) => {
  const checked = checkBooking(request, account);
  if (!checked.ok) return { ...checked, certainty: 'did-not-happen' };
  const call = {
    name: 'label',
    method: 'order',
    kind: 'changes',
    data: bookingToWire(request, account),
    schema: bookingReply,
    requestIdOf: ({ data }: BookingReply) => data?.taskId ?? '',
  } as const;
  return callLabel(call, account, ports, (reply, verdict) => {
    const reason = bookingReason(reply.message, request, account, plainLine, [account.merchantId]);
    return readBooking(reply, verdict, request, reason);
  });
};

/**
 * There is no search by order code. Sending the same frozen order again with `reorder: false` gives the first success, for as long as the
 * platform keeps it (`repeatWindowMs`); the caller must not ask later, because then a repeat would be a second booking.
 */
export const find: PlatformCalls['find'] = async (request, account, ports) => {
  return settleRepeat(await book(request, account, ports));
};

function readBooking(
  { data }: BookingReply,
  { isGood, code }: Verdict,
  request: BookingRequest,
  reason: string,
): CallOutcome<Booking> {
  if (!isGood || (code !== '200' && code !== ''))
    return isGood || code === '200' ? contradiction() : labelFault(code, reason);
  const numbers = { orderCode: data?.orderId ?? '', waybillNo: data?.kuaidinum ?? '' };
  const fault = numberFault(request, numbers, leastNumberLength);
  return fault !== null || data === null ? (fault ?? contradiction()) : happened(bookingOf(data));
}

function bookingOf(data: NonNullable<BookingReply['data']>): Booking {
  const listed = data.childNum.split(/[,，;]/u).map((number) => number.trim());
  const children = childNumbers(listed, data.kuaidinum, leastNumberLength);
  return {
    waybillNo: data.kuaidinum,
    ...(children.length > 0 ? { childWaybillNos: children } : {}),
    sortCode: data.bulkpen || data.destRouteLabel,
    packageCode: data.pkgCode,
    packageName: data.pkgName,
    originName: data.orgName,
    destinationName: data.destName,
    platformRef: platformRefOf(data),
    templateHtml: '',
    ...nonEmpty({
      receiptWaybillNo: isWaybillNo(data.returnNum, leastNumberLength) ? data.returnNum : '',
      machineSortCode: data.destSortingCode,
      originCode: data.orgCode,
      destinationCode: data.destCode,
      destinationCentre: data.destSortingName,
    }),
    ...routeQrTexts([data.twoDimensionCode, data.qrCode], { waybillNo: data.kuaidinum, children }),
  };
}

/** The task of a booking and, where the carrier gave one, its own order number, without which it cancels nothing. */
function platformRefOf(data: { readonly taskId: string; readonly kdComOrderNum: string }): string {
  return data.kdComOrderNum === '' ? data.taskId : `${data.taskId}/${data.kdComOrderNum}`;
}

/** The carrier's order number out of a reference; empty when it gave none. */
export function carrierOrderNo(platformRef: string): string {
  return /\/(.+)$/s.exec(platformRef)?.[1] ?? '';
}
