import type { Booking } from '../../../shared/domain/shipment.ts';
import { type CallOutcome, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type {
  BookingRequest,
  PlatformAccount,
  PlatformPorts,
  PlatformReply,
} from '../kit/carrierPlatform.ts';
import { accountTexts, personalTexts } from '../kit/hiddenTexts.ts';
import { plainLine } from '../kit/plainLine.ts';
import { redactReason } from '../kit/redactReason.ts';
import { withNote } from '../kit/withNote.ts';
import { bookingToWire } from './bookingToWire.ts';
import { callLabel } from './call.ts';
import { checkBooking } from './checkBooking.ts';
import { labelFault } from './faults.ts';
import { platformRefOf } from './platformRef.ts';
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
