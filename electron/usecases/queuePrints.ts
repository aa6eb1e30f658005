import type { PrintRules } from '../../shared/contracts/printContract.ts';
import type { LabelDocument, LabelPrivacy, LabelSize } from '../../shared/domain/labelDocument.ts';
import { routedPrinterUri } from '../../shared/domain/printer.ts';
import { paperStates } from '../../shared/domain/printJob.ts';
import type { Booking } from '../../shared/domain/shipment.ts';
import { done, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { PrintJobPatch } from '../store/repositories/printJobRepository.ts';
import type { OrdersTable, PrintJobsTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { benchOrder } from './benchOrder.ts';
import { freezeDocument, insertPrintJob, type NewPrintJob, recordFullForm } from './insertPrintJob.ts';
import { openPrinter } from './openPrinter.ts';
import { readPrintRules } from './printRules.ts';
import { routePrinter } from './routePrinter.ts';
import type { Workspace } from './workspace.ts';

export interface QueuedPrints {
  readonly queued: number;
  readonly refused: readonly {
    readonly orderId: string;
    readonly orderNo: string;
    readonly failure: Failure;
  }[];
}

export interface QueueOptions {
  /** Absent: the order of the print rules. */
  readonly order?: PrintRules['labelOrder'] | undefined;
  /** Paper for these labels; absent: as was chosen before, or their carriers'. */
  readonly size?: LabelSize | undefined;
  readonly form?: LabelForm | undefined;
}

/** How much the label shows, and who allowed that by PIN. */
export interface LabelForm {
  readonly privacy: LabelPrivacy;
  readonly approver: string;
}

interface FirstLabel {
  readonly order: OrdersTable;
  readonly shipment: ShipmentsTable;
  /** A job of it that certainly did not print; undefined: there is none yet. */
  readonly open: PrintJobsTable | undefined;
  readonly printerUri: string;
  readonly size: LabelSize | undefined;
}

/**
 * Queues first labels in the order of the bench. A label that was or may have been printed is refused: that is a reprint,
 * with a reason. Labels queued together are numbered together, as they come out.
 */
export async function queuePrints(
  workspace: Workspace,
  orderIds: readonly string[],
  printerUri: string,
  options: QueueOptions = {},
): Promise<Outcome<QueuedPrints>> {
  const printer = printerUri === routedPrinterUri ? done(null) : openPrinter(workspace, printerUri);
  if (!printer.ok) return printer;
  const order = options.order ?? (await readPrintRules(workspace)).labelOrder;
  const refused: QueuedPrints['refused'][number][] = [];
  await workspace.store.write(async (write) => {
    const labels = new Map<string, FirstLabel>();
    for (const id of orderIds) {
      const found = await write.orders.byId(id);
      const label =
        found === undefined
          ? failure('ORDER_NOT_FOUND', { orderNo: id })
          : await firstLabel(workspace, write, found, { printerUri, size: options.size });
      if (label.ok) labels.set(id, label.value);
      else refused.push({ orderId: id, orderNo: found?.order_no ?? id, failure: label });
    }
    const sorted = benchOrder(
      [...labels.values()].map((label) => label.order),
      order,
    );
    const fresh = sorted.filter(({ id }) => labels.get(id)?.open === undefined);
    for (const { id } of sorted) {
      const label = labels.get(id);
      if (label !== undefined)
        await queueOne(workspace, write, label, { ...serialIn(fresh, id), form: options.form });
    }
  });
  workspace.changed('printJobs', 'orders', 'status');
  return done({ queued: orderIds.length - refused.length, refused });
}

type Serial = Partial<Pick<ShipmentsTable, 'serial_no' | 'serial_total'>>;

/** One label alone keeps the number of its booking. */
function serialIn(fresh: readonly OrdersTable[], id: string): Serial {
  if (fresh.length < 2) return {};
  return { serial_no: fresh.findIndex((order) => order.id === id) + 1, serial_total: fresh.length };
}

async function firstLabel(
  workspace: Workspace,
  write: Repositories,
  order: OrdersTable,
  wish: { readonly printerUri: string; readonly size: LabelSize | undefined },
): Promise<Outcome<FirstLabel>> {
  const shipment = await bookedShipment(write, order);
  if (shipment === null) return failure('LABEL_NO_WAYBILL', { orderNo: order.order_no });
  if (order.alarm === 'refund') return failure('ORDER_REFUNDED_AFTER_BOOKING', { orderNo: order.order_no });
  const earlier = await write.printJobs.ofShipment(shipment.id);
  if (earlier.some((job) => paperStates.includes(job.state)))
    return failure('LABEL_ALREADY_PRINTED', { orderNo: order.order_no });
  const open = earlier.at(-1);
  const routed = await routePrinter(workspace, write, wish.printerUri, {
    carrier: shipment.carrier,
    shop: order.shop,
    asked: wish.size ?? open?.media_size ?? '',
  });
  return routed.ok ? done({ order, shipment, open, printerUri: routed.value, size: wish.size }) : routed;
}

async function queueOne(
  workspace: Workspace,
  write: Repositories,
  { order, shipment, open, printerUri, size }: FirstLabel,
  { form, ...serial }: Serial & Pick<QueueOptions, 'form'>,
): Promise<void> {
  const label = {
    order,
    shipment: { ...shipment, ...serial },
    booking: bookingOf(shipment),
    printerUri,
    copyNo: 1,
    reason: form?.privacy.form === 'full' ? form.privacy.reason : '',
    size,
    ...form,
  };
  if (open !== undefined && form !== undefined) await freezeAgain(workspace, write, open, label);
  if (open === undefined) await insertPrintJob(workspace, write, label);
  else if (open.state === 'failed' || open.state === 'held')
    await requeue(workspace, write, open, printerUri, size === undefined ? {} : { media_size: size });
  // Asked for once more while it waits: a fresh wish.
  else await write.printJobs.note(open.id, { wanted_at: workspace.clock.now() });
}

/** A label that waits, or did not print, in the form that is wanted now. */
async function freezeAgain(
  workspace: Workspace,
  write: Repositories,
  { id, serial_no, serial_total, document_json }: PrintJobsTable,
  label: NewPrintJob,
): Promise<void> {
  const shipment = { ...label.shipment, serial_no, serial_total };
  const { template = null } = JSON.parse(document_json) as LabelDocument;
  const document = await freezeDocument(workspace, write, { ...label, shipment }, template);
  await write.printJobs.note(id, {
    document_json: JSON.stringify(document),
    reason: label.reason,
    operator: workspace.actor.name,
    approver: label.approver ?? '',
  });
  await recordFullForm(workspace, write, label);
}

/** Puts a job that certainly did not print back into the queue, perhaps for another printer. */
export async function requeue(
  workspace: Workspace,
  write: Repositories,
  job: PrintJobsTable,
  printerUri: string,
  patch: Pick<PrintJobPatch, 'media_size'> = {},
): Promise<boolean> {
  if (
    !(await write.printJobs.move(job, 'waiting', {
      ...patch,
      error_code: '',
      hold_reason: '',
      printer_uri: printerUri,
      wanted_at: workspace.clock.now(),
      sent_at: null,
    }))
  )
    return false;
  const now = workspace.clock.now();
  await write.jobs.insert({
    id: workspace.nextId(),
    kind: 'print',
    subject_id: job.id,
    lane: printerUri,
    state: 'waiting',
    run_at: now,
    attempts: 0,
    lease_until: null,
    created_at: now,
  });
  return true;
}

export async function bookedShipment(
  write: Repositories,
  order: OrdersTable,
): Promise<ShipmentsTable | null> {
  const shipments = await write.shipments.ofOrder(order.id);
  return shipments.find((shipment) => shipment.state === 'booked') ?? null;
}

export function bookingOf(shipment: ShipmentsTable): Booking {
  if (shipment.booking_json === null) throw new Error('a booked shipment without its booking');
  return JSON.parse(shipment.booking_json) as Booking;
}
