import type { NoShipEntry } from '../../shared/domain/addressKnowledge.ts';
import type { PostalAddress } from '../../shared/domain/party.ts';

const levels = ['province', 'city', 'district', 'town'] as const;

/** Entries of the merchant's no-ship list that an address falls under, whatever the carrier; an empty field fits all. */
export function findNoShip(address: PostalAddress, entries: readonly NoShipEntry[]): NoShipEntry[] {
  return entries.filter((entry) => {
    const fits = levels.every((level) => entry[level] === '' || entry[level] === address[level]);
    return fits && (entry.word === '' || `${address.town}${address.detail}`.includes(entry.word));
  });
}
