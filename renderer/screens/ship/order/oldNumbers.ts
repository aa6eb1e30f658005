import type { OrderDetailView } from './OrderDetail.tsx';

/** Every number of a booking, one per box: they are given back together, and all their labels are torn up. */
export function oldNumbers({
  waybillNo,
  parcels,
}: Pick<OrderDetailView, 'waybillNo' | 'parcels'>): readonly string[] {
  const numbers = [waybillNo, ...parcels.map((parcel) => parcel.waybillNo)].filter((no) => no !== '');
  return [...new Set(numbers)];
}
