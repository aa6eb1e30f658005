import type { BookingRequest } from '../kit/carrierPlatform.ts';

export const practiceMarkers = [
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
