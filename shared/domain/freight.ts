import type { z } from 'zod';
import type { DeepReadonly } from './fields.ts';
import type { freightSchema, priceTableSchema } from './freightSchema.ts';

export const freightLineKinds = [
  'flat',
  'first',
  'continued',
  'surcharge',
  'perParcel',
  'insurance',
  'cod',
  'platform',
] as const;

export const freightUnknowns = [
  'no-table',
  'not-valid-now',
  'no-weight',
  'no-zone',
  'overweight',
  'no-carrier',
] as const;
export type FreightUnknown = (typeof freightUnknowns)[number];

/** What the merchant agreed with a carrier. */
export type PriceTable = DeepReadonly<z.infer<typeof priceTableSchema>>;
export type PriceZone = PriceTable['zones'][number];
export type PriceStep = PriceZone['steps'][number];

/** What a parcel would cost, with why; or why that is not known. Never 0 for want of knowledge. */
export type Freight = DeepReadonly<z.infer<typeof freightSchema>>;
export type FreightLine = Extract<Freight, { isKnown: true }>['lines'][number];
