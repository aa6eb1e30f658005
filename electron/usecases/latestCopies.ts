import type { OrdersTable, PrintJobsTable } from '../store/schema.ts';

/** The last copy of each parcel of the order's present booking: what its labels are like now. */
export function latestCopies(
  order: Pick<OrdersTable, 'shipment_id'>,
  copies: readonly PrintJobsTable[],
): PrintJobsTable[] {
  const last = new Map<number, PrintJobsTable>();
  for (const copy of copies) {
    if (copy.shipment_id !== order.shipment_id) continue;
    const known = last.get(copy.parcel_no);
    if (known === undefined || known.copy_no < copy.copy_no) last.set(copy.parcel_no, copy);
  }
  return [...last.values()].sort((one, other) => one.parcel_no - other.parcel_no);
}
