import type { NoShipEntry } from '../../shared/domain/addressKnowledge.ts';
import type { OrderComplaint } from '../../shared/domain/order.ts';
import type { PostalAddress } from '../../shared/domain/party.ts';
import { findNoShip } from '../dispatch/findNoShip.ts';
import type { Repositories } from '../store/store.ts';

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

/** What a person is asked because of them, null when nothing speaks against it. */
export function reachComplaint(hits: readonly NoShipEntry[]): OrderComplaint | null {
  const [first] = hits;
  if (first === undefined) return null;
  if (hits.some((entry) => entry.carrier === ''))
    return { code: 'REACH_PLACE_NOT_SHIPPED', field: 'address' };
  return { code: 'REACH_CARRIER_NOT_SHIPPED', field: 'carrier', params: { carrier: first.carrier } };
}

/** Entries that a person waived for this order. */
export async function waivedEntries(
  { history }: Pick<Repositories, 'history'>,
  orderId: string,
): Promise<ReadonlySet<string>> {
  const rows = await history.ofOrder(orderId);
  return new Set(
    rows
      .filter(({ kind }) => kind === reachAcceptedKind)
      .flatMap(({ data_json: json }) => (JSON.parse(json) as { entries: string[] }).entries),
  );
}
