import type { NoShipEntry } from '../../shared/domain/addressKnowledge.ts';
import type { OrderComplaint } from '../../shared/domain/order.ts';
import type { PostalAddress } from '../../shared/domain/party.ts';
import { findNoShip } from '../dispatch/findNoShip.ts';

const reachCodes: readonly string[] = ['REACH_PLACE_NOT_SHIPPED', 'REACH_CARRIER_NOT_SHIPPED'];

/** History kind of "ships anyway"; its data names the entries that were waived. */
export const reachAcceptedKind = 'reach-accepted';

export function isReachComplaint({ code }: OrderComplaint): boolean {
  return reachCodes.includes(code);
}

/** Entries that speak against sending there with this carrier. */
export function hitsOf(
  address: PostalAddress,
  carrier: string,
  entries: readonly NoShipEntry[],
): NoShipEntry[] {
  if (entries.length === 0) return [];
  return findNoShip(address, entries).filter((entry) => entry.carrier === '' || entry.carrier === carrier);
}
