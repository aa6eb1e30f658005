import type { LabelOrderKey } from '../../../shared/domain/printing/printJob.ts';
import type { Order } from '../../store/schema.ts';
import { itemsOf } from '../orders/order.ts';

let made: Intl.Collator | null = null;
/** Created on first use: it loads the collation of all Chinese characters, 15 ms of every start. */
function collator(): Intl.Collator {
  made ??= new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' });
  return made;
}

/** After every letter and digit: orders without the sort value come last. */
const last = '\uffff';

/** The storage place a picker walks by: `货位 A-01-02` in the seller's remark or at a product. */
export function shelfOf(order: Order): string {
  const texts = [order.sellerRemark, ...itemsOf(order).flatMap(({ sku, name }) => [sku, name])];
  for (const text of texts) {
    const shelf = /(?:货位|库位|架位)\s*[:：]?\s*([A-Za-z0-9][A-Za-z0-9-]*)/.exec(text)?.[1];
    if (shelf !== undefined) return shelf.toUpperCase();
  }
  return '';
}

function skuOf(order: Order): string {
  const words = itemsOf(order).map(
    ({ skuCode, sku, name }) => [skuCode, sku, name].find((word) => word !== '') ?? '',
  );
  return words.sort(collator().compare).join(' ');
}

/**
 * Sorts orders as the bench packs them: same goods together (`sku`), along the shelves, small parcels before large ones, or as chosen.
 * Equal ones keep their order; `isReversed` reverses everything, for printers that stack labels face up.
 */
export function benchOrder(
  orders: readonly Order[],
  { by, isReversed }: { readonly by: LabelOrderKey; readonly isReversed: boolean },
): Order[] {
  const keyOf = (order: Order): string => {
    if (by === 'sku') return skuOf(order);
    return by === 'shelf' ? shelfOf(order) || last : '';
  };
  const keyed = orders.map((order) => ({
    order,
    key: keyOf(order),
    sku: by === 'chosen' ? '' : skuOf(order),
  }));
  const { compare } = collator();
  keyed.sort((one, other) => {
    const byQuantity = by === 'quantity' ? one.order.quantity - other.order.quantity : 0;
    return byQuantity || compare(one.key, other.key) || compare(one.sku, other.sku);
  });
  const sorted = keyed.map(({ order }) => order);
  return isReversed ? sorted.reverse() : sorted;
}
