import type { Repositories } from '../../../store/store.ts';
import { firstCodeOf } from '../../orders/orderFingerprint.ts';

/**
 * For the journal: the first codes of the orders whose goods this one carries instead of them. A restored backup may
 * have those apart again, and must not book them beside it.
 */
export async function goodsOf(
  read: Pick<Repositories, 'orderParts' | 'orders'>,
  orderId: string,
): Promise<{ readonly goodsOf?: string[] }> {
  const parts = (await read.orderParts.inOrders([orderId])).filter(({ kind }) => kind !== 'extra');
  if (parts.length === 0) return {};
  const origins = await read.orders.byIds(parts.map(({ originId }) => originId));
  return { goodsOf: origins.map(firstCodeOf) };
}
