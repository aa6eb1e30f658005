/** An order that has lost the personal data it held. */
export interface ErasedOrder {
  readonly orderId: string;
  readonly erasedAt: number;
  /**
   * Of an order whose number alone says nothing: a keyed digest of name and phone, by which the same row of the same file
   * is still told from another order of that number. Empty for all others.
   */
  readonly personMark: string;
}

export interface RetentionTables {
  readonly erasedOrders: ErasedOrder;
}
