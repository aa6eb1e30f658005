import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import { type Failure, failure } from '../../shared/errors/outcome.ts';
import type { OrdersTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { bookedUnderNumber, type SameNumber } from './bookedUnderNumber.ts';
import { entry } from './mergeOrders.ts';
import type { Workspace } from './workspace.ts';

/**
 * Asked before an order is booked that a restored backup brought back: where a booking of the same number stands that no
 * order here accounts for, the order is held until a person says whether it is the same parcel. null: nothing stands
 * against it. The order is ready.
 */
export async function askIfBookedBefore(
  workspace: Workspace,
  write: Repositories,
  order: OrdersTable,
): Promise<Failure | null> {
  const now = workspace.clock.now();
  const [found] = await bookedUnderNumber(write, order, now);
  if (found === undefined) return null;
  const told = questionOf(order, found);
  const complaint = { code: told.code, field: 'orderNo', params: told.params ?? {} };
  const isHeld = await write.orders.move(order, 'held', {
    hold_reason: 'booked-before',
    hold_note: '',
    held_at: now,
    complaints_json: JSON.stringify([complaint]),
    error_code: told.code,
    updated_at: now,
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
  return reference.waybill_no === '' ? 'unsure' : 'booked';
}

function questionOf({ order_no: orderNo }: OrdersTable, found: SameNumber): Failure {
  const { order_code: orderCode, waybill_no: waybillNo } = found.reference;
  return failure(questions[kindOf(found)], { orderNo, orderCode, waybillNo });
}
