import { keysOf } from '../rules/typedRecord.ts';

/** A setting that is a whole number: what a person may choose, and what holds until somebody chooses. */
interface NumberSetting {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

export const numberSettings = {
  /** Further tries for a booking that certainly did not get through, before its lane counts as away. */
  bookingRetries: { least: 1, most: 2, usual: 2 },
  /** A booking that waits longer than this is shown to a person, and goes the other way where one is set. */
  bookingDeadlineMinutes: { least: 1, most: 1_440, usual: 30 },
  /** A number whose parcel is not handed over after so many days is shown. */
  unshippedDays: { least: 1, most: 60, usual: 3 },
  /** Days within which an unused number is given back for its price; what carriers grant differs. */
  refundDays: { least: 1, most: 90, usual: 7 },
  /** Below this the balance of a platform is too low for comfort. */
  lowBalance: { least: 0, most: 1_000_000, usual: 100 },
  /** Labels on a roll, for telling how many rolls a batch takes. */
  labelsPerRoll: { least: 50, most: 10_000, usual: 500 },
  /** The money of a parcel paid on delivery that is not here so many days after it was signed for is overdue. */
  codPayoutDays: { least: 1, most: 60, usual: 7 },
  /** The hour by which couriers take parcels of the same day; 0: nobody has said. */
  cutOffHour: { least: 0, most: 23, usual: 0 },
} as const satisfies Record<string, NumberSetting>;

export type NumberSettingName = keyof typeof numberSettings;

export const numberSettingNames: readonly NumberSettingName[] = keysOf(numberSettings);
