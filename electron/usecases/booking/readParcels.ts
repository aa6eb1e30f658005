import type { PrintJobState } from '../../../shared/domain/printJob.ts';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { latestCopies } from '../printing/latestCopies.ts';
import { shipmentParcels } from './shipmentParcels.ts';

export interface OrderParcel {
  /** n of as many as were asked for. */
  readonly no: number;
  /** Empty: the platform gave none for this parcel. */
  readonly waybillNo: string;
  /** Of the last copy of its label; null: none was made. */
  readonly printState: PrintJobState | null;
  /** Labels made of it, the first one included. */
  readonly copies: number;
  readonly trackingState: TrackingState | '';
}

/** The parcels of an order's present booking, each with its number and its label; empty when there is but one. */
export async function readParcels(
  read: Repositories,
  order: Pick<Order, 'id' | 'shipmentId'>,
): Promise<OrderParcel[]> {
  const shipment = order.shipmentId === null ? undefined : await read.shipments.byId(order.shipmentId);
  const known = shipment?.state === 'booked' ? shipmentParcels(shipment) : null;
  if (known === null || known.asked < 2) return [];
  const labels = latestCopies(order, await read.printJobs.ofOrder(order.id));
  const parcels: OrderParcel[] = [];
  for (let no = 1; no <= known.asked; no++) {
    const waybillNo = known.numbers[no - 1] ?? '';
    const label = labels.find(({ parcelNo }) => parcelNo === no);
    const followed = waybillNo === '' ? undefined : await read.tracking.byWaybill(waybillNo);
    parcels.push({
      no,
      waybillNo,
      printState: label?.state ?? null,
      copies: label?.copyNo ?? 0,
      trackingState: followed?.state ?? '',
    });
  }
  return parcels;
}
