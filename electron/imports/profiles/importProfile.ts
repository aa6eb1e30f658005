import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import type { CanonicalField } from './headerSpellings.ts';

/** A column that fills no field of ours but says whether, or how, a row may ship. */
export interface FlagRule {
  /** Values as `normaliseStatus` leaves them; `filled`: every value that does not say no. */
  readonly when: 'filled' | readonly string[];
  /** `ask`: a person looks · `skip`: never ships · `note`: told, ships. */
  readonly verdict: 'ask' | 'skip' | 'note';
  readonly code: ErrorCode;
}

/** How the export of one platform is recognised and where its headers mean something of their own. Data only. */
export interface ImportProfile {
  readonly id: string;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  /** All of these headers must be there … */
  readonly must: readonly string[];
  /** … and one of each of these groups … */
  readonly oneOf?: readonly (readonly string[])[];
  /** … and none of these. */
  readonly not?: readonly string[];
  /** Each of these raises the score. */
  readonly helps?: readonly string[];
  /** Headers read differently from the common dictionary; null leaves the column out. */
  readonly headers?: Readonly<Record<string, CanonicalField | null>>;
  /** Words of its status column, as `normaliseStatus` leaves them, that mean here what they do not mean elsewhere: to be shipped. */
  readonly shipWords?: readonly string[];
  /** Header → what its values say about shipping. */
  readonly flags?: Readonly<Record<string, FlagRule>>;
  /** Order numbers of this platform, to tell its column by the values and to doubt a guess that does not fit. */
  readonly orderNoShape?: RegExp;
  /** Profile whose orders this report lists the goods of: two files of one export. */
  readonly goodsOf?: string;
  /** This report never holds receivers: why it is refused when it comes alone. */
  readonly refusedAs?: ErrorCode;
  /** `件数` means parcels here even without a goods quantity. */
  readonly isCourierSheet?: boolean;
}
