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
}
