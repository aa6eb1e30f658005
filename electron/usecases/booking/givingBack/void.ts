import { type OrderState, stopCode } from '../../../../shared/domain/order.ts';
import { done, type Failure, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import { bookingJson as storedBooking } from '../../../store/booking/bookingJson.ts';
import { errorColumnsOf } from '../../../store/database/storedJson.ts';
import type { Order, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import { recordAct } from '../../operators/acts.ts';
import { closeStops, refreshAlarm } from '../../orders/changes/record.ts';
import { addHistory } from '../../orders/history.ts';
import { refusePacked, stateRefuses } from '../../orders/order.ts';
import { seenOrder } from '../../orders/select.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { manualPlatform } from '../bind.ts';
import {
  type CallMade,
  calledOffAgain,
  callOutside,
  noteJournal,
  recordCall,
  recordInJournal,
} from '../callOutside.ts';
import { previousNumbers } from '../parcels.ts';
import { withoutShipment } from '../shipment.ts';

/** History of a number that the platform refused to take back. */
export const voidRefused = 'void-refused';

/**
 * Gives a waybill number back before collection and cancels its order; with a reason for another number the order is
 * made ready again instead. An unknown outcome leaves the shipment *voiding*: asking again is safe, since a number that
 * is cancelled already counts as cancelled.
 */
export async function voidBooking(
  workspace: Workspace,
  orderId: string,
  replaceReason = '',
): Promise<Outcome<Order>> {
  const refused = workspace.journal.refusal();
  if (refused !== null) return refused;
  faultPoint('void.before-mark');
  const taken = await takeShipment(workspace, orderId, replaceReason);
  faultPoint('void.after-mark');
  if (!taken.ok) return taken;
  const { shipment, platformRef, isAskedAgain } = taken.value;
  // A number entered by hand is known to no platform, so there is none to ask.
  if (shipment.platform === manualPlatform) return dropManual(workspace, shipment);
  const opened = await openAccount(workspace, shipment.accountId);
  if (!opened.ok) return leaveToPerson(workspace, shipment);
  const { platform, account } = opened.value;
  const { orderCode, carrier, waybillNo } = shipment;
  const { made } = await callOutside(workspace, opened.value, {
    interfaceName: 'void',
    orderId,
    orderCode,
    journal: { call: 'void' },
    steps: 'void',
    send: () => platform.void({ orderCode, carrier, waybillNo, platformRef }, account, workspace.ports),
  });
  const outcome = isAskedAgain ? calledOffAgain(made.outcome) : made.outcome;
  await workspace.store.write(async (write) => {
    await recordCall(workspace, made, write);
    await settleVoid(workspace, write, shipment, outcome);
    faultPoint('void.in-settle');
  });
  faultPoint('void.after-settle');
  workspace.changed('orders', 'shipments', 'status');
  if (!outcome.ok)
    return failure(outcome.certainty === 'unknown' ? 'VOID_UNSURE' : outcome.code, outcome.params);
  return seenOrder(workspace.store.read, { orderId, version: null });
}

/** The platform cannot be asked: its account was deleted. Either a person answers, or the account is added again and asks. */
async function leaveToPerson(workspace: Workspace, shipment: Shipment): Promise<Failure> {
  await change(workspace, ['orders', 'shipments', 'status'], (write) => askPerson(write, shipment));
  const { removedAccounts } = workspace.store.read;
  const name = (await removedAccounts.byId(shipment.accountId))?.name ?? shipment.platform;
  return failure('VOID_ACCOUNT_REMOVED', { name });
}

/** What the order shows until the question is answered. */
export async function askPerson(
  write: Repositories,
  { id, orderId, accountId, platform }: Shipment,
): Promise<void> {
  const name = (await write.removedAccounts.byId(accountId))?.name ?? platform;
  const why = errorColumnsOf({ code: 'VOID_ACCOUNT_REMOVED', params: { name } });
  await write.shipments.note(id, why);
  await write.orders.show(orderId, { errorCode: why.errorCode });
}

function platformRefOf({ bookingJson }: Shipment): string {
  return bookingJson === null || bookingJson === '' ? '' : storedBooking.read(bookingJson).platformRef;
}

/** What is asked of a parcel now is asked of its carrier. */
const withCarrier: readonly OrderState[] = ['handed-over', 'in-transit'];

interface TakenShipment {
  readonly shipment: Shipment;
  readonly platformRef: string;
  /** An earlier try may have cancelled it although its answer was lost. */
  readonly isAskedAgain: boolean;
}

async function takeShipment(
  workspace: Workspace,
  orderId: string,
  replaceReason: string,
): Promise<Outcome<TakenShipment>> {
  return workspace.store.write(async (write): Promise<Outcome<TakenShipment>> => {
    const seen = await seenOrder(write, { orderId, version: null });
    if (!seen.ok) return seen;
    const order = seen.value;
    const packed = await refusePacked(write, order);
    if (packed !== null) return packed;
    const { orderNo, state: orderState } = order;
    if (withCarrier.includes(orderState)) return failure('ORDER_WITH_CARRIER', { orderNo, orderState });
    if (orderState !== 'booked') return stateRefuses(order);
    const shipment = (await write.shipments.ofOrder(orderId)).find(
      ({ state }) => state === 'booked' || state === 'voiding',
    );
    if (shipment === undefined) return stateRefuses(order);
    // Read before anything says that the platform is asked: a record that cannot be read is refused here.
    const platformRef = platformRefOf(shipment);
    const wanted = { replaceReason };
    if (shipment.state === 'voiding') {
      // The last request counts, once the answer is known.
      await write.shipments.note(shipment.id, wanted);
      return done({ shipment: { ...shipment, ...wanted }, platformRef, isAskedAgain: true });
    }
    await noteJournal(workspace, write);
    const act = { kind: 'waybill-given-back', orderId, what: shipment.waybillNo } as const;
    await recordAct(workspace, write, { ...act, reason: replaceReason });
    // Stored before the platform is asked: stays true until it has answered, even if this process dies.
    const taken = await write.shipments.move(shipment, 'voiding', { errorCode: 'VOID_UNSURE', ...wanted });
    faultPoint('void.in-mark');
    return taken === undefined
      ? stateRefuses(order)
      : done({ shipment: taken, platformRef, isAskedAgain: false });
  });
}

async function dropManual(workspace: Workspace, shipment: Shipment): Promise<Outcome<Order>> {
  const { accountId, orderCode } = shipment;
  const refused = recordInJournal(workspace, { call: 'void', accountId, orderCode });
  if (refused !== null) return refused;
  await change(workspace, ['orders', 'shipments', 'status'], (write) =>
    markVoided(workspace, write, shipment),
  );
  return seenOrder(workspace.store.read, { orderId: shipment.orderId, version: null });
}

async function settleVoid(
  workspace: Workspace,
  write: Repositories,
  shipment: Shipment,
  outcome: CallMade['outcome'],
): Promise<void> {
  if (!outcome.ok && outcome.certainty === 'unknown') return;
  if (outcome.ok) return markVoided(workspace, write, shipment);
  await write.shipments.move(shipment, 'booked', { errorCode: '', replaceReason: '' });
  const { orderId, waybillNo } = shipment;
  await addHistory(workspace, write, orderId, voidRefused, { code: outcome.code, note: waybillNo });
}

/** The number is given back: its order is cancelled, or ready if another number was asked for. */
export async function markVoided(
  workspace: Workspace,
  write: Repositories,
  shipment: Shipment,
): Promise<void> {
  const now = workspace.clock.now();
  const isMine = await write.shipments.move(shipment, 'voided', { errorCode: '' });
  const order = await write.orders.byId(shipment.orderId);
  if (!isMine || order === undefined) return;
  const cancelled = (await write.orders.move(order, 'cancelled', { updatedAt: now })) ?? order;
  // An order that was stopped meanwhile gets no other number.
  const isReplaced = shipment.replaceReason !== '' && stopCode(order) === null;
  if (isReplaced) await makeReady(workspace, write, cancelled, shipment);
  else await closeStops(write, order.id, now);
  const { waybillNo } = shipment;
  for (const number of new Set([waybillNo, ...previousNumbers(shipment)]))
    await write.tracking.update(number, { state: 'cancelled', nextDueAt: Number.MAX_SAFE_INTEGER });
  await addHistory(workspace, write, order.id, 'voided', { note: waybillNo });
}

async function makeReady(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  { replaceReason: reason }: Shipment,
): Promise<void> {
  await write.orders.move(order, 'ready', { ...withoutShipment, complaintsJson: '[]', errorCode: '' });
  await refreshAlarm(write, order.id);
  await addHistory(workspace, write, order.id, 'renumbered', { note: reason });
}
