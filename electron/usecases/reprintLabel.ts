import type { LabelSize } from '../../shared/domain/labelDocument.ts';
import { routedPrinterUri } from '../../shared/domain/printer.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { Repositories } from '../store/store.ts';
import { insertPrintJob } from './insertPrintJob.ts';
import { openPrinter } from './openPrinter.ts';
import { type Approval, checkApproval, checkRight } from './operators/checkRight.ts';
import { recordAct } from './operators/recordAct.ts';
import { readPrintRules } from './printRules.ts';
import { bookedShipment, bookingOf, type LabelForm } from './queuePrints.ts';
import { routePrinter } from './routePrinter.ts';
import type { Workspace } from './workspace.ts';

export interface ReprintRequest {
  readonly orderId: string;
  readonly printerUri: string;
  readonly reason: string;
  /** Paper for this copy; absent: what the label before it had. */
  readonly size?: LabelSize | undefined;
  readonly approvals?: readonly Approval[] | undefined;
  readonly form?: LabelForm | undefined;
}

interface Reprint {
  readonly jobId: string;
  readonly copyNo: number;
}

/** Prints the same waybill once more, with who, why and who allowed it on record and a mark on the paper, on the paper it had. */
export async function reprintLabel(workspace: Workspace, request: ReprintRequest): Promise<Outcome<Reprint>> {
  const { printerUri } = request;
  const printer = printerUri === routedPrinterUri ? done(null) : openPrinter(workspace, printerUri);
  if (!printer.ok) return printer;
  const reason = request.reason.trim();
  if (reason === '') return failure('LABEL_REPRINT_NEEDS_REASON');
  const { reprintLimit } = await readPrintRules(workspace);
  const outcome = await workspace.store.write((write) =>
    insertReprint(workspace, write, { ...request, reason, reprintLimit }),
  );
  workspace.changed('printJobs', 'orders', 'status');
  return outcome;
}

async function insertReprint(
  workspace: Workspace,
  write: Repositories,
  request: ReprintRequest & { readonly reprintLimit: number },
): Promise<Outcome<Reprint>> {
  const { orderId, printerUri, reason, form } = request;
  const order = await write.orders.byId(orderId);
  if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: orderId });
  const shipment = await bookedShipment(write, order);
  if (shipment === null) return failure('LABEL_NO_WAYBILL', { orderNo: order.order_no });
  if (order.alarm === 'refund') return failure('ORDER_REFUNDED_AFTER_BOOKING', { orderNo: order.order_no });
  const last = (await write.printJobs.ofShipment(shipment.id)).at(-1);
  const copyNo = (last?.copy_no ?? 0) + 1;
  const allowed = mayReprint(workspace, copyNo - 1, { ...request, orderNo: order.order_no });
  if (!allowed.ok) return allowed;
  const asked = request.size ?? last?.media_size ?? '';
  const about = { carrier: shipment.carrier, shop: order.shop, asked };
  const routed = await routePrinter(workspace, write, printerUri, about);
  if (!routed.ok) return routed;
  const approver = allowed.value || (form?.approver ?? '');
  const jobId = await insertPrintJob(workspace, write, {
    ...{ order, shipment, booking: bookingOf(shipment), copyNo, reason, approver },
    printerUri: routed.value,
    size: asked === '' ? undefined : asked,
    privacy: form?.privacy,
  });
  await write.history.add({
    id: workspace.nextId(),
    order_id: order.id,
    at: workspace.clock.now(),
    kind: 'reprinted',
    code: '',
    note: reason,
    data_json: '{}',
  });
  const act = { kind: 'reprinted', orderId, what: `copy ${copyNo}`, reason, approver } as const;
  await recordAct(workspace, write, act);
  return done({ jobId, copyNo });
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
