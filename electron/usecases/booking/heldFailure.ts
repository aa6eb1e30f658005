import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { complaintsOf } from '../orders/orderRow.ts';

/** Why a held order is not booked, in the words of what it is held for. */
export function heldFailure(order: Order): Failure {
  const { orderNo, holdReason: reason } = order;
  if (reason === 'refund') return failure('ORDER_REFUNDED', { orderNo });
  const [asked] = complaintsOf(order);
  if (reason === 'booked-before' && asked !== undefined && isErrorCode(asked.code))
    return failure(asked.code, { ...asked.params });
  return failure('ORDER_HELD', { orderNo });
}
