/** One order as it must be stored; only the keys that are written are compared. */
export interface ExpectedOrder {
  readonly no: string;
  readonly state: 'ready' | 'needs-review';
  readonly name?: string;
  readonly phone?: string;
  readonly extension?: string;
  /** 省 市 区 with blanks between. */
  readonly place?: string;
  readonly detail?: string;
  /** `name|sku|code×quantity`, items joined by `; `. */
  readonly goods?: string;
  readonly weightGrams?: number;
  readonly parcels?: number;
  readonly codFen?: number;
  readonly insuredFen?: number;
  readonly buyerRemark?: string;
  readonly sellerRemark?: string;
  readonly carrier?: string;
  readonly shop?: string;
}

export interface ExpectedFile {
  readonly file: string;
  readonly profile: string;
  readonly format: string;
  readonly encoding: string;
  readonly headerRow: number;
  /** rows, imported, needsReview, rejected, skipped. */
  readonly counts: readonly [number, number, number, number, number];
  /** `header → field`, every column that means something, in the order of the file. */
  readonly mapping: readonly string[];
}

export interface Expected {
  readonly files?: readonly ExpectedFile[];
  /** `row order code field`, row 0 for the file as a whole. */
  readonly attention?: readonly string[];
  readonly orders?: readonly ExpectedOrder[];
  /** Nothing is imported, for this reason. */
  readonly refused?: string;
}

export interface IntakeCase {
  readonly name: string;
  /** What it shows. */
  readonly about: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly expected: Expected;
}
