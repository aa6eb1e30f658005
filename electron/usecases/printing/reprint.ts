import { goneStates, stopCode } from '../../../shared/domain/order.ts';
import type { LabelSize } from '../../../shared/domain/printing/labelDocument.ts';
import { paperStates } from '../../../shared/domain/printing/printJob.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { shipmentParcels } from '../booking/parcels.ts';
import { bookedShipment } from '../booking/shipment.ts';
import { recordAct } from '../operators/acts.ts';
import { type Approval, checkApproval, checkRight } from '../operators/checkRight.ts';
import { addHistory } from '../orders/history.ts';
import { orderById } from '../orders/select.ts';
import { refuseErased } from '../retention/retention.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changeLedger } from './ledger.ts';
import { choosePrinter } from './printers/choosePrinter.ts';
import { insertPrintJob, type LabelForm } from './printJob.ts';
import { readPrintRules } from './printRules.ts';
import { queuePrints } from './queue.ts';
import { routePrinter } from './route.ts';
import { withoutWaybill } from './withoutWaybill.ts';

interface ReprintRequest {
  readonly orderId: string;
  /** Which parcel of the booking; absent: its only one. Where there are several, one must be named. */
  readonly parcelNo?: number | undefined;
  readonly printerUri: string;
  readonly reason: string;
  /** Said by a person: the parcel has left, and its label is to be printed all the same. */
  readonly hasLeft?: boolean | undefined;
  /** Absent: the paper its last label had. */
  readonly size?: LabelSize | undefined;
  readonly approvals?: readonly Approval[] | undefined;
  readonly form?: LabelForm | undefined;
}

interface Reprint {
  readonly jobId: string;
  readonly copyNo: number;
}

/** Prints the label of one parcel once more, the same number, with who, why and who allowed it on record and a mark on the paper. */
export async function reprintLabel(workspace: Workspace, request: ReprintRequest): Promise<Outcome<Reprint>> {
  const chosen = await choosePrinter(workspace, request.printerUri);
  if (!chosen.ok) return chosen;
  const printerUri = chosen.value;
  const reason = request.reason.trim();
  if (reason === '') return failure('LABEL_REPRINT_NEEDS_REASON');
  const { reprintLimit } = await readPrintRules(workspace);
  return changeLedger(workspace, (write) =>
    insertReprint(workspace, write, { ...request, printerUri, reason, reprintLimit }),
  );
}

/** The same inside the caller's transaction. */
export async function insertReprint(
  workspace: Workspace,
  write: Repositories,
  request: ReprintRequest & { readonly reprintLimit: number },
): Promise<Outcome<Reprint>> {
  const { orderId, printerUri, reason, form, parcelNo = 1 } = request;
  const found = await orderById(write, orderId);
  if (!found.ok) return found;
  const order = found.value;
  const orderNo = order.orderNo;
  const erased = await refuseErased(write, order);
  if (erased !== null) return erased;
  const shipment = await bookedShipment(write, order);
  const parcels = shipment === null ? null : shipmentParcels(shipment);
  if (shipment === null || parcels === null) return withoutWaybill(order);
  const stopped = stopCode(order);
  if (stopped !== null) return failure(stopped, { orderNo });
  if (request.hasLeft !== true && (await isGone(write, order, parcelNo)))
    return failure('LABEL_PARCEL_HAS_LEFT', { orderNo });
  const count = parcels.numbers.length;
  if (request.parcelNo === undefined && count > 1) return failure('PARCEL_UNNAMED', { orderNo, count });
  if (parcelNo > count) return failure('PARCEL_NOT_THERE', { orderNo, parcelNo, count });
  const jobs = await write.printJobs.ofShipment(shipment.id);
  const copies = jobs.filter((job) => job.parcelNo === parcelNo);
  const last = copies.at(-1);
  const copyNo = (last?.copyNo ?? 0) + 1;
  // A copy that never left this machine is no paper.
  const reprints = copies.filter(
    ({ copyNo, state, sentAt }) => copyNo > 1 && (state !== 'failed' || sentAt !== null),
  );
  const allowed = mayReprint(workspace, reprints.length + 1, { ...request, orderNo });
  if (!allowed.ok) return allowed;
  const size = request.size ?? last?.mediaSize ?? '';
  const about = { carrier: shipment.carrier, shop: order.shop, asked: size };
  const routed = await routePrinter(workspace, write, printerUri, about);
  if (!routed.ok) return routed;
  const approver = allowed.value || (form?.approver ?? '');
  const jobId = await insertPrintJob(workspace, write, {
    order,
    shipment,
    booking: parcels.booking,
    parcelNo,
    copyNo,
    reason,
    approver,
    printerUri: routed.value,
    size: size === '' ? undefined : size,
    privacy: form?.privacy,
  });
  const note = count > 1 ? `${parcelNo}/${parcels.asked} ${reason}` : reason;
  await addHistory(workspace, write, order.id, 'reprinted', { note });
  const what = count > 1 ? `parcel ${parcelNo} copy ${copyNo}` : `copy ${copyNo}`;
  await recordAct(workspace, write, { kind: 'reprinted', orderId, what, reason, approver });
  return done({ jobId, copyNo });
}

