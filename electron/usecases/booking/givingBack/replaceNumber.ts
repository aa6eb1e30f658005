import { stopCode } from '../../../../shared/domain/order.ts';
import { done, type Failure, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Order, Shipment } from '../../../store/schema.ts';
import { stopChangeCode } from '../../orders/changes/list.ts';
import { refusePacked, stateRefuses } from '../../orders/order.ts';
import { type SeenOrder, seenOrder } from '../../orders/select.ts';
import { choosePrinterOrNone } from '../../printing/printers/choosePrinter.ts';
import { refuseErased } from '../../retention/retention.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { bookLike, whyNotLike } from '../planAgain.ts';
import { voidBooking, voidRefused } from './void.ts';

export interface ReplaceRequest extends SeenOrder {
  readonly reason: string;
  /** Absent: the printer that printed its labels. */
  readonly printerUri?: string | undefined;
}

export interface NewNumber {
  readonly oldWaybillNo: string;
  /** 0: the old number was entered by hand; the order is ready, and a person chooses how it gets another. */
  readonly planned: number;
}

export interface LastBooking {
  readonly order: Order;
  readonly shipment: Shipment;
}

/** Who asks for another number, and may: checked before anything else. */
export function refuseReplacing({ journal }: Workspace, { reason }: ReplaceRequest) {
  return reason.trim() === '' ? failure('NEW_NUMBER_NEEDS_REASON') : journal.refusal();
}

/** The order and its last booking, where nothing forbids to replace its number; whether its state allows it says `isReplaceable`. */
export async function lastBooking(
  { store: { read } }: Workspace,
  request: ReplaceRequest,
  isReplaceable: (booking: LastBooking) => boolean,
): Promise<Outcome<LastBooking>> {
  const seen = await seenOrder(read, request);
  if (!seen.ok) return seen;
  const order = seen.value;
  const stopped = stopCode(order) ?? (isStopped(order) ? stopChangeCode('refund', order.state) : null);
  if (stopped !== null) return failure(stopped, { orderNo: order.orderNo });
  const refused = (await refuseErased(read, order)) ?? (await refusePacked(read, order));
  if (refused !== null) return refused;
  const shipment = order.shipmentId === null ? undefined : await read.shipments.byId(order.shipmentId);
  return shipment !== undefined && isReplaceable({ order, shipment })
    ? done({ order, shipment })
    : stateRefuses(order);
}

/** It was cancelled because a file says that it must not leave. */
const isStopped = ({ state, stopCode: code }: Order): boolean => state === 'cancelled' && code !== '';

export const hasNumber = ({ order, shipment }: LastBooking): boolean =>
  order.state === 'booked' && (shipment.state === 'booked' || shipment.state === 'voiding');

/** null: the number has been given back. `refusedCode` names a refusal of the platform; `reason` replaces it, without one the order is cancelled. */
export async function giveNumberBack(
  workspace: Workspace,
  { orderId, waybillNo }: Shipment,
  refusedCode: 'NEW_NUMBER_VOID_REFUSED' | 'CHANGED_ORDER_VOID_REFUSED',
  reason?: string,
): Promise<Failure | null> {
  const voided = await voidBooking(workspace, orderId, reason);
  if (voided.ok) return null;
  const isRefusal = voided.code !== 'VOID_UNSURE' && (await wasRefused(workspace, { orderId, waybillNo }));
  return isRefusal ? failure(refusedCode, { waybillNo, code: voided.code }) : voided;
}

/** Only after a refusal can a person confirm; an unknown answer is asked for again. */
export async function wasRefused(
  { store: { read } }: Workspace,
  { orderId, waybillNo }: Pick<Shipment, 'orderId' | 'waybillNo'>,
): Promise<boolean> {
  const history = await read.history.ofOrder(orderId);
  return history.some(({ kind, note }) => kind === voidRefused && note === waybillNo);
}

interface Replacing {
  /** The order as it will be booked. */
  readonly content: Order;
  /** null or absent: the same one. */
  readonly carrier?: string | null;
  readonly release: () => Promise<Outcome<null>>;
}

/**
 * Checks the printer and whether the order would be booked as it is to be, has the old number given back by `release`, then books the order
 * anew.
 */
export async function releaseAndBook(
  workspace: Workspace,
  { printerUri }: ReplaceRequest,
  { order, shipment }: LastBooking,
  { content, carrier = null, release }: Replacing,
): Promise<Outcome<NewNumber>> {
  const printer = await choosePrinterOrNone(workspace, printerUri ?? null);
  if (!printer.ok) return printer;
  const refused = await whyNotLike(workspace, content, shipment, carrier);
  if (refused !== null) return refused;
  const released = await release();
  if (!released.ok) return released;
  const planned = await bookLike(workspace, order.id, shipment, printer.value, carrier);
  return planned.ok ? done({ oldWaybillNo: shipment.waybillNo, planned: planned.value }) : planned;
}
