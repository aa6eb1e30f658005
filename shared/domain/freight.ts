/** A price step of a zone. Weights count up to and including `upToGrams`. */
export type PriceStep =
  /** One price for the whole step. */
  | { readonly kind: 'flat'; readonly upToGrams: number; readonly amountFen: number }
  /** First weight plus every begun continued weight; `upToGrams` null: without limit. */
  | {
      readonly kind: 'continued';
      readonly upToGrams: number | null;
      readonly firstGrams: number;
      readonly firstFen: number;
      readonly stepGrams: number;
      readonly stepFen: number;
    };

export interface PriceZone {
  readonly name: string;
  /** Whole provinces (city empty) and cities; a city beats its province. */
  readonly places: readonly { readonly province: string; readonly city: string }[];
  /** Ascending. */
  readonly steps: readonly PriceStep[];
  /** Added once a parcel: remote areas, island, season. */
  readonly surchargeFen: number;
}

/** What the merchant agreed with a carrier. */
export interface PriceTable {
  readonly id: string;
  readonly name: string;
  /** Empty: every account. */
  readonly accountId: string;
  readonly carrier: string;
  /** Days, `2026-11-01`, both included; empty: without limit. */
  readonly validFrom: string;
  readonly validTo: string;
  /** `each`: the weight is shared out and every parcel is priced · `together`: as one. */
  readonly parcels: 'each' | 'together';
  /** Paper and the like, once a parcel. */
  readonly perParcelFen: number;
  /** Of the declared value, in hundredths of a percent, and the least that is charged; nothing declared, nothing charged. */
  readonly insuranceBasisPoints: number;
  readonly insuranceLeastFen: number;
  readonly codBasisPoints: number;
  readonly codLeastFen: number;
  readonly zones: readonly PriceZone[];
}

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
export type FreightLineKind = (typeof freightLineKinds)[number];

export interface FreightLine {
  readonly kind: FreightLineKind;
  readonly amountFen: number;
  /** How many times, and of what weight each, where that says something. */
  readonly count: number;
  readonly grams: number | null;
}

export const freightUnknowns = [
  'no-table',
  'not-valid-now',
  'no-weight',
  'no-zone',
  'overweight',
  'no-carrier',
] as const;
export type FreightUnknown = (typeof freightUnknowns)[number];

/** What a parcel would cost, with why; or why that is not known. Never 0 for want of knowledge. */
export type Freight =
  | {
      readonly isKnown: true;
      readonly amountFen: number;
      readonly source: 'table' | 'platform';
      readonly lines: readonly FreightLine[];
      /** Of a table: its name and the zone's; empty for a platform. */
      readonly tableName: string;
      readonly zoneName: string;
      /** When the platform said so; null: a table. */
      readonly checkedAt: number | null;
    }
  | { readonly isKnown: false; readonly reason: FreightUnknown };
