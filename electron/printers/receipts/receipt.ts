/** One thing on a receipt, in words; how it is set is `receiptRows`' business. */
export type ReceiptPart =
  | { readonly kind: 'title'; readonly text: string }
  /** Letters of double size, centred. */
  | { readonly kind: 'big'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly isBold?: boolean }
  /** `left` is wrapped under itself, `right` stands at the right edge of its first line. */
  | { readonly kind: 'pair'; readonly left: string; readonly right: string }
  | { readonly kind: 'rule' }
  /** Code 128 over its content; only the content where no barcode can carry it. */
  | { readonly kind: 'code'; readonly content: string };

/** What a receipt printer prints: packing slip, picking list, batch separator, handover list. */
export interface Receipt {
  /** Job title for spoolers; no personal data. */
  readonly title: string;
  /** 32 on 58 mm paper, 48 on 80 mm paper. */
  readonly columns: 32 | 48;
  readonly parts: readonly ReceiptPart[];
}
