import { z } from 'zod';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { type CallOutcome, didNotHappen, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import { childNumbers, isWaybillNo, nonEmpty, numberFault, routeQrTexts } from '../kit/bookingReply.ts';
import type {
  BookingRequest,
  PlatformAccount,
  PlatformCalls,
  PlatformPorts,
  PlatformReply,
} from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import { bookingReason } from '../kit/redactReason.ts';
import { plainLine } from '../kit/sentFields.ts';
import { looseText, wireText } from '../kit/wireValues.ts';
import { bookingToWire, checkBooking } from './bookingToWire.ts';
import { type Answer, call, reasonOf } from './call.ts';
import { isAbsent, sfFault } from './faults.ts';

const routeLabelData = z
  .object({
    waybillNo: looseText,
    sourceCityCode: looseText,
    destCityCode: looseText,
    destTransferCode: looseText,
    destRouteLabel: looseText,
    codingMapping: looseText,
    twoDimensionCode: looseText,
  })
  .nullish()
  .catch(null);

/** What creating an order and searching one both give. */
const orderData = z.object({
  orderId: wireText,
  originCode: looseText,
  destCode: looseText,
  filterResult: looseText,
  remark: looseText,
  waybillNoInfoList: z.array(z.object({ waybillType: wireText, waybillNo: wireText })).nullish(),
  routeLabelInfo: z.array(z.object({ routeLabelData })).nullish().catch(null),
});
type OrderData = z.infer<typeof orderData>;

const leastNumberLength = 6;

/** This order code was used before; the refusal carries no number. */
const duplicate = '8016';

/** Books one order (EXP_RECE_CREATE_ORDER). An order that is there already is looked up, never booked under another code. */
export const book: PlatformCalls['book'] = async (request, account, ports) => {
  const checked = checkBooking(request, account);
  if (!checked.ok) return { ...checked, certainty: 'did-not-happen' };
  const data = bookingToWire(request, account);
  const startedAt = ports.clock.now();
  const asked = { service: 'EXP_RECE_CREATE_ORDER', kind: 'changes', data, schema: orderData } as const;
  const booked = await call(asked, account, ports, (answer) =>
    answer.data === null
      ? sfFault(answer.code, bookingReason(answer.message, request, account, plainLine))
      : readOrder(answer.data, request, answer.responseId),
  );
  if (booked.note?.platformCode !== duplicate) return booked;
  // A run counts on one deadline for a booking: behind a slow refusal the question is left to the next turn.
  const isSlow = ports.clock.now() - startedAt > lookUpWithinMs;
  return isSlow ? existsUnseen() : lookUp(request, account, ports);
};

/** As long as the question itself may take, so that both stay within the deadline of one booking. */
const lookUpWithinMs = 15_000;

const existsUnseen = () => withNote<Booking>(unknownOutcome('CARRIER_EXISTS_UNSEEN'), duplicate, '');

/** SF says that the order exists: whatever the search answers, it is not "no". */
const lookUp: PlatformCalls['find'] = async (request, account, ports) => {
  const found = await find(request, account, ports);
  if (found.ok) return { ...found, value: { ...found.value, isKnownBefore: true } };
  const isAnswer = found.code === 'CARRIER_OUT_OF_RANGE' || found.code === 'CARRIER_MANUAL_REVIEW';
  return isAnswer ? found : existsUnseen();
};

/**
 * Asks for an order by its code. Only SF's own "no such order" is a no; that the question was refused or not reached says
 * nothing of the order.
 */
export const find: PlatformCalls['find'] = async (request, account, ports) => {
  let isSaid = false;
  const found = await searchOrder(request.orderCode, account, ports, (answer) => {
    const { code, message, responseId, data } = answer;
    isSaid = data !== null || isAbsent(code);
    if (data !== null) return readOrder(data, request, responseId);
    return isAbsent(code) ? didNotHappen('CARRIER_NOT_FOUND') : sfFault(code, reasonOf(message, account));
  });
  return found.ok || isSaid ? found : { ...found, certainty: 'unknown' };
};

/** EXP_RECE_SEARCH_ORDER_RESP. Type 1 are forward orders; 2 would be returns. */
export function searchOrder<R>(
  orderId: string,
  account: PlatformAccount,
  ports: PlatformPorts,
  read: (answer: Answer<OrderData>) => CallOutcome<R>,
): Promise<PlatformReply<R>> {
  const data = { orderId, searchType: '1' };
  const search = { service: 'EXP_RECE_SEARCH_ORDER_RESP', kind: 'asks', data, schema: orderData } as const;
  return call(search, account, ports, read);
}

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
  const isLooking = data.filterResult === '1';
  const missing = isLooking ? unknownOutcome('CARRIER_MANUAL_REVIEW') : undefined;
  const fault = numberFault(request, { orderCode: data.orderId, waybillNo }, leastNumberLength, missing);
  if (fault !== null) return fault;
  const children = childNumbers(numbersOf(child), waybillNo, leastNumberLength);
  const receiptNo = numbersOf(receipt).find((number) => isWaybillNo(number, leastNumberLength));
  return happened({
    ...labelOf(data, waybillNo, children),
    waybillNo,
    ...(children.length > 0 ? { childWaybillNos: children } : {}),
    ...(receiptNo === undefined ? {} : { receiptWaybillNo: receiptNo }),
    platformRef: responseId,
    templateHtml: '',
  });
}

/**
 * What is printed besides the number, from the route label of the parent; SF names places by its own codes. The texts of the QR codes
 * are each of its own parcel.
 */
function labelOf(data: OrderData, waybillNo: string, children: readonly string[]) {
  const labels = (data.routeLabelInfo ?? []).flatMap(({ routeLabelData }) => routeLabelData ?? []);
  const label = labels.find((one) => one.waybillNo === waybillNo) ?? labels[0];
  const originCode = label?.sourceCityCode || data.originCode;
  const destinationCode = label?.destCityCode || data.destCode;
  return {
    sortCode: label?.destRouteLabel ?? '',
    packageCode: '',
    packageName: label?.destTransferCode ?? '',
    originName: originCode,
    destinationName: destinationCode,
    ...nonEmpty({
      machineSortCode: label?.codingMapping ?? '',
      originCode,
      destinationCode,
    }),
    ...routeQrTexts(
      labels.map(({ twoDimensionCode }) => twoDimensionCode),
      { waybillNo, children },
    ),
  };
}
