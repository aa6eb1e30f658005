import type { OrderRow } from '../../shared/contracts/ordersContract.ts';
import type { PrintJobRow } from '../../shared/contracts/printContract.ts';
import type { AccountRow } from '../../shared/contracts/settingsContract.ts';
import type { TrackRow } from '../../shared/contracts/trackContract.ts';
import type { LabelBitmap } from '../../shared/domain/labelDocument.ts';
import type { ErrorParams } from '../../shared/errors/outcome.ts';
import type {
  AccountsTable,
  OrdersTable,
  PrintJobsTable,
  PrintTemplatesTable,
  TrackingTable,
} from '../store/schema.ts';
import { receiverOf } from '../usecases/orderRow.ts';

/** Stored rows → what pages and the command line show. Masking comes after, at the gate. */
export function orderView(order: OrdersTable): OrderRow {
  return {
    id: order.id,
    orderNo: order.order_no,
    source: order.source,
    shop: order.shop,
    state: order.state,
    version: order.version,
    receiver: receiverOf(order),
    goodsText: order.goods_text,
    quantity: order.quantity,
    weightGrams: order.weight_grams,
    carrier: order.booked_carrier === '' ? order.carrier : order.booked_carrier,
    platform: order.platform,
    waybillNo: order.waybill_no,
    shipmentState: order.shipment_state,
    printState: order.print_state,
    errorCode: order.error_code,
    freightFen: order.freight_fen,
    holdReason: order.hold_reason,
    holdNote: order.hold_note,
    heldAt: order.held_at,
    alarm: order.alarm,
    createdAt: order.created_at,
  };
}

/** Dots for a page: one bit a dot, 1 prints, as base64. */
export function bitmapView({ widthDots, heightDots, bytesPerRow, data }: LabelBitmap) {
  return { widthDots, heightDots, bytesPerRow, bitsBase64: Buffer.from(data).toString('base64') };
}

type JoinedPrintJob = PrintJobsTable & {
  readonly order_no: string;
  readonly receiver_name: string;
  readonly mother_waybill_no: string;
  readonly carrier: string;
  /** null: nothing was noted, the standard layout. */
  readonly template_id: string | null;
  readonly template_name: string | null;
  readonly template_version: number | null;
  readonly arm: PrintTemplatesTable['arm'] | null;
};

function templateView({ template_id, template_name, template_version, arm }: JoinedPrintJob) {
  if (template_id === null) return null;
  return { name: template_name ?? '', version: template_version ?? 0, arm: arm ?? '' };
}

export function printJobView(job: JoinedPrintJob): PrintJobRow {
  return {
    id: job.id,
    orderId: job.order_id,
    orderNo: job.order_no,
    waybillNo: job.waybill_no,
    parcelNo: job.parcel_no,
    parcelTotal: job.parcel_total,
    motherWaybillNo: job.parcel_total > 1 ? job.mother_waybill_no : '',
    carrier: job.carrier,
    receiverName: job.receiver_name,
    printerUri: job.printer_uri,
    movedFrom: job.moved_from,
    state: job.state,
    version: job.version,
    copyNo: job.copy_no,
    reason: job.reason,
    operator: job.operator,
    approver: job.approver,
    serialNo: job.serial_no,
    serialTotal: job.serial_total,
    errorCode: job.error_code,
    errorParams: { ...(JSON.parse(job.error_params_json) as ErrorParams) },
    size: job.media_size,
    holdReason: job.hold_reason,
    template: templateView(job),
    createdAt: job.created_at,
    sentAt: job.sent_at,
    settledAt: job.settled_at,
    scannedAt: job.scanned_at,
    drawnBy: job.drawn_by,
    ownLayoutReason: job.own_layout_reason,
  };
}

export function trackView(row: TrackingTable): TrackRow {
  return {
    waybillNo: row.waybill_no,
    orderNo: row.order_no,
    carrier: row.carrier,
    state: row.state,
    exception: row.exception,
    lastText: row.last_text,
    lastAt: row.last_at,
    checkedAt: row.checked_at,
    bookedAt: row.booked_at,
  };
}

export function accountView(account: AccountsTable, unfinished: number): AccountRow {
  return {
    id: account.id,
    name: account.name,
    platform: account.platform,
    merchantId: account.merchant_id,
    endpoint: account.endpoint,
    createdAt: account.created_at,
    unfinished,
  };
}
