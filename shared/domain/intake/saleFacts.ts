/**
 * What a file says of the sale, beyond what travels with the parcel: kept to be looked up, shown and exported. Nothing of it goes to
 * a carrier or onto a label. Left out: the file does not say.
 */
export interface SaleFacts {
  /** The buyer's name in the shop: a person. */
  readonly buyer?: string;
  /** Number of the order where it was placed, if the file's own number is another. */
  readonly originalNo?: string;
  readonly amountFen?: number;
  readonly paidFen?: number;
  readonly payChannel?: string;
  /** UTC ms. */
  readonly orderedAt?: number;
  /** The platform's key to a receiver it hides: stands for a person. */
  readonly oaid?: string;
  readonly warehouse?: string;
  /** The seller's flag: its colour or number. */
  readonly flag?: string;
}

/** Names of those that a person may write, as edits and complaints use them. */
export const saleFields = [
  'buyer',
  'originalNo',
  'amount',
  'paid',
  'payChannel',
  'warehouse',
  'flag',
] as const;
export type SaleField = (typeof saleFields)[number];
