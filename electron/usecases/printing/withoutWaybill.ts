import type { OrderState } from '../../../shared/domain/order.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { stateRefuses } from '../orders/order.ts';

/** Orders that get no number of their own any more. */
const ended: readonly OrderState[] = ['cancelled', 'merged', 'split'];

/** Why this order has no label: “book it first” would have a cancelled one sent after all. */
export const withoutWaybill = (order: Pick<Order, 'orderNo' | 'state'>): Failure =>
  ended.includes(order.state) ? stateRefuses(order) : failure('LABEL_NO_WAYBILL', { orderNo: order.orderNo });
