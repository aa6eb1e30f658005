/** What is counted by the hour in which it happened. */
const hourMeasures = [
  /** Bookings that came to a number. */
  'booked',
  /** Booked parcels whose freight is estimated; `fen` is its sum. */
  'priced',
  /** First labels that came out, further copies, and those that did not. */
  'printed',
  'reprinted',
  'print-failed',
  'print-unsure',
  /** Parcels the carrier took, and that were signed for, by the carrier's own time. */
  'collected',
  'signed',
] as const;
export type HourMeasure = (typeof hourMeasures)[number];

/** Maintained in the transaction that changes what is counted, so that no board ever reads a million shipments. */
export interface HourCount {
  readonly measure: HourMeasure;
  /** UTC ms: start of the hour. */
  readonly hourAt: number;
  readonly carrier: string;
  readonly shop: string;
  readonly total: number;
  readonly fen: number;
}

/** What the board asks of one parcel of ours, in one narrow row. */
export interface ParcelTime {
  readonly waybillNo: string;
  readonly carrier: string;
  readonly shop: string;
  readonly province: string;
  readonly bookedAt: number | null;
  /** The moment the carrier gives; null: not yet. */
  readonly collectedAt: number | null;
  readonly signedAt: number | null;
  /** What was promised when it was signed for; null: not signed for, or nothing was. */
  readonly promisedAt: number | null;
}

/** Signed parcels by the hours they took from the carrier's taking them to the signature. */
export interface TransitCount {
  /** UTC ms: start of the shop's day on which they were signed for. */
  readonly dayAt: number;
  readonly carrier: string;
  readonly province: string;
  readonly hours: number;
  readonly total: number;
  /** Parcels that were promised for a moment, and how many of these came by then. */
  readonly promised: number;
  readonly kept: number;
}

export interface HourTables {
  readonly hourCounts: HourCount;
  readonly parcelTimes: ParcelTime;
  readonly transitCounts: TransitCount;
}

/** UTC ms; `to` is not in it. */
export interface HourSpan {
  readonly from: number;
  readonly to: number;
}
