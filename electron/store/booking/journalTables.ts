/**
 * What the journal knows and this database does not. `adopted` is kept for its labels, `told` (a person knows that
 * the number was given back) for its burnt code.
 */
export interface StoredOutsideReference {
  readonly accountId: string;
  readonly orderCode: string;
  readonly state: 'open' | 'bound' | 'voiding' | 'voided' | 'told' | 'adopted';
  readonly waybillNo: string;
  /** Of a number bound by hand; empty otherwise. */
  readonly carrier: string;
  /** Copies of the label that came out or may have. */
  readonly copiesJson: string;
  readonly at: number;
  /** First codes of the orders whose goods it carried, where they are not its own: a merge, a split. Each between blanks. */
  readonly goodsOf: string;
  /** The order a person said it is of, whatever that order's code; empty: nobody said so. */
  readonly orderId: string;
  /** Orders a person said it is not of. */
  readonly otherThanJson: string;
}
