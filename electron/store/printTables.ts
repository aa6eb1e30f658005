import type { LabelDrawnBy, OwnLayoutReason } from '../../shared/domain/carrierLabel.ts';
import type { LabelSize } from '../../shared/domain/labelDocument.ts';
import type { PrintHoldReason, PrintJobState } from '../../shared/domain/printJob.ts';

export interface PrintJobsTable {
  id: string;
  shipment_id: string;
  order_id: string;
  printer_uri: string;
  state: PrintJobState;
  version: number;
  /** Which parcel of its booking, from 1, of how many; and the number on this parcel's label. */
  parcel_no: number;
  parcel_total: number;
  waybill_no: string;
  copy_no: number;
  reason: string;
  document_json: string;
  serial_no: number;
  serial_total: number;
  error_code: string;
  /** What the words of `error_code` name: an address, a device, a cause. */
  error_params_json: string;
  created_at: number;
  settled_at: number | null;
  /** Who asked for this copy; empty: the owner, or the program on its own. */
  operator: string;
  /** Who allowed it by PIN; empty: nobody had to. */
  approver: string;
  /** Of a held job: why it waits for a word. */
  hold_reason: PrintHoldReason | '';
  /** When a person last wanted this label; old wishes are held. */
  wanted_at: number;
  /** When its first byte may have left; labels of one printer came out in this order. */
  sent_at: number | null;
  /** When its barcode was read off the paper. */
  scanned_at: number | null;
  /** The printer it was meant for when a backup printer took over; empty: none did. */
  moved_from: string;
  /** The job's name at the device or spooler, to ask it there. */
  device_job: string;
  /** Whose layout went to the printer; empty: nothing was sent yet. */
  drawn_by: LabelDrawnBy;
  /** Why our own layout although the account asks for the carrier's; empty: no such thing. */
  own_layout_reason: OwnLayoutReason | '';
  /** 0: nobody has been told of it yet. */
  own_layout_seen: number;
  /** Paper that a person chose for this label; empty: its carrier's, or whatever its printer holds. */
  media_size: LabelSize | '';
}

export interface PrintersTable {
  uri: string;
  name: string;
  created_at: number;
  /** Offsets, density, window, backup … of this printer. */
  profile_json: string;
}

/** The roll a person put into a printer. */
export interface PaperRollsTable {
  printer_uri: string;
  /** Labels on it when it was put in. */
  labels: number;
  loaded_at: number;
}

/** Which printer a label goes to; empty fields match everything, the lowest position that matches wins. */
export interface PrintRoutesTable {
  position: number;
  carrier: string;
  shop: string;
  size: string;
  printer_uri: string;
}