/** What is at hand is another parcel then, and a label of this number would send it to this one's receiver. */
async function isGone({ packedParcels }: Repositories, { id, state }: Order, parcelNo: number) {
  if (goneStates.includes(state)) return true;
  const boxes = await packedParcels.ofOrder(id);
  return boxes.some((box) => box.parcelNo === parcelNo && box.state === 'handed-over');
}

/**
 * The name of who had to allow it. The first reprint is anybody's who packs, the next ones take a right, and beyond the
 * limit a PIN is entered each time, be it a manager's own. The owner without operators changes the limit instead.
 */
function mayReprint(
  { actor }: Workspace,
  reprintNo: number,
  {
    reprintLimit,
    orderNo,
    approvals = [],
  }: Pick<ReprintRequest, 'approvals'> & { readonly reprintLimit: number; readonly orderNo: string },
): Outcome<string> {
  if (reprintNo <= reprintLimit)
    return reprintNo <= 1 ? done('') : checkRight(actor, 'reprintAgain', approvals);
  if (actor.role === 'owner' && approvals.length === 0)
    return failure('LABEL_REPRINT_LIMIT', { orderNo, limit: reprintLimit });
  return checkApproval('passReprintLimit', approvals);
}

type FullFormRequest = Pick<
  ReprintRequest,
  'orderId' | 'parcelNo' | 'printerUri' | 'reason' | 'hasLeft' | 'approvals'
>;

/** Prints the label of one order with nothing hidden: as its first label, or as a reprint under the rules of reprints. */
export async function printFullForm(
  workspace: Workspace,
  request: FullFormRequest,
): Promise<Outcome<{ readonly copyNo: number }>> {
  const { orderId, parcelNo, printerUri, hasLeft, approvals = [] } = request;
  const reason = request.reason.trim();
  if (reason === '') return failure('LABEL_FULL_FORM_NEEDS_REASON');
  const allowed = checkRight(workspace.actor, 'printFullForm', approvals);
  if (!allowed.ok) return allowed;
  const form = { privacy: { form: 'full', reason }, approver: allowed.value } as const;
  const earlier = await workspace.store.read.printJobs.ofOrder(orderId);
  if (earlier.some(({ state }) => paperStates.includes(state)))
    return reprintLabel(workspace, { orderId, parcelNo, printerUri, reason, hasLeft, approvals, form });
  const queued = await queuePrints(workspace, [orderId], printerUri, { form });
  if (!queued.ok) return queued;
  return queued.value.refused[0]?.failure ?? done({ copyNo: 1 });
}
