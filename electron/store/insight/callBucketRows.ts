/** Minutes that a bucket spans: a minute, an hour, a day of the shop. */
export type Grain = 1 | 60 | 1440;

/** What the calls of one account to one interface came to in one minute, hour or day. A call stands in one of each. */
export interface CallBucket {
  readonly grain: Grain;
  /** UTC ms: where it begins. */
  readonly at: number;
  readonly accountId: string;
  readonly interfaceName: string;
  readonly platform: string;
  readonly calls: number;
  readonly faults: number;
  /** Faults for which the platform could not be reached. */
  readonly unavailable: number;
  readonly refusals: number;
  /** See `durations.ts`. */
  readonly durations: Uint8Array;
  /** Error codes with their counts. */
  readonly codesJson: string;
}

/** Kept by the database itself with each bucket of a minute: a bit for each minute of the hour. */
export interface ServiceHour {
  readonly hourAt: number;
  readonly platform: string;
  readonly called: number;
  /** Minutes in which a call was answered. */
  readonly served: number;
}

export interface CallBucketTables {
  readonly serviceHours: ServiceHour;
  readonly callBuckets: CallBucket;
}
