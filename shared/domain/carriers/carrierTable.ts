import type { CarrierRow } from './carrierRow.ts';
import { expressCarriers } from './expressCarriers.ts';
import { freightCarriers } from './freightCarriers.ts';
import { otherCarriers } from './otherCarriers.ts';
import { postCarriers } from './postCarriers.ts';

/**
 * Carriers by our code, which is KDNiao's ShipperCode. A code that is not here is still a code: the platform judges it.
 * Sources: KDNiao's code lists in public clients, its demo headers and list of e-waybill carriers (2019 to 2025);
 * Kuaidi100's pages and demos for its codes (some are taken over from lists and unconfirmed); number forms from two
 * public validators with their tests; services from the option list of a public shop system for KDNiao.
 */
export const carrierTable: readonly CarrierRow[] = [
  ...expressCarriers,
  ...postCarriers,
  ...freightCarriers,
  ...otherCarriers,
];

const rowOf = new Map(carrierTable.map((row) => [row.code, row]));

/** What is known of a carrier; null for a code that is not in the table. */
export function carrierRow(code: string): CarrierRow | null {
  return rowOf.get(code) ?? null;
}
