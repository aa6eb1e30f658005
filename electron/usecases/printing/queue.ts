import type { PrintRules } from '../../../shared/contracts/printing.ts';
import { stopCode } from '../../../shared/domain/order.ts';
import type { LabelSize } from '../../../shared/domain/printing/labelDocument.ts';
import { paperStates } from '../../../shared/domain/printing/printJob.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order, PrintJob, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { shipmentParcels } from '../booking/parcels.ts';
import { bookedShipment } from '../booking/shipment.ts';
import { orderById } from '../orders/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { batchOf, type LabelBatch } from './batches/batch.ts';
import { benchOrder } from './benchOrder.ts';
import { readDocument } from './document.ts';
import { changeLedger, requeue, wantAgain } from './ledger.ts';
import { choosePrinter } from './printers/choosePrinter.ts';
import { freezeDocument, insertPrintJob, type LabelForm, recordFullForm } from './printJob.ts';
import { readPrintRules } from './printRules.ts';
import { routePrinter } from './route.ts';
import { withoutWaybill } from './withoutWaybill.ts';

interface QueuedPrints {
  readonly queued: number;
  readonly refused: readonly {
    readonly orderId: string;
    readonly orderNo: string;
    readonly failure: Failure;
  }[];
}

interface QueueOptions {
  /** Absent: the order of the print rules. */
  readonly order?: PrintRules['labelOrder'] | undefined;
  /** Paper for these labels; absent: as chosen before, or their carriers'. */
  readonly size?: LabelSize | undefined;
  readonly form?: LabelForm | undefined;
}

interface FirstLabels {
  readonly order: Order;
  readonly shipment: Shipment;
  /** Jobs that certainly did not print: one for each such parcel. */
  readonly open: readonly PrintJob[];
  /** Parcels with a job of any kind; the others get their first. */
  readonly known: readonly number[];
  readonly printerUri: string;
  readonly size: LabelSize | undefined;
}

/**
 * Queues first labels in the order of the bench, one per parcel. A label that was or may have been printed is never queued: that is a
 * reprint, with a reason; an order whose labels all were is refused. Orders queued together are numbered together, in printing order.
 */
export async function queuePrints(
  workspace: Workspace,
  orderIds: readonly string[],
  namedPrinter: string,
  options: QueueOptions = {},
): Promise<Outcome<QueuedPrints>> {
  const chosen = await choosePrinter(workspace, namedPrinter);
  if (!chosen.ok) return chosen;
  const printerUri = chosen.value;
  const order = options.order ?? (await readPrintRules(workspace)).labelOrder;
  const refused: QueuedPrints['refused'][number][] = [];
  await changeLedger(workspace, async (write) => {
    const labels = new Map<string, FirstLabels>();
    for (const id of orderIds) {
      const found = await orderById(write, id);
      const label = found.ok
        ? await firstLabels(workspace, write, found.value, { printerUri, size: options.size })
        : found;
      if (label.ok) labels.set(id, label.value);
      else refused.push({ orderId: id, orderNo: found.ok ? found.value.orderNo : id, failure: label });
    }
    const sorted = benchOrder(
      [...labels.values()].map((label) => label.order),
      order,
    );
    const fresh = sorted.filter(({ id }) => labels.get(id)?.known.length === 0);
    const serials = new Map(fresh.map(({ id }, index) => [id, index + 1]));
    const batch = batchOf(workspace, sorted);
    for (const { id } of sorted) {
      const label = labels.get(id);
      if (label === undefined) continue;
      const shipment = { ...label.shipment, ...serialIn(serials, id) };
      const { isReversed } = order;
      await queueOrder(workspace, write, { ...label, shipment }, { isReversed, form: options.form, batch });
    }
  });
  return done({ queued: orderIds.length - refused.length, refused });
}

/** A single label keeps the number of its booking. */
function serialIn(
  serials: ReadonlyMap<string, number>,
  id: string,
): Partial<Pick<Shipment, 'serialNo' | 'serialTotal'>> {
  return serials.size < 2 ? {} : { serialNo: serials.get(id) ?? 0, serialTotal: serials.size };
}

