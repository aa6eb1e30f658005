import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import type { OrderItem } from '../../../shared/domain/order.ts';
import type { FactRow } from '../../store/booking/ruleRepository.ts';

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

/** What rules and price tables look at of a stored order. */
export function factsOf(order: Omit<FactRow, 'id' | 'orderNo'>): OrderFacts {
  const items = JSON.parse(order.itemsJson) as readonly OrderItem[];
  const wanted = order.carrier.trim();
  return {
    orderKey: order.orderKey,
    province: order.province,
    city: order.city,
    weightGrams: order.weightGrams,
    insuredFen: order.insuredFen,
    codFen: order.codFen,
    goodsText: items
      .flatMap(({ name, sku, skuCode }) => [name, sku, skuCode])
      .filter((text) => text !== '')
      .join('\n'),
    quantity: order.quantity,
    parcelCount: order.parcelCount,
    shop: order.shop,
    source: order.source,
    sellerRemark: order.sellerRemark,
    buyerRemark: order.buyerRemark,
    carrier: wanted === '' ? '' : (readCarrierCode(wanted) ?? wanted.toUpperCase()),
  };
}
