import { routedPrinterUri } from '../../shared/domain/printer.ts';
import { paperStates } from '../../shared/domain/printJob.ts';
import type { Booking } from '../../shared/domain/shipment.ts';
import { done, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { OrdersTable, PrintJobsTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { insertPrintJob } from './insertPrintJob.ts';
import { openPrinter } from './openPrinter.ts';
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

/** Queues first labels. A label that was or may have been printed is refused: that is a reprint, with a reason. */
export async function queuePrints(
  workspace: Workspace,
  orderIds: readonly string[],
  printerUri: string,
): Promise<Outcome<QueuedPrints>> {
  const printer = printerUri === routedPrinterUri ? done(null) : openPrinter(workspace, printerUri);
  if (!printer.ok) return printer;
  const refused: QueuedPrints['refused'][number][] = [];
  await workspace.store.write(async (write) => {
    for (const id of orderIds) {
      const order = await write.orders.byId(id);
      const problem =
        order === undefined
          ? failure('ORDER_NOT_FOUND', { orderNo: id })
          : await queueOne(workspace, write, order, printerUri);
      if (problem !== null) refused.push({ orderId: id, orderNo: order?.order_no ?? id, failure: problem });
    }
  });
  workspace.changed('printJobs', 'orders', 'status');
  return done({ queued: orderIds.length - refused.length, refused });
}

async function queueOne(
  workspace: Workspace,
  write: Repositories,
  order: OrdersTable,
  wantedUri: string,
): Promise<Failure | null> {
  const shipment = await bookedShipment(write, order);
  if (shipment === null) return failure('LABEL_NO_WAYBILL', { orderNo: order.order_no });
  if (order.alarm === 'refund') return failure('ORDER_REFUNDED_AFTER_BOOKING', { orderNo: order.order_no });
  const earlier = await write.printJobs.ofShipment(shipment.id);
  if (earlier.some((job) => paperStates.includes(job.state)))
    return failure('LABEL_ALREADY_PRINTED', { orderNo: order.order_no });
  const routed = await routePrinter(write, wantedUri, {
    carrier: shipment.carrier,
    shop: order.shop,
    size: '',
  });
  if (!routed.ok) return routed;
  const printerUri = routed.value;
  const open = earlier.at(-1);
  if (open === undefined) {
    await insertPrintJob(workspace, write, {
      order,
      shipment,
      booking: bookingOf(shipment),
      printerUri,
      copyNo: 1,
      reason: '',
    });
    return null;
  }
  if (open.state === 'failed' || open.state === 'held') await requeue(workspace, write, open, printerUri);
  return null;
}

/** Puts a job that certainly did not print back into the queue, perhaps for another printer. */
export async function requeue(
  workspace: Workspace,
  write: Repositories,
  job: PrintJobsTable,
  printerUri: string,
): Promise<boolean> {
  if (
    !(await write.printJobs.move(job, 'waiting', {
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

/** Prints the same waybill once more, with who-knows-why on record and a mark on the paper. */
export async function reprintLabel(
  workspace: Workspace,
  request: { readonly orderId: string; readonly printerUri: string; readonly reason: string },
): Promise<Outcome<{ readonly jobId: string; readonly copyNo: number }>> {
  const printer = openPrinter(workspace, request.printerUri);
  if (!printer.ok) return printer;
  if (request.reason.trim() === '') return failure('LABEL_REPRINT_NEEDS_REASON');
  const outcome = await workspace.store.write(
    async (write): Promise<Outcome<{ jobId: string; copyNo: number }>> => {
      const order = await write.orders.byId(request.orderId);
      if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: request.orderId });
      const shipment = await bookedShipment(write, order);
      if (shipment === null) return failure('LABEL_NO_WAYBILL', { orderNo: order.order_no });
      if (order.alarm === 'refund')
        return failure('ORDER_REFUNDED_AFTER_BOOKING', { orderNo: order.order_no });
      const copyNo = ((await write.printJobs.ofShipment(shipment.id)).at(-1)?.copy_no ?? 0) + 1;
      const jobId = await insertPrintJob(workspace, write, {
        order,
        shipment,
        booking: bookingOf(shipment),
        printerUri: request.printerUri,
        copyNo,
        reason: request.reason.trim(),
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
