import type { PrintRules } from '../../shared/contracts/printContract.ts';
import type { LabelSize } from '../../shared/domain/labelDocument.ts';
import { routedPrinterUri } from '../../shared/domain/printer.ts';
import { paperStates } from '../../shared/domain/printJob.ts';
import type { Booking } from '../../shared/domain/shipment.ts';
import { done, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { PrintJobPatch } from '../store/repositories/printJobRepository.ts';
import type { OrdersTable, PrintJobsTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { benchOrder } from './benchOrder.ts';
import { insertPrintJob } from './insertPrintJob.ts';
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
      if (label !== undefined) await queueOne(workspace, write, label, serialIn(fresh, id));
    }
  });
  workspace.changed('printJobs', 'orders', 'status');
  return done({ queued: orderIds.length - refused.length, refused });
}

/** One label alone keeps the number of its booking. */
function serialIn(
  fresh: readonly OrdersTable[],
  id: string,
): Partial<Pick<ShipmentsTable, 'serial_no' | 'serial_total'>> {
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
  serial: Partial<Pick<ShipmentsTable, 'serial_no' | 'serial_total'>>,
): Promise<void> {
  if (open === undefined)
    await insertPrintJob(workspace, write, {
      order,
      shipment: { ...shipment, ...serial },
      booking: bookingOf(shipment),
      printerUri,
      copyNo: 1,
      reason: '',
      size,
    });
  else if (open.state === 'failed' || open.state === 'held')
    await requeue(workspace, write, open, printerUri, size === undefined ? {} : { media_size: size });
  // Asked for once more while it waits: a fresh wish.
  else await write.printJobs.note(open.id, { wanted_at: workspace.clock.now() });
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
      settled_at: null,
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

/** Prints the same waybill once more, with who-knows-why on record and a mark on the paper, on the paper it had. */
export async function reprintLabel(
  workspace: Workspace,
  request: {
    readonly orderId: string;
    readonly printerUri: string;
    readonly reason: string;
    readonly size?: LabelSize | undefined;
  },
): Promise<Outcome<{ readonly jobId: string; readonly copyNo: number }>> {
  const { printerUri } = request;
  const printer = printerUri === routedPrinterUri ? done(null) : openPrinter(workspace, printerUri);
  if (!printer.ok) return printer;
  if (request.reason.trim() === '') return failure('LABEL_REPRINT_NEEDS_REASON');
  const { reprintLimit } = await readPrintRules(workspace);
  const outcome = await workspace.store.write(
    async (write): Promise<Outcome<{ jobId: string; copyNo: number }>> => {
      const order = await write.orders.byId(request.orderId);
      if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: request.orderId });
      const shipment = await bookedShipment(write, order);
      if (shipment === null) return failure('LABEL_NO_WAYBILL', { orderNo: order.order_no });
      if (order.alarm === 'refund')
        return failure('ORDER_REFUNDED_AFTER_BOOKING', { orderNo: order.order_no });
      const copies = await write.printJobs.ofShipment(shipment.id);
      const last = copies.at(-1);
      const copyNo = (last?.copy_no ?? 0) + 1;
      // A copy that never left this machine is no paper.
      const neverLeft = (job: PrintJobsTable) => job.state === 'failed' && job.sent_at === null;
      if (copies.filter((job) => job.copy_no > 1 && !neverLeft(job)).length >= reprintLimit)
        return failure('LABEL_REPRINT_LIMIT', { orderNo: order.order_no, limit: reprintLimit });
      const asked = request.size ?? last?.media_size ?? '';
      const about = { carrier: shipment.carrier, shop: order.shop, asked };
      const routed = await routePrinter(workspace, write, printerUri, about);
      if (!routed.ok) return routed;
      const jobId = await insertPrintJob(workspace, write, {
        order,
        shipment,
        booking: bookingOf(shipment),
        printerUri: routed.value,
        copyNo,
        reason: request.reason.trim(),
        size: asked === '' ? undefined : asked,
      });
      await write.history.add({
        id: workspace.nextId(),
        order_id: order.id,
        at: workspace.clock.now(),
        kind: 'reprinted',
        code: '',
        note: request.reason.trim(),
        data_json: '{}',
      });
      return done({ jobId, copyNo });
    },
  );
  workspace.changed('printJobs', 'orders', 'status');
  return outcome;
}

async function bookedShipment(write: Repositories, order: OrdersTable): Promise<ShipmentsTable | null> {
  const shipments = await write.shipments.ofOrder(order.id);
  return shipments.find((shipment) => shipment.state === 'booked') ?? null;
}

function bookingOf(shipment: ShipmentsTable): Booking {
  if (shipment.booking_json === null) throw new Error('a booked shipment without its booking');
  return JSON.parse(shipment.booking_json) as Booking;
}
