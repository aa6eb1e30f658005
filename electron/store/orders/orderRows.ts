import type {
  HoldReason,
  OrderAlarm,
  OrderChangeKind,
  OrderChangeState,
  OrderState,
} from '../../../shared/domain/order.ts';
import type { PostalAddress } from '../../../shared/domain/party.ts';
import type { PrintJobState } from '../../../shared/domain/printing/printJob.ts';
import type { ShipmentState } from '../../../shared/domain/shipment.ts';

/** Rows as the program speaks of them: `orderNo` lies in `order_no`. Times are UTC ms, amounts fen, weights grams, `…Json` JSON text. */
export interface Order extends PostalAddress {
  readonly id: string;
  /** Identity of the order: unique, so the same file twice adds nothing. */
  readonly orderKey: string;
  readonly orderNo: string;
  readonly source: string;
  readonly shop: string;
  readonly state: OrderState;
  readonly version: number;
  readonly receiverName: string;
  readonly receiverPhone: string;
  readonly receiverPhoneTail: string;
  readonly receiverExtension: string;
  /** In orders of earlier versions: what their columns say, in one text. Empty: only the columns have it (`receiverTextOf`). */
  readonly receiverText: string;
  readonly receiverColumnsJson: string;
  readonly itemsJson: string;
  readonly goodsText: string;
  readonly quantity: number;
  readonly weightGrams: number | null;
  readonly parcelCount: number;
  readonly codFen: number;
  readonly insuredFen: number;
  readonly buyerRemark: string;
  readonly sellerRemark: string;
  readonly carrier: string;
  /** `OrderWishes`; empty: none. */
  readonly wishesJson: string;
  /** A mark of the wishes in its file; `-`: the file has none. Empty: the order was made here, or before wishes were kept. */
  readonly wishesMark: string;
  /** What its file says of the sale, see `SaleFacts`; empty: nothing, or the order is from before it was kept. */
  readonly buyer: string;
  readonly originalNo: string;
  readonly saleJson: string;
  readonly confidence: number;
  /** Orders understood alike share it and wait as one entry; an order alone has its own id. */
  readonly addressKey: string;
  /** How often it was sent to the end of the review queue. */
  readonly reviewRound: number;
  readonly complaintsJson: string;
  readonly contentHash: string;
  readonly importId: string;
  /** What the order table shows of the current shipment and print job; written in the same transaction as they. */
  readonly shipmentId: string | null;
  readonly shipmentState: ShipmentState | null;
  readonly platform: string;
  readonly bookedCarrier: string;
  readonly waybillNo: string;
  readonly printState: PrintJobState | null;
  readonly errorCode: string;
  /** Estimated when the shipment was booked; null: not booked, or not known. */
  readonly freightFen: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Why it is held, what the person wrote, and since when; for a held order only. */
  readonly holdReason: HoldReason | '';
  readonly holdNote: string;
  readonly heldAt: number | null;
  /** Refunded or changed after it had a number. */
  readonly alarm: OrderAlarm | '';
  /** When the buyer paid, as the file says; null: it does not. */
  readonly paidAt: number | null;
  /** Until when it must leave, as its platform says; null: nobody said. Never an estimate. */
  readonly shipBy: number | null;
  /** Until when its platform promised the buyer that it arrives; null: it did not. */
  readonly promisedAt: number | null;
  /** Code of the refund or hold that the last file named, so that only a new one stops the order. */
  readonly stopCode: string;
  /** Where it lies in indexes of names and phones: given by the store as it comes in. */
  readonly stretch: number;
}

export interface OrderChange {
  readonly id: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly kind: OrderChangeKind;
  readonly state: OrderChangeState;
  readonly version: number;
  /** Why, a code of `shared/errors`. */
  readonly code: string;
  readonly importId: string;
  readonly fileName: string;
  readonly rowNumber: number;
  readonly contentHash: string;
  /** `FieldChange[]`, for people. */
  readonly fieldsJson: string;
  /** Columns of the order that accepting writes. */
  readonly patchJson: string;
  /** The same columns before, so that it can be taken back; `{}` until accepted. */
  readonly beforeJson: string;
  readonly at: number;
  readonly informationAt: number;
  readonly settledAt: number | null;
}

/** What travels in an order that was made by merging or splitting, or as a further parcel of a booked one. */
export interface OrderPart {
  readonly orderId: string;
  readonly originId: string;
  readonly originNo: string;
  readonly kind: 'merge' | 'split' | 'extra';
  /** State of the origin before, given back by undo. */
  readonly originState: OrderState;
  readonly itemsJson: string;
}

export interface WriteBack {
  /** The merchant's order, not the one it travelled in. */
  readonly originId: string;
  readonly waybillNo: string;
  readonly orderNo: string;
  readonly template: string;
  readonly fileName: string;
  readonly at: number;
}

export interface HistoryLine {
  readonly id: string;
  readonly orderId: string;
  readonly at: number;
  readonly kind: string;
  readonly code: string;
  readonly note: string;
  /** Name of who did it, as it was then; empty: the owner, or the program. */
  readonly operator: string;
  /** What undo needs; never shown. */
  readonly dataJson: string;
  /** Rows written by one action share it, so that they are taken back together; empty: cannot be taken back. */
  readonly stepId: string;
}

/** Kept by the database itself with each change of an order; empty: no shipment, no print job. */
export interface OrderTotal {
  readonly state: OrderState;
  readonly shipmentState: ShipmentState | '';
  readonly printState: PrintJobState | '';
  readonly total: number;
}

/** An order whose receiver has another name since; kept by the database itself, the last ones. */
export interface RenamedOrder {
  readonly no: number | undefined;
  readonly orderId: string;
}

export interface OrderTables {
  readonly renamedOrders: RenamedOrder;
  readonly orderTotals: OrderTotal;
  readonly orders: Order;
  readonly orderChanges: OrderChange;
  readonly orderParts: OrderPart;
  readonly writeBacks: WriteBack;
  readonly history: HistoryLine;
}
