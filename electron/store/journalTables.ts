/**
 * What the journal knows and this database does not. `adopted` is kept for its labels, `told` (a person knows that
 * the number was given back) for its burnt code.
 */
export interface OutsideReferencesTable {
  account_id: string;
  order_code: string;
  state: 'open' | 'bound' | 'voiding' | 'voided' | 'told' | 'adopted';
  waybill_no: string;
  /** Of a number bound by hand; empty otherwise. */
  carrier: string;
  /** Copies of the label that came out or may have. */
  copies_json: string;
  at: number;
  /** First codes of the orders whose goods it carried, where they are not its own: a merge, a split. Each between blanks. */
  goods_of: string;
  /** The order a person said it is of, whatever that order's code; empty: nobody said so. */
  order_id: string;
  /** Orders a person said it is not of. */
  other_than_json: string;
}
