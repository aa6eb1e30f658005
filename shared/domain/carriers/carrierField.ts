export interface FieldChoice {
  /** As the platform wants it. */
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

/** Something one carrier (or a few) wants beyond what every booking says, by the platform's own name. */
export interface CarrierField {
  /** Id of the platform that takes it. */
  readonly platform: string;
  /** Our carrier codes. */
  readonly carriers: readonly string[];
  /** Name of the account field, or of the entry in `BookingRequest.carrierFields`. */
  readonly key: string;
  /** `account`: the same for every parcel, asked once · `order`: of one parcel; an account may hold the usual answer. */
  readonly of: 'account' | 'order';
  /**
   * `always`: the carrier refuses without · `usually`: only some contracts go without · `for-product`: only with the
   * product named in `product` · `abroad`: only to Hong Kong, Macao and Taiwan · `no`: it may be left out.
   */
  readonly required: 'always' | 'usually' | 'for-product' | 'abroad' | 'no';
  readonly product?: string;
  readonly isSecret?: true;
  /** What the carrier itself calls it. */
  readonly zh: string;
  readonly en: string;
  /** Where it is found, in one sentence. */
  readonly hintZh?: string;
  readonly hintEn?: string;
  /** Invented, in the right form. */
  readonly example?: string;
  readonly choices?: readonly FieldChoice[];
  /** Sent when neither order nor account says anything. */
  readonly fallback?: string;
}
