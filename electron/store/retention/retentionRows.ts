/** An order that has lost the personal data it held. */
export interface ErasedOrder {
  readonly orderId: string;
  readonly erasedAt: number;
  /**
   * A keyed digest of name and phone for an order whose number alone says nothing: it shows whether a row of a file is
   * this order or another one of that number. Empty for all others.
   */
  readonly personMark: string;
}

export interface RetentionTables {
  readonly erasedOrders: ErasedOrder;
}
