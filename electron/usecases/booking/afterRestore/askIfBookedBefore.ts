import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import { type Failure, failure } from '../../../../shared/errors/outcome.ts';
import type { Order } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { entry } from '../../orders/mergeOrders.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { bookedUnderNumber, type SameNumber } from './bookedUnderNumber.ts';

/**
 * Asked before an order is booked that a restored backup brought back: where a booking of the same number stands that no
 * order here accounts for, the order is held until a person says whether it is the same parcel. null: nothing stands
 * against it. The order is ready.
 */
export async function askIfBookedBefore(
  workspace: Workspace,
  write: Repositories,
  order: Order,
): Promise<Failure | null> {
  const now = workspace.clock.now();
  const [found] = await bookedUnderNumber(write, order, now);
  if (found === undefined) return null;
  const told = questionOf(order, found);
  const complaint = { code: told.code, field: 'orderNo', params: told.params ?? {} };
  const isHeld = await write.orders.move(order, 'held', {
    holdReason: 'booked-before',
    holdNote: '',
    heldAt: now,
    complaintsJson: JSON.stringify([complaint]),
    errorCode: told.code,
    updatedAt: now,
  });
  if (isHeld) await write.history.add({ ...entry(workspace, order.id, 'held', ''), code: told.code });
  return told;
}

const questions = {
  regrouped: 'REGROUPED_BEFORE_RESTORE',
  voided: 'NUMBER_VOIDED_BEFORE_RESTORE',
  booked: 'NUMBER_BOOKED_BEFORE_RESTORE',
  unsure: 'NUMBER_SENT_BEFORE_RESTORE',
} as const satisfies Readonly<Record<string, ErrorCode>>;

function kindOf({ reference, isRegrouped }: SameNumber): keyof typeof questions {
  if (isRegrouped) return 'regrouped';
  if (reference.state === 'voided') return 'voided';
  return reference.waybillNo === '' ? 'unsure' : 'booked';
}

function questionOf({ orderNo }: Order, found: SameNumber): Failure {
  const { orderCode, waybillNo } = found.reference;
  return failure(questions[kindOf(found)], { orderNo, orderCode, waybillNo });
}
