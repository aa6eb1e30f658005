import type { CarrierField } from './carrierRow.ts';
import { kdniaoAccountFields } from './kdniaoAccountFields.ts';
import { kdniaoOrderFields } from './kdniaoOrderFields.ts';

/** What single carriers want beyond the common fields, by platform. */
export const carrierFields: readonly CarrierField[] = [...kdniaoAccountFields, ...kdniaoOrderFields];

/** The fields of one carrier at one platform; empty: it wants nothing more. */
export function fieldsOfCarrier(platform: string, carrier: string): readonly CarrierField[] {
  return carrierFields.filter((field) => field.platform === platform && field.carriers.includes(carrier));
}
