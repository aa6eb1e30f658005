import type { Booking } from '../../../shared/domain/shipment.ts';
import { type CallOutcome, didNotHappen, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from '../kit/carrierPlatform.ts';
import type { OrderData } from './wire.ts';

const waybillPattern = /^[A-Za-z0-9-]{6,30}$/;
const parent = '1';
const child = '2';
const receipt = '3';

/**
 * The booking in a reply to creating or searching. `filterResult`: 1 people at SF still look at the address and the
 * number comes later, 2 accepted, 3 SF does not go there, and the code stays used up all the same.
 */
export function readOrder(
  data: OrderData,
  request: BookingRequest,
  responseId: string,
): CallOutcome<Booking> {
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
