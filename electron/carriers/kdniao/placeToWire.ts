import { emptyParty, type PostalAddress } from '../../../shared/domain/party.ts';
import { partyToWire, type WireParty } from './partyToWire.ts';

/** Only where: what questions about an address may tell. */
export function placeToWire(
  place: PostalAddress,
): Pick<WireParty, 'ProvinceName' | 'CityName' | 'ExpAreaName' | 'Address'> {
  const { province, city, district, town, detail } = place;
  const party = { ...emptyParty, province, city, district, town, detail };
  const { ProvinceName, CityName, ExpAreaName, Address } = partyToWire(party, null);
  return { ProvinceName, CityName, ExpAreaName, Address };
}
