import { createHash } from 'node:crypto';
import { isStrongOrderNo, orderCodeFor } from '../../shared/rules/orderCode.ts';
import type { OrdersTable } from '../store/schema.ts';

type Identity = Pick<OrdersTable, 'order_no' | 'order_key' | 'content_hash'>;

/**
 * What the order code takes where the number alone cannot be one. A number that is the only one of its kind needs its
 * identity alone, and keeps its code whatever its row says later; the others need their content too.
 */
export function orderFingerprint({ order_no, order_key, content_hash }: Identity): string {
  const text = isStrongOrderNo(order_no) ? order_key : `${order_key}\n${content_hash}`;
  return createHash('sha256').update(text).digest('hex');
}

/** The code of an order's first booking, as it stands now. */
export function firstCodeOf(order: Identity): string {
  return orderCodeFor(order.order_no, orderFingerprint(order), 1);
}
