import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ReconcileRequest,
  reconcileBill,
} from '../../../electron/usecases/insight/bills/reconcileBill.ts';
import { nothingKnown } from '../../../electron/usecases/tracking/storeSnapshot.ts';
import type { OrderState } from '../../../shared/domain/order.ts';
import type { ShipmentState } from '../../../shared/domain/shipment.ts';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import { openTestWorkspace, type TestWorkspace } from './openTestWorkspace.ts';
import { sampleOrder } from './sampleOrder.ts';
import { sampleShipment } from './sampleShipment.ts';

export interface DeskParcel {
  readonly waybillNo: string;
  readonly carrier?: string;
  readonly accountId?: string;
  readonly weightGrams?: number | null;
  /** What it was estimated to cost when it was booked. */
  readonly estimateFen?: number | null;
  readonly state?: ShipmentState;
  /** null: nobody has asked. */
  readonly tracking?: TrackingState | null;
  readonly orderState?: OrderState;
  readonly codFen?: number;
  readonly bookedAt?: number;
}

/** A workspace that has sent parcels, and a carrier that bills for them. */
export interface BillDesk {
  readonly workspace: TestWorkspace;
  ship(parcels: readonly DeskParcel[]): Promise<void>;
  /** Writes a bill as a file, header row first; where it lies. */
  bill(rows: readonly (readonly (string | number)[])[], name?: string): string;
  reconcile(path: string, change?: Partial<ReconcileRequest>): ReturnType<typeof reconcileBill>;
  /** A bill of these lines under `billHeader`, as it was judged. */
  reconciled(...lines: readonly (readonly (string | number)[])[]): Promise<StoredBill>;
  /** Class and reason of each of its lines, by waybill. */
  classesOf(billId: string): Promise<Record<string, string>>;
}

type StoredBill = Extract<Awaited<ReturnType<typeof reconcileBill>>, { readonly ok: true }>['value'];

export const billHeader = ['运单号', '业务日期', '计费重量', '金额'];
export const billWaybill = (no: number) => `7361055558${String(no).padStart(4, '0')}`;
export const billLine = (no: number, kg: number | string = 1, yuan: number | string = 3) => [
  billWaybill(no),
  '2026-11-05',
  kg,
  yuan,
];

/** 2026-11-05, ten o'clock in China. */
export const deskBookedAt = Date.UTC(2026, 10, 5, 2);

export async function openBillDesk(): Promise<BillDesk> {
  const workspace = await openTestWorkspace();
  let shipped = 0;
  const desk: BillDesk = {
    workspace,
    async ship(parcels) {
      const rows = parcels.map((parcel) => rowsOf(++shipped, parcel));
      await workspace.store.write(async (write) => {
        await write.orders.insertMany(rows.map(({ order }) => order));
        for (const { shipment, tracked } of rows) {
          await write.shipments.insert(shipment);
          if (tracked !== null) await write.tracking.follow(tracked);
        }
      });
    },
    bill(rows, name = 'bill.csv') {
      const path = join(workspace.folder, name);
      writeFileSync(path, `${rows.map((row) => row.join(',')).join('\n')}\n`);
      return path;
    },
    reconcile: (path, change) => reconcileBill(workspace, { path, carrier: 'ZTO', ...change }),
    async reconciled(...lines) {
      const outcome = await desk.reconcile(desk.bill([billHeader, ...lines]));
      if (!outcome.ok) throw new Error(outcome.code);
      return outcome.value;
    },
    async classesOf(billId) {
      const items = await workspace.store.read.bills.items(billId, {}, { offset: 0, limit: 500 });
      return Object.fromEntries(
        items.map((item) => [
          item.waybillNo || `row ${item.firstRow}`,
          [item.class, item.reason].join(' ').trim(),
        ]),
      );
    },
  };
  return desk;
}

function rowsOf(no: number, parcel: DeskParcel) {
  const { waybillNo, carrier = 'ZTO', accountId = 'a1', state = 'booked', tracking = 'signed' } = parcel;
  const { weightGrams = 800, estimateFen = 300, codFen = 0, bookedAt = deskBookedAt } = parcel;
  const shipmentId = `shipment-${String(no).padStart(6, '0')}`;
  const order = sampleOrder(no, {
    state: parcel.orderState ?? 'booked',
    shipmentId,
    waybillNo,
    weightGrams,
    codFen,
  });
  const shipment = sampleShipment({
    id: shipmentId,
    orderId: order.id,
    orderCode: `code-${no}`,
    accountId,
    carrier,
    state,
    waybillNo,
    bookedAt,
    freightFen: estimateFen,
  });
  const tracked =
    tracking === null
      ? null
      : {
          ...nothingKnown,
          waybillNo,
          carrier,
          orderId: order.id,
          orderNo: order.orderNo,
          accountId,
          phoneTail: '',
          nextDueAt: 0,
          bookedAt,
          state: tracking,
          checkedAt: bookedAt + 1,
        };
  return { order, shipment, tracked };
}
