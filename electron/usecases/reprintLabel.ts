import type { LabelSize } from '../../shared/domain/labelDocument.ts';
import { routedPrinterUri } from '../../shared/domain/printer.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { bookedShipment } from './bookedShipment.ts';
import { insertPrintJob } from './insertPrintJob.ts';
import { openPrinter } from './openPrinter.ts';
import { readPrintRules } from './printRules.ts';
import { routePrinter } from './routePrinter.ts';
import { shipmentParcels } from './shipmentParcels.ts';
import type { Workspace } from './workspace.ts';

export interface ReprintRequest {
  readonly orderId: string;
  /** Which parcel of the booking; absent: its only one. Where there are several, one must be named. */
  readonly parcelNo?: number | undefined;
  readonly printerUri: string;
  readonly reason: string;
  /** Absent: the paper its last label had. */
  readonly size?: LabelSize | undefined;
}

export interface Reprint {
  readonly jobId: string;
  readonly copyNo: number;
}

/** Prints the label of one parcel once more, the same number, with who-knows-why on record and a mark on the paper. */
export async function reprintLabel(workspace: Workspace, request: ReprintRequest): Promise<Outcome<Reprint>> {
  const { printerUri } = request;
  const printer = printerUri === routedPrinterUri ? done(null) : openPrinter(workspace, printerUri);
  if (!printer.ok) return printer;
  const reason = request.reason.trim();
  if (reason === '') return failure('LABEL_REPRINT_NEEDS_REASON');
  const { reprintLimit } = await readPrintRules(workspace);
  const { parcelNo = 1 } = request;
  const outcome = await workspace.store.write(async (write): Promise<Outcome<Reprint>> => {
    const order = await write.orders.byId(request.orderId);
    if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: request.orderId });
    const orderNo = order.order_no;
    const shipment = await bookedShipment(write, order);
    const parcels = shipment === null ? null : shipmentParcels(shipment);
    if (shipment === null || parcels === null) return failure('LABEL_NO_WAYBILL', { orderNo });
    if (order.alarm === 'refund') return failure('ORDER_REFUNDED_AFTER_BOOKING', { orderNo });
    const count = parcels.numbers.length;
    if (request.parcelNo === undefined && count > 1) return failure('PARCEL_UNNAMED', { orderNo, count });
    if (parcelNo > count) return failure('PARCEL_NOT_THERE', { orderNo, parcelNo, count });
    const copies = (await write.printJobs.ofShipment(shipment.id)).filter(
      ({ parcel_no }) => parcel_no === parcelNo,
    );
    const last = copies.at(-1);
    const copyNo = (last?.copy_no ?? 0) + 1;
    // A copy that never left this machine is no paper.
    const reprints = copies.filter(
      (job) => job.copy_no > 1 && (job.state !== 'failed' || job.sent_at !== null),
    );
    if (reprints.length >= reprintLimit)
      return failure('LABEL_REPRINT_LIMIT', { orderNo, limit: reprintLimit });
    const asked = request.size ?? last?.media_size ?? '';
    const about = { carrier: shipment.carrier, shop: order.shop, asked };
    const routed = await routePrinter(workspace, write, printerUri, about);
    if (!routed.ok) return routed;
    const jobId = await insertPrintJob(workspace, write, {
      order,
      shipment,
      booking: parcels.booking,
      printerUri: routed.value,
      parcelNo,
      copyNo,
      reason,
      size: asked === '' ? undefined : asked,
    });
    await write.history.add({
      id: workspace.nextId(),
      order_id: order.id,
      at: workspace.clock.now(),
      kind: 'reprinted',
      code: '',
      note: count > 1 ? `${parcelNo}/${parcels.asked} ${reason}` : reason,
      data_json: '{}',
    });
    return done({ jobId, copyNo });
  });
  workspace.changed('printJobs', 'orders', 'status');
  return outcome;
}
