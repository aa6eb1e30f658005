import { createHash } from 'node:crypto';
import type { Party } from '../../../shared/domain/party.ts';

/**
 * The same for orders whose receivers are understood alike to the last character, whatever their layout: one decision
 * is right for all of them. Null when too little was understood to say so.
 */
export function addressKey(receiver: Party): string | null {
  const { name, phone, extension, province, city, district, town, detail } = receiver;
  if (detail === '' || (name === '' && phone === '')) return null;
  const parts = [name, phone, extension, province, city, district, town, detail];
  return createHash('sha1').update(parts.join('\n')).digest('base64').slice(0, 16);
}
