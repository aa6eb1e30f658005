import { partySchema } from '../../../shared/domain/fields.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { maskReply } from '../../privacy/maskReply.ts';

/** A receiver as the command line shows it: masked by the contract's classes unless the person asked to see. */
export function maskReceiver(receiver: Party, isRevealed: boolean): Party {
  return isRevealed ? receiver : (maskReply(partySchema, receiver) as Party);
}

/** In one line, as on a parcel. */
export function receiverLine({ name, phone, extension, ...place }: Party): string {
  const { province, city, district, town, detail } = place;
  const number = extension === '' ? phone : `${phone}-${extension}`;
  return [name, number, `${province}${city === province ? '' : city}${district}${town}${detail}`]
    .filter((text) => text !== '')
    .join(' ');
}
