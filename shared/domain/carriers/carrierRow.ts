type CarrierService = 'cod' | 'insurance' | 'children';

/** All that is known of one carrier. A further carrier behind a platform we have is one such row and nothing else. */
export interface CarrierRow {
  /** Ours, which is KDNiao's ShipperCode. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Further spellings found in order files. */
  readonly spellings?: readonly string[];
  /** `freight` is priced by weight and volume: a booking needs a weight. */
  readonly kind: 'express' | 'post' | 'freight' | 'instant' | 'international';
  /** Kuaidi100's code; absent: none is known. */
  readonly kuaidi100?: string;
  /** Numbers of today, and those of earlier years that are still on the road. */
  readonly strict?: RegExp;
  readonly loose?: RegExp;
  /** Tracking is answered only with the last four digits of sender's or receiver's phone. */
  readonly needsPhoneTail?: true;
  /** KDNiao books e-waybills of it; absent: only tracking is documented. */
  readonly givesWaybills?: true;
  /** true: a franchise whose numbers are bought ahead and can run out · false: surely not · absent: not known. */
  readonly sellsNumbers?: boolean;
  /** Services known to exist. What is missing here is not known, not refused: the carrier decides. */
  readonly services?: readonly CarrierService[];
}

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