async function firstLabels(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  wish: { readonly printerUri: string; readonly size: LabelSize | undefined },
): Promise<Outcome<FirstLabels>> {
  const shipment = await bookedShipment(write, order);
  if (shipment === null) return withoutWaybill(order);
  const stopped = stopCode(order);
  if (stopped !== null) return failure(stopped, { orderNo: order.orderNo });
  const earlier = await write.printJobs.ofShipment(shipment.id);
  const known = [...new Set(earlier.map(({ parcelNo }) => parcelNo))];
  const open = known.flatMap((parcelNo) => {
    const copies = earlier.filter((copy) => copy.parcelNo === parcelNo);
    const isOut = copies.some(({ state }) => paperStates.includes(state));
    return isOut ? [] : copies.slice(-1);
  });
  const count = shipmentParcels(shipment)?.numbers.length ?? 0;
  if (open.length === 0 && known.length >= count)
    return failure('LABEL_ALREADY_PRINTED', { orderNo: order.orderNo });
  const routed = await routePrinter(workspace, write, wish.printerUri, {
    carrier: shipment.carrier,
    shop: order.shop,
    asked: wish.size ?? earlier.at(-1)?.mediaSize ?? '',
  });
  return routed.ok
    ? done({ order, shipment, open, known, printerUri: routed.value, size: wish.size })
    : routed;
}

async function queueOrder(
  workspace: Workspace,
  write: Repositories,
  { order, shipment, open, known, printerUri, size }: FirstLabels,
  { isReversed, form, batch }: Pick<LabelsWanted, 'form' | 'batch'> & { readonly isReversed: boolean },
): Promise<void> {
  const patch = size === undefined ? {} : { mediaSize: size };
  if (form !== undefined)
    for (const job of open) await freezeAgain(workspace, write, job, { order, shipment, form });
  for (const job of isReversed ? [...open].reverse() : open)
    if (job.state === 'failed' || job.state === 'held')
      await requeue(workspace, write, job, printerUri, patch);
    else await wantAgain(workspace, write, job, printerUri, patch);
  const wanted = { order, shipment, printerUri, size, except: known, isReversed, form, batch };
  await queueParcelLabels(workspace, write, wanted);
}

/** A label that waits, or did not print, in the form that is wanted now. */
async function freezeAgain(
  workspace: Workspace,
  write: Repositories,
  job: PrintJob,
  { order, shipment, form }: Pick<FirstLabels, 'order' | 'shipment'> & { readonly form: LabelForm },
): Promise<void> {
  const booking = shipmentParcels(shipment)?.booking;
  if (booking === undefined) throw new Error('a booked shipment without its booking');
  const { id, serialNo, serialTotal, documentJson, parcelNo, copyNo } = job;
  const reason = form.privacy.form === 'full' ? form.privacy.reason : '';
  const label = {
    order,
    booking,
    parcelNo,
    copyNo,
    reason,
    printerUri: job.printerUri,
    ...form,
    shipment: { ...shipment, serialNo, serialTotal },
  };
  const template = readDocument(documentJson)?.template ?? null;
  const document = await freezeDocument(workspace, write, label, template);
  const { approver } = form;
  const operator = workspace.actor.name;
  await write.printJobs.note(id, { documentJson: JSON.stringify(document), reason, operator, approver });
  await recordFullForm(workspace, write, label);
}

interface LabelsWanted {
  readonly order: Order;
  readonly shipment: Shipment;
  readonly printerUri: string;
  /** Paper somebody chose for them. */
  readonly size?: LabelSize | undefined;
  /** Boxes that already have a job. */
  readonly except?: readonly number[];
  /** The last box first, for benches that stack their labels. */
  readonly isReversed?: boolean;
  readonly form?: LabelForm | undefined;
  /** The labels' operator; absent: the present one. */
  readonly operator?: string | undefined;
  readonly batch?: LabelBatch | undefined;
}

/** Queues the first label of every box of a booking in the caller's transaction: either all or none. */
export async function queueParcelLabels(
  workspace: Workspace,
  write: Repositories,
  { order, shipment, printerUri, size, except = [], isReversed = false, form, operator, batch }: LabelsWanted,
): Promise<void> {
  const parcels = shipmentParcels(shipment);
  if (parcels === null) throw new Error('a booked shipment without its booking');
  const wanted = parcels.numbers.map((_, index) => index + 1).filter((no) => !except.includes(no));
  if (isReversed) wanted.reverse();
  for (const parcelNo of wanted)
    await insertPrintJob(workspace, write, {
      order,
      shipment,
      booking: parcels.booking,
      printerUri,
      parcelNo,
      copyNo: 1,
      reason: form?.privacy.form === 'full' ? form.privacy.reason : '',
      size,
      operator,
      batch,
      ...form,
    });
}
