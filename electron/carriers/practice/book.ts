import { createHash } from 'node:crypto';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from '../kit/carrierPlatform.ts';
import { checkFields, optionalField, requiredField } from '../kit/sentFields.ts';
import { practiceManifest } from './manifest.ts';

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

/**
 * `TEST` and 14 digits: no carrier's numbers look like it, all of it is plain Code 128 (the digits in pairs), and it
 * fits a 76 mm label. A pure function of the order code, so that asking again always finds the same number. Two of
 * 100,000 order codes share a number with a chance of about 1 in 20,000.
 */
export function practiceWaybillNo(orderCode: string): string {
  return `TEST${drawNumber(orderCode, 1e14).toString().padStart(14, '0')}`;
}

export const practiceWaybillPattern = /^TEST\d{14}$/;

/** A whole number below `limit` (≤ 2^48) that depends on the text alone, evenly spread. */
export function drawNumber(text: string, limit: number): number {
  return createHash('sha256').update(text, 'utf8').digest().readUIntBE(0, 6) % limit;
}

/** As strict as a real platform on what a label cannot do without, so that practising teaches the right thing. */
export function checkPractice(request: BookingRequest): Outcome<BookingRequest> {
  const { sender, receiver } = request;
  const fault = checkFields([
    requiredField('orderCode', request.orderCode, practiceManifest.orderCodeMaxLength, /^[\w-]+$/),
    requiredField('carrier', request.carrier, 20),
    requiredField('sender.name', sender.name, 30),
    requiredField('sender.phone', sender.phone, 20),
    requiredField('receiver.name', receiver.name, 30),
    requiredField('receiver.phone', receiver.phone, 20),
    requiredField('receiver.province', receiver.province, 20),
    requiredField('receiver.city', receiver.city, 20),
    requiredField('receiver.detail', receiver.town + receiver.detail, 100),
    optionalField('remark', request.remark, 60),
  ]);
  return fault ?? done(request);
}

const practiceMarkers = [
  'refuse',
  'field',
  'credentials',
  'balance',
  'busy',
  'down',
  'timeout-lost',
  'timeout-accepted',
  'slow',
  'fewer',
] as const;
export type PracticeMarker = (typeof practiceMarkers)[number];

/** The fault asked for by `#practice:<marker>` in the remark or the receiver's detail; null without or for another word. */
export function readMarker({ remark, receiver }: BookingRequest): PracticeMarker | null {
  return markerIn(`${remark} ${receiver.detail}`);
}

export function markerIn(text: string): PracticeMarker | null {
  const word = /[#＃]practice[:：]([a-z-]+)/iu.exec(text)?.[1];
  return practiceMarkers.find((marker) => marker === word?.toLowerCase()) ?? null;
}
