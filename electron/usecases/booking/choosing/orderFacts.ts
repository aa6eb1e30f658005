import { readCarrierCode } from '../../../../shared/domain/carriers/carrierTable.ts';
import type { OrderFacts } from '../../../dispatch/rules/orderFacts.ts';
import type { FactRow } from '../../../store/booking/ruleRepository.ts';
import { itemsJson } from '../../../store/orders/orderJson.ts';

/** What rules and price tables look at of a stored order. */
export function factsOf(order: Omit<FactRow, 'id' | 'orderNo'>): OrderFacts {
  const items = itemsJson.readOr(order.itemsJson, []);
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
