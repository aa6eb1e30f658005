import type { OrderRow } from '../../shared/contracts/orders.ts';
import type { PrintJobRow } from '../../shared/contracts/printing.ts';
import type { AccountRow } from '../../shared/contracts/settings.ts';
import type { TrackRow } from '../../shared/contracts/tracking.ts';
import type { AddressReading } from '../../shared/domain/addressReading.ts';
import type { LabelBitmap } from '../../shared/domain/labelDocument.ts';
import type { ErrorParams } from '../../shared/errors/outcome.ts';
import type { Account, Order, PrintJob, PrintTemplate, TrackedParcel } from '../store/schema.ts';
import { receiverOf } from '../usecases/orders/order.ts';

/** Stored rows → what pages and the command line show. Masking comes after, at the gate. */
export function orderView(order: Order): OrderRow {
  return {
    id: order.id,
    orderNo: order.orderNo,
    source: order.source,
    shop: order.shop,
    state: order.state,
    version: order.version,
    receiver: receiverOf(order),
    goodsText: order.goodsText,
    quantity: order.quantity,
    weightGrams: order.weightGrams,
    carrier: order.bookedCarrier === '' ? order.carrier : order.bookedCarrier,
    platform: order.platform,
    waybillNo: order.waybillNo,
    shipmentState: order.shipmentState,
    printState: order.printState,
    errorCode: order.errorCode,
    freightFen: order.freightFen,
    holdReason: order.holdReason,
    holdNote: order.holdNote,
    heldAt: order.heldAt,
    alarm: order.alarm,
    createdAt: order.createdAt,
  };
}

/** Dots for a page: one bit a dot, 1 prints, as base64. */
export function bitmapView({ widthDots, heightDots, bytesPerRow, data }: LabelBitmap) {
  return { widthDots, heightDots, bytesPerRow, bitsBase64: Buffer.from(data).toString('base64') };
}

type JoinedPrintJob = PrintJob & {
  readonly orderNo: string;
  readonly receiverName: string;
  readonly motherWaybillNo: string;
  readonly carrier: string;
  /** null: nothing was noted, the standard layout. */
  readonly templateId: string | null;
  readonly templateName: string | null;
  readonly templateVersion: number | null;
  readonly arm: PrintTemplate['arm'] | null;
};

function templateView({ templateId, templateName, templateVersion, arm }: JoinedPrintJob) {
  if (templateId === null) return null;
  return { name: templateName ?? '', version: templateVersion ?? 0, arm: arm ?? '' };
}

export function printJobView(job: JoinedPrintJob): PrintJobRow {
  return {
    id: job.id,
    orderId: job.orderId,
    orderNo: job.orderNo,
    waybillNo: job.waybillNo,
    parcelNo: job.parcelNo,
    parcelTotal: job.parcelTotal,
    motherWaybillNo: job.parcelTotal > 1 ? job.motherWaybillNo : '',
    carrier: job.carrier,
    receiverName: job.receiverName,
    printerUri: job.printerUri,
    movedFrom: job.movedFrom,
    state: job.state,
    version: job.version,
    copyNo: job.copyNo,
    reason: job.reason,
    operator: job.operator,
    approver: job.approver,
    serialNo: job.serialNo,
    serialTotal: job.serialTotal,
    errorCode: job.errorCode,
    errorParams: { ...(JSON.parse(job.errorParamsJson) as ErrorParams) },
    size: job.mediaSize,
    holdReason: job.holdReason,
    template: templateView(job),
    createdAt: job.createdAt,
    sentAt: job.sentAt,
    settledAt: job.settledAt,
    scannedAt: job.scannedAt,
    drawnBy: job.drawnBy,
    ownLayoutReason: job.ownLayoutReason,
  };
}

export function trackView(row: TrackedParcel): TrackRow {
  return {
    waybillNo: row.waybillNo,
    orderNo: row.orderNo,
    carrier: row.carrier,
    state: row.state,
    exception: row.exception,
    lastText: row.lastText,
    lastAt: row.lastAt,
    checkedAt: row.checkedAt,
    bookedAt: row.bookedAt,
  };
}

export function accountView(account: Account, unfinished: number): AccountRow {
  return {
    id: account.id,
    name: account.name,
    platform: account.platform,
    merchantId: account.merchantId,
    endpoint: account.endpoint,
    createdAt: account.createdAt,
    unfinished,
  };
}

/** A reading as the contract carries it. */
export function readingView(reading: AddressReading) {
  return {
    ...reading,
    otherPhones: [...reading.otherPhones],
    issues: [...reading.issues],
    corrections: [...reading.corrections],
    candidates: [...reading.candidates],
    spans: [...reading.spans],
  };
}

/** The same type without `readonly`, as the schemas of the contract infer it. */
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/** A reply is only read from here on: the contract's types say nothing of that. */
export function mutable<T>(value: T): Mutable<T> {
  return value as Mutable<T>;
}
