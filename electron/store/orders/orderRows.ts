import type { OrderChangeKind, OrderChangeState, OrderState } from '../../../shared/domain/order.ts';

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

export interface WatchedFile {
  readonly contentHash: string;
  readonly fileName: string;
  /** `taken`: its orders are here, the file may still have to be moved · `failed`: refused, a person must look · `seen`: one has. */
  readonly state: 'taken' | 'failed' | 'seen';
  readonly importId: string;
  /** Why it failed, empty when it did not. */
  readonly code: string;
  readonly reportJson: string;
  readonly at: number;
}
