type CarrierService = 'cod' | 'insurance' | 'children';

/** Check digits whose arithmetic is public; `electron/tracking/checkDigits.ts` holds each. */
export type CheckRule = 's10' | 'ups' | 'fedex-express' | 'fedex-ground' | 'dhl-express';

/** Numbers of this form end in a check digit: one that is wrong was mistyped, or is another carrier's. */
interface CheckedForm {
  readonly form: RegExp;
  readonly rule: CheckRule;
}

/** All that is known of one carrier. A further carrier behind a platform we have is one such row and nothing else. */
export interface CarrierRow {
  /** Ours, which is KDNiao's ShipperCode. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Further spellings found in order files. */
  readonly spellings?: readonly string[];
  /** Kuaidi100's code, mostly pinyin (`shunfeng`); absent: none is known. */
  readonly pinyinCode?: string;
  /** Numbers of today, and those of earlier years that are still on the road. */
  readonly strict?: RegExp;
  readonly loose?: RegExp;
  /** Forms with a check digit; most of them are in `strict` too. */
  readonly checked?: readonly CheckedForm[];
  /** Tracking is answered only with the last four digits of sender's or receiver's phone. */
  readonly needsPhoneTail?: true;
  /** What people call for help, in China; absent: not known here. */
  readonly servicePhone?: string;
  /** KDNiao books e-waybills of it; absent: only tracking is documented. */
  readonly givesWaybills?: true;
  /** true: a franchise whose numbers are bought ahead and can run out · false: surely not · absent: not known. */
  readonly sellsNumbers?: boolean;
  /** Services known to exist. What is missing here is not known, not refused: the carrier decides. */
  readonly services?: readonly CarrierService[];
}
