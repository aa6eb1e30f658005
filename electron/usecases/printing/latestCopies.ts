import type { Order, PrintJob } from '../../store/schema.ts';

/** The last copy of each parcel of the order's present booking: what its labels are like now. */
export function latestCopies(order: Pick<Order, 'shipmentId'>, copies: readonly PrintJob[]): PrintJob[] {
  const last = new Map<number, PrintJob>();
  for (const copy of copies) {
    if (copy.shipmentId !== order.shipmentId) continue;
    const known = last.get(copy.parcelNo);
    if (known === undefined || known.copyNo < copy.copyNo) last.set(copy.parcelNo, copy);
  }
  return [...last.values()].sort((one, other) => one.parcelNo - other.parcelNo);
}
