import type { CanonicalField } from './headerSpellings.ts';

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
  /** `件数` means parcels here even without a goods quantity. */
  readonly isCourierSheet?: boolean;
}
