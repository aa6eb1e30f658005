import type { Booking } from '../../../shared/domain/shipment.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { type CallOutcome, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type {
  BookingRequest,
  PlatformAccount,
  PlatformPorts,
  PlatformReply,
} from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import { accountTexts, personalTexts, redactReason } from '../kit/redactReason.ts';
import { plainLine } from '../kit/sentFields.ts';
import { bookingToWire, checkBooking } from './bookingToWire.ts';
import { callLabel } from './call.ts';
import { labelFault } from './faults.ts';
import { type BookingReply, bookingReply, verdictOf } from './wire.ts';

/** The vendor's bounds of a number: 6 to 32 characters; what we store and print ends at 30. */
const waybillPattern = /^[A-Za-z0-9-]{6,30}$/;

/** Books one order (label interface, method `order`), so that a repeat within 48 hours gives the same number. */
export async function book(
  request: BookingRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Booking>> {
  const checked = checkBooking(request, account);
  if (!checked.ok) return { ...checked, certainty: 'did-not-happen' };
  const data = bookingToWire(request, account);
  const replied = await callLabel(
    { name: 'label', method: 'order', kind: 'changes', data, replySchema: bookingReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const reply = replied.value;
  const personal = personalTexts(request);
  const hidden = [...personal, ...personal.map(plainLine), account.merchantId, ...accountTexts(account)];
  const outcome = readBooking(reply, request, redactReason(reply.message, hidden));
  return withNote(outcome, verdictOf(reply).code, reply.data?.taskId ?? '');
}

function readBooking(reply: BookingReply, request: BookingRequest, reason: string): CallOutcome<Booking> {
  const { isGood, code } = verdictOf(reply);
  if (!isGood || (code !== '200' && code !== '')) {
    // A success flag beside a fault code, or the other way round: both readings stay open.
    return isGood || code === '200'
      ? unknownOutcome('CARRIER_BAD_REPLY', { reason: 'contradiction' })
      : labelFault(code, reason);
  }
  const { data } = reply;
  if (data !== null && data.orderId !== '' && data.orderId !== request.orderCode)
    return unknownOutcome('CARRIER_WRONG_REPLY');
  if (data === null || data.kuaidinum === '')
    return unknownOutcome('CARRIER_BAD_REPLY', { reason: 'no-waybill-number' });
  if (!waybillPattern.test(data.kuaidinum))
    return unknownOutcome('CARRIER_BAD_REPLY', { reason: 'waybill-number' });
  return happened(bookingOf(data));
}

function bookingOf(data: NonNullable<BookingReply['data']>): Booking {
  const children = data.childNum
    .split(/[,，;]/u)
    .map((number) => number.trim())
    .filter((number) => waybillPattern.test(number) && number !== data.kuaidinum);
  const optional = {
    receiptWaybillNo: waybillPattern.test(data.returnNum) ? data.returnNum : '',
    machineSortCode: data.destSortingCode,
    originCode: data.orgCode,
    destinationCode: data.destCode,
    destinationCentre: data.destSortingName,
    routeQrText: data.twoDimensionCode || data.qrCode,
  };
  return {
    waybillNo: data.kuaidinum,
    ...(children.length > 0 ? { childWaybillNos: [...new Set(children)] } : {}),
    sortCode: data.bulkpen || data.destRouteLabel,
    packageCode: data.pkgCode,
    packageName: data.pkgName,
    originName: data.orgName,
    destinationName: data.destName,
    platformRef: platformRefOf(data),
    templateHtml: '',
    ...Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== '')),
  };
}

/** Refusals of the content itself, which the same text would have met the first time too. */
const sameAsBefore: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CARRIER_REFUSED', 'CARRIER_FIELD']);

/**
 * There is no search by order code: sending the same frozen order again with `reorder: false` gives the first success,
 * for as long as the platform keeps it (`repeatWindowMs`; whoever asks holds to it, since after that a repeat would be a
 * second booking). That this call failed says nothing of the first one; only a refusal of the content itself does.
 */
export async function find(
  request: BookingRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Booking>> {
  const repeated = await book(request, account, ports);
  return repeated.ok || sameAsBefore.has(repeated.code) ? repeated : { ...repeated, certainty: 'unknown' };
}

/** The task of a booking and, where the carrier gave one, its own order number, without which it cancels nothing. */
function platformRefOf(data: { readonly taskId: string; readonly kdComOrderNum: string }): string {
  return data.kdComOrderNum === '' ? data.taskId : `${data.taskId}/${data.kdComOrderNum}`;
}

/** The carrier's order number out of a reference; empty when it gave none. */
export function carrierOrderNo(platformRef: string): string {
  return /\/(.+)$/s.exec(platformRef)?.[1] ?? '';
}
