import type { Party, PostalAddress } from './party.ts';

/** Closed list of what can be wrong or worth a look with an address. */
export const addressIssues = [
  'missing_phone',
  'extension_present',
  'extension_uncertain',
  'phone_invalid',
  'two_phones',
  'name_missing',
  'name_uncertain',
  'no_region',
  'district_missing',
  'district_ambiguous',
  'old_name_corrected',
  'region_conflict',
  'two_streets',
  'zone_not_district',
  'outside_mainland',
  'detail_missing',
  'leftover_text',
  'masked',
] as const;
export type AddressIssue = (typeof addressIssues)[number];

export type AddressField =
  | 'name'
  | 'phone'
  | 'extension'
  | 'province'
  | 'city'
  | 'district'
  | 'town'
  | 'detail';

/** One legal path the text can mean. Best first. */
export interface RegionCandidate extends PostalAddress {
  /** Why this path fits, as a short rule id: `town`, `area-code`, `only-child`, `same-name`, `similar` (but for one character); `address`: one of two that are written; `note`: a note of the order says so. */
  readonly reason: string;
  /** Whom it is for, where that is said beside it. */
  readonly contact?: Pick<Party, 'name' | 'phone' | 'extension'>;
}

/** A change we made to what was written, e.g. 闸北区 → 静安区. */
export interface AddressCorrection {
  readonly field: AddressField;
  readonly from: string;
  readonly to: string;
  /** Rule id with optional year: `merged:2015`, `renamed:2016`, `upgraded`, `split:2021`, `moved`, `filled-from-child`, `alias`, `traditional`; of columns also `short-name`, `other-column`, `filler`, `repeated`, `characters`, `phone-form`, `name-only`. */
  readonly reason: string;
}

/** Where a field is in the original text, in UTF-16 units. */
export interface AddressSpan {
  readonly field: AddressField | 'otherPhone' | 'postcode' | 'idNumber' | 'label' | 'leftover';
  readonly start: number;
  readonly end: number;
}

/** What we understood of one free text or of structured columns. Every confidence is in 0..1. */
export interface AddressReading extends PostalAddress {
  readonly name: string;
  readonly phone: string;
  readonly extension: string;
  readonly otherPhones: readonly string[];
  readonly postcode: string;
  /** 高新区, 经开区 …: printed by carriers, never a legal district. */
  readonly zone: string;
  /** Characters of the input that ended in no field. */
  readonly leftover: string;
  readonly confidence: {
    readonly overall: number;
    readonly region: number;
    readonly name: number;
    readonly phone: number;
    readonly detail: number;
  };
  readonly status: 'ok' | 'review' | 'reject';
  readonly issues: readonly AddressIssue[];
  readonly corrections: readonly AddressCorrection[];
  readonly candidates: readonly RegionCandidate[];
  readonly spans: readonly AddressSpan[];
}
