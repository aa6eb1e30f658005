import type { OrderItem } from '../../../shared/domain/order.ts';
import { readCarrierCode } from '../../../shared/domain/readCarrierCode.ts';
import type { OrderFacts } from '../../dispatch/rules/orderFacts.ts';
import type { FactRow } from '../../store/repositories/ruleRepository.ts';

/** What rules and price tables look at of a stored order. */
export function factsOf(order: Omit<FactRow, 'id' | 'order_no'>): OrderFacts {
  const items = JSON.parse(order.items_json) as readonly OrderItem[];
  const wanted = order.carrier.trim();
  return {
    orderKey: order.order_key,
    province: order.province,
    city: order.city,
    weightGrams: order.weight_grams,
    insuredFen: order.insured_fen,
    codFen: order.cod_fen,
    goodsText: items
      .flatMap(({ name, sku, skuCode }) => [name, sku, skuCode])
      .filter((text) => text !== '')
      .join('\n'),
    quantity: order.quantity,
    parcelCount: order.parcel_count,
    shop: order.shop,
    source: order.source,
    sellerRemark: order.seller_remark,
    buyerRemark: order.buyer_remark,
    carrier: wanted === '' ? '' : (readCarrierCode(wanted) ?? wanted.toUpperCase()),
  };
}
