import type { Booking } from '../../../shared/domain/shipment.ts';
import { type CallOutcome, didNotHappen, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
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
import { call } from './call.ts';
import { isAbsent, sfFault } from './faults.ts';
import { type OrderData, orderData } from './wire.ts';

/** This order code was used before; the refusal carries no number. */
const duplicate = '8016';

/** Books one order (EXP_RECE_CREATE_ORDER). An order that is there already is looked up, never booked under another code. */
export async function book(
  request: BookingRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Booking>> {
  const checked = checkBooking(request, account);
  if (!checked.ok) return { ...checked, certainty: 'did-not-happen' };
  const data = bookingToWire(request, account);
  const replied = await call(
    { service: 'EXP_RECE_CREATE_ORDER', kind: 'changes', data, dataSchema: orderData },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const answer = replied.value;
  if (answer.code === duplicate) return lookUp(request, account, ports);
  const personal = personalTexts(request);
  const hidden = [...personal, ...personal.map(plainLine), ...accountTexts(account)];
  const outcome =
    answer.data === null
      ? sfFault(answer.code, redactReason(answer.message, hidden))
      : readOrder(answer.data, request, answer.responseId);
  return withNote(outcome, answer.code, answer.responseId);
}

/** SF says that the order exists: whatever the search answers, it is not "no". */
async function lookUp(
  request: BookingRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Booking>> {
  const found = await find(request, account, ports);
  const isAnswer =
    found.ok || found.code === 'CARRIER_OUT_OF_RANGE' || found.code === 'CARRIER_MANUAL_REVIEW';
  if (isAnswer) return found;
  return withNote(unknownOutcome('CARRIER_EXISTS_UNSEEN'), duplicate, '');
}

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

const waybillPattern = /^[A-Za-z0-9-]{6,30}$/;
const parent = '1';
const child = '2';
const receipt = '3';

/**
 * The booking in a reply to creating or searching. `filterResult`: 1 people at SF still look at the address and the
 * number comes later, 2 accepted, 3 SF does not go there, and the code stays used up all the same.
 */
function readOrder(data: OrderData, request: BookingRequest, responseId: string): CallOutcome<Booking> {
  if (data.orderId !== request.orderCode) return unknownOutcome('CARRIER_WRONG_REPLY');
  const list = data.waybillNoInfoList ?? [];
  const numbersOf = (type: string) =>
    list
      .filter(({ waybillType, waybillNo }) => waybillType === type && waybillNo !== '')
      .map(({ waybillNo }) => waybillNo);
  const [waybillNo = ''] = numbersOf(parent);
  if (data.filterResult === '3')
    return waybillNo === ''
      ? didNotHappen('CARRIER_OUT_OF_RANGE')
      : unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: 'filterResult 3' });
  if (waybillNo === '' && data.filterResult === '1') return unknownOutcome('CARRIER_MANUAL_REVIEW');
  if (waybillNo === '') return unknownOutcome('CARRIER_BAD_REPLY', { reason: 'no-waybill-number' });
  if (!waybillPattern.test(waybillNo))
    return unknownOutcome('CARRIER_BAD_REPLY', { reason: 'waybill-number' });
  const children = numbersOf(child).filter((number) => waybillPattern.test(number));
  const [receiptNo = ''] = numbersOf(receipt).filter((number) => waybillPattern.test(number));
  return happened({
    ...labelOf(data, waybillNo),
    waybillNo,
    ...(children.length > 0 ? { childWaybillNos: [...new Set(children)] } : {}),
    ...(receiptNo === '' ? {} : { receiptWaybillNo: receiptNo }),
    platformRef: responseId,
    templateHtml: '',
  });
}

/** What is printed besides the number, from the route label of the parent; SF names places by its own codes. */
function labelOf(data: OrderData, waybillNo: string) {
  const labels = (data.routeLabelInfo ?? []).flatMap(({ routeLabelData }) => routeLabelData ?? []);
  const label = labels.find((one) => one.waybillNo === waybillNo) ?? labels[0];
  const originCode = label?.sourceCityCode || data.originCode;
  const destinationCode = label?.destCityCode || data.destCode;
  const optional = {
    machineSortCode: label?.codingMapping ?? '',
    originCode,
    destinationCode,
    routeQrText: label?.twoDimensionCode ?? '',
  };
  return {
    sortCode: label?.destRouteLabel ?? '',
    packageCode: '',
    packageName: label?.destTransferCode ?? '',
    originName: originCode,
    destinationName: destinationCode,
    ...Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== '')),
  };
}
