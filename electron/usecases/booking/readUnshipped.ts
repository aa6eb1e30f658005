import type { UnshippedRow } from '../../../shared/contracts/bookingHealthContract.ts';
import { isPrinted } from '../../../shared/domain/printJob.ts';
import type { WindowRequest } from '../../store/orders/orderRepository.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

const dayMs = 24 * 60 * 60_000;

export interface UnshippedReport {
  readonly total: number;
  readonly days: number;
  readonly byAge: { readonly days: number; readonly total: number }[];
  readonly rows: UnshippedRow[];
}

/**
 * Numbers booked `days` ago or earlier whose parcel was never handed over, oldest first: each costs money, and can be
 * given back only for a while.
 */
export async function readUnshipped(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  { days, ...window }: WindowRequest & { readonly days?: number | undefined },
): Promise<UnshippedReport> {
  const settings = await readSettings({ store });
  const now = clock.now();
  const limitDays = days ?? settings.unshippedDays;
  const bookedBefore = now - limitDays * dayMs;
  const { bookings } = store.read;
  const rows = await bookings.unshipped(bookedBefore, window);
  return {
    total: await bookings.countUnshipped(bookedBefore),
    days: limitDays,
    byAge: await bookings.unshippedByAge(bookedBefore, now, dayMs),
    rows: rows.map((row) => {
      const bookedAt = row.bookedAt ?? now;
      return {
        orderId: row.orderId,
        orderNo: row.orderNo,
        waybillNo: row.waybillNo,
        carrier: row.carrier,
        accountName: row.accountName ?? '',
        bookedAt,
        ageDays: Math.max(0, Math.floor((now - bookedAt) / dayMs)),
        refundDaysLeft: Math.ceil((bookedAt + settings.refundDays * dayMs - now) / dayMs),
        isPrinted: isPrinted(row.printState),
      };
    }),
  };
}
