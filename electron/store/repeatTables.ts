import type { OrderState } from '../../shared/domain/order.ts';
import type { OrderChangeKind, OrderChangeState } from '../../shared/domain/orderChange.ts';

export interface OrderChangesTable {
  id: string;
  order_id: string;
  order_no: string;
  kind: OrderChangeKind;
  state: OrderChangeState;
  version: number;
  /** Why, a code of `shared/errors`. */
  code: string;
  import_id: string;
  file_name: string;
  row_number: number;
  content_hash: string;
  /** `FieldChange[]`, for people. */
  fields_json: string;
  /** Columns of the order that accepting writes. */
  patch_json: string;
  /** The same columns before, so that it can be taken back; `{}` until accepted. */
  before_json: string;
  at: number;
  information_at: number;
  settled_at: number | null;
}

/** What travels in an order that was made by merging or splitting, or as a further parcel of a booked one. */
export interface OrderPartsTable {
  order_id: string;
  origin_id: string;
  origin_no: string;
  kind: 'merge' | 'split' | 'extra';
  /** State of the origin before, given back by undo. */
  origin_state: OrderState;
  items_json: string;
}

export interface WriteBacksTable {
  /** The merchant's order, not the one it travelled in. */
  origin_id: string;
  waybill_no: string;
  order_no: string;
  template: string;
  file_name: string;
  at: number;
}

export interface WatchedFilesTable {
  content_hash: string;
  file_name: string;
  /** `taken`: its orders are here, the file may still have to be moved · `failed`: refused, a person must look · `seen`: one has. */
  state: 'taken' | 'failed' | 'seen';
  import_id: string;
  /** Why it failed, empty when it did not. */
  code: string;
  report_json: string;
  at: number;
}
