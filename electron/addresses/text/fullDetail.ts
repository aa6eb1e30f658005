import type { AddressReading } from '../../../shared/domain/addressReading.ts';

/** Town and detail in one, as it stands on a label behind the district: 坎门镇渔港路77号. */
export function fullDetail(reading: Pick<AddressReading, 'town' | 'detail'>): string {
  return `${reading.town}${reading.detail}`;
}
