import { type Failure, failure } from '../../../../shared/errors/outcome.ts';
import type { BookingRequest } from '../../../carriers/kit/carrierPlatform.ts';
import type { Order, StoredOutsideReference } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { adoptBound } from '../bind.ts';
import { type Plan, plannedShipment, queueBooking, sendToPerson } from '../plannedBooking.ts';

interface KnownBooking {
  readonly plan: Plan;
  readonly order: Order;
  readonly frozen: BookingRequest;
  readonly known: StoredOutsideReference;
  readonly serialNo: number;
}

/**
 * Takes up what the journal knows of the very code an order would be booked under. `bound`: a number that a person gave
 * it by hand; it has it again.
 */
export async function takeUpKnown(
  workspace: Workspace,
  write: Repositories,
  one: KnownBooking,
): Promise<Failure | 'queued' | 'bound'> {
  const { plan, order, frozen, known } = one;
  if (known.state === 'voided') return tellVoided(write, order, known);
  if (known.state !== 'bound') return adopt(workspace, write, one);
  const adopted = await adoptBound({ workspace, write, freight: plan.freight }, order, known, frozen);
  return adopted === null ? 'bound' : sendToPerson(write, order, adopted);
}

/**
 * The journal says that this order may have been booked before the restored backup was put back: it is asked for at
 * the account that booked it, never booked again, whatever account is wanted now.
 */
async function adopt(
  workspace: Workspace,
  write: Repositories,
  { plan, order, frozen, known, serialNo }: KnownBooking,
): Promise<Failure | 'queued'> {
  const opened = await openAccount(workspace, known.accountId);
  const checked = opened.ok ? opened.value.platform.check(frozen, opened.value.account) : null;
  if (!opened.ok || checked?.ok !== true) {
    const { orderNo } = order;
    const { orderCode } = known;
    return sendToPerson(write, order, failure('BOOKED_BEFORE_RESTORE', { orderNo, orderCode }));
  }
  const there = { ...plan, opened: opened.value, request: { ...plan.request, accountId: known.accountId } };
  const shipment = plannedShipment(workspace, there, order, checked.value, serialNo);
  await write.shipments.insert(shipment);
  const sending = (await write.shipments.move(shipment, 'sending')) ?? shipment;
  await write.shipments.move(sending, 'unsure', { errorCode: 'BOOKING_INTERRUPTED' });
  await queueBooking(workspace, write, order, shipment, 'find');
  await write.outsideReferences.move(known, 'adopted');
  return 'queued';
}

/** Somebody gave this order's number back after the backup: booking it again is a person's decision, made once. */
async function tellVoided(
  write: Repositories,
  order: Order,
  known: StoredOutsideReference,
): Promise<Failure> {
  await write.outsideReferences.move(known, 'told');
  const { waybillNo } = known;
  return sendToPerson(write, order, failure('VOIDED_BEFORE_RESTORE', { orderNo: order.orderNo, waybillNo }));
}
