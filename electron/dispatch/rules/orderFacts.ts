/** All that rules and price tables may know of an order. */
export interface OrderFacts {
  /** Identity of the order, the same for every import of it. */
  readonly orderKey: string;
  readonly province: string;
  readonly city: string;
  /** null: not known. */
  readonly weightGrams: number | null;
  /** 0: nothing declared. */
  readonly insuredFen: number;
  readonly codFen: number;
  /** Names, specifications and codes of all goods. */
  readonly goodsText: string;
  readonly quantity: number;
  readonly parcelCount: number;
  readonly shop: string;
  readonly source: string;
  readonly sellerRemark: string;
  readonly buyerRemark: string;
  /** Carrier code the order asks for, empty when it asks for none. */
  readonly carrier: string;
}
