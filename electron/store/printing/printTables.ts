import type { LabelDrawnBy, OwnLayoutReason } from '../../../shared/domain/carrierLabel.ts';
import type { LabelSize } from '../../../shared/domain/labelDocument.ts';
import type { PrintHoldReason, PrintJobState } from '../../../shared/domain/printJob.ts';

export interface PrintJob {
  readonly id: string;
  readonly shipmentId: string;
  readonly orderId: string;
  readonly printerUri: string;
  readonly state: PrintJobState;
  readonly version: number;
  /** Which parcel of its booking, from 1, of how many; and the number on this parcel's label. */
  readonly parcelNo: number;
  readonly parcelTotal: number;
  readonly waybillNo: string;
  readonly copyNo: number;
  readonly reason: string;
  readonly documentJson: string;
  readonly serialNo: number;
  readonly serialTotal: number;
  readonly errorCode: string;
  /** What the words of `errorCode` name: an address, a device, a cause. */
  readonly errorParamsJson: string;
  readonly createdAt: number;
  readonly settledAt: number | null;
  /** Who asked for this copy; empty: the owner, or the program on its own. */
  readonly operator: string;
  /** Who allowed it by PIN; empty: nobody had to. */
  readonly approver: string;
  /** Of a held job: why it waits for a word. */
  readonly holdReason: PrintHoldReason | '';
  /** When a person last wanted this label; old wishes are held. */
  readonly wantedAt: number;
  /** When its first byte may have left; labels of one printer came out in this order. */
  readonly sentAt: number | null;
  /** When its barcode was read off the paper. */
  readonly scannedAt: number | null;
  /** The printer it was meant for when a backup printer took over; empty: none did. */
  readonly movedFrom: string;
  /** The job's name at the device or spooler, to ask it there. */
  readonly deviceJob: string;
  /** Whose layout went to the printer; empty: nothing was sent yet. */
  readonly drawnBy: LabelDrawnBy;
  /** Why our own layout although the account asks for the carrier's; empty: no such thing. */
  readonly ownLayoutReason: OwnLayoutReason | '';
  /** 0: nobody has been told of it yet. */
  readonly ownLayoutSeen: number;
  /** Paper that a person chose for this label; empty: its carrier's, or whatever its printer holds. */
  readonly mediaSize: LabelSize | '';
}

export interface Printer {
  readonly uri: string;
  readonly name: string;
  readonly createdAt: number;
  /** Offsets, density, window, backup … of this printer. */
  readonly profileJson: string;
}

/** The roll a person put into a printer. */
export interface StoredPaperRoll {
  readonly printerUri: string;
  /** Labels on it when it was put in. */
  readonly labels: number;
  readonly loadedAt: number;
}

/** Which printer a label goes to; empty fields match everything, the lowest position that matches wins. */
export interface StoredPrintRoute {
  readonly position: number;
  readonly carrier: string;
  readonly shop: string;
  readonly size: string;
  readonly printerUri: string;
}
