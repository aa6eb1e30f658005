import { createHash } from 'node:crypto';
import { isStrongOrderNo, orderCodeFor } from '../../../shared/rules/orderCode.ts';
import type { Order } from '../../store/schema.ts';

type Identity = Pick<Order, 'orderNo' | 'orderKey' | 'contentHash'>;

/**
 * What the order code takes where the number alone cannot be one. A number that is the only one of its kind needs its
 * identity alone, and keeps its code whatever its row says later; the others need their content too.
 */
export function orderFingerprint({ orderNo, orderKey, contentHash }: Identity): string {
  const text = isStrongOrderNo(orderNo) ? orderKey : `${orderKey}\n${contentHash}`;
  return createHash('sha256').update(text).digest('hex');
}

/** The code of an order's first booking, as it stands now. */
export function firstCodeOf(order: Identity): string {
  return orderCodeFor(order.orderNo, orderFingerprint(order), 1);
}
