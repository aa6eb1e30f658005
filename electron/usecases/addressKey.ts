import { createHash } from 'node:crypto';
import type { AddressReading } from '../../shared/domain/addressReading.ts';

/**
 * The same for orders whose receivers are understood alike to the last character, whatever their layout: one decision
 * is right for all of them. Null when too little was understood to say so.
 */
export function addressKey(reading: AddressReading): string | null {
  const { name, phone, extension, province, city, district, town, detail } = reading;
  if (detail === '' || (name === '' && phone === '')) return null;
  const parts = [
    name,
    phone,
    extension,
    province,
    city,
    district,
    town,
    detail,
    reading.zone,
    reading.leftover,
  ];
  return createHash('sha1')
    .update([...parts, ...reading.otherPhones].join('\n'))
    .digest('base64')
    .slice(0, 16);
}
