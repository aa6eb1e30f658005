import type { Booking } from '../../../shared/domain/shipment.ts';
import type { BookingRequest } from '../kit/carrierPlatform.ts';
import { drawNumber } from './drawNumber.ts';
import { practiceWaybillNo } from './practiceWaybillNo.ts';
import { readMarker } from './readMarker.ts';

function digits(text: string, length: number): string {
  return drawNumber(text, 10 ** length)
    .toString()
    .padStart(length, '0');
}

/** Same request, same booking. Sort code and package follow from the receiver's region, as with a real carrier. */
export function practiceBooking(request: BookingRequest): Booking {
  const { sender, receiver } = request;
  const cityKey = `${receiver.province}/${receiver.city}`;
  const areaKey = `${cityKey}/${receiver.district || receiver.town}`;
  const waybillNo = practiceWaybillNo(request.orderCode);
  // As some carriers do when they cannot number every box.
  const missing = readMarker(request) === 'fewer' ? 1 : 0;
  const children = Array.from({ length: Math.max(0, request.parcelCount - 1 - missing) }, (_, index) =>
    practiceWaybillNo(`${request.orderCode}/${index + 2}`),
  );
  return {
    waybillNo,
    ...(children.length > 0 ? { childWaybillNos: children } : {}),
    sortCode: `${digits(cityKey, 3)}-${digits(areaKey, 3)}-${digits(`${areaKey}#route`, 2)} ${digits(`${areaKey}#courier`, 3)}`,
    packageCode: digits(`${cityKey}#package`, 6),
    packageName: `${receiver.city.replace(/市$/u, '')}集散`,
    originName: sender.city,
    destinationName: receiver.city + (receiver.district === receiver.city ? '' : receiver.district),
    platformRef: `practice-${digits(request.orderCode, 8)}`,
    templateHtml: '',
  };
}
