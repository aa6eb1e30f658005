import type { GreyArm } from '../../../shared/domain/bookingRule.ts';
import type {
  LabelDrawnBy,
  LabelSize,
  OwnLayoutReason,
} from '../../../shared/domain/printing/labelDocument.ts';
import type { TemplateSize } from '../../../shared/domain/printing/labelTemplate.ts';
import type { PrintHoldReason, PrintJobState } from '../../../shared/domain/printing/printJob.ts';

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
  /** Who allowed it by PIN; empty: not needed. */
  readonly approver: string;
  /** Why a held job needs a decision. */
  readonly holdReason: PrintHoldReason | '';
  /** When a person last asked for this label; old requests are held. */
  readonly wantedAt: number;
  /** When its first byte may have left; a printer's labels came out in this order. */
  readonly sentAt: number | null;
  /** When its barcode was scanned from the paper. */
  readonly scannedAt: number | null;
  /** The printer it was meant for before a backup printer took over; empty: none did. */
  readonly movedFrom: string;
  /** The job's name at the device or spooler, to ask it there. */
  readonly deviceJob: string;
  /** Whose layout was sent; empty: nothing was sent yet. */
  readonly drawnBy: LabelDrawnBy;
  /** Why our own layout although the account asks for the carrier's; empty: not the case. */
  readonly ownLayoutReason: OwnLayoutReason | '';
  /** 0: not shown to a person yet. */
  readonly ownLayoutSeen: number;
  /** Paper that a person chose for this label; empty: its carrier's, or what its printer holds. */
  readonly mediaSize: LabelSize | '';
  /** The batch it was requested in; empty: from before batches were stored. */
  readonly batchId: string;
}

/** Labels requested by one act. */
export interface PrintBatch {
  readonly id: string;
  readonly createdAt: number;
  /** Who requested them; empty: the owner, or several. */
  readonly operator: string;
  /** 1: single labels between two batches. */
  readonly isSingles: number;
  /** Since when its labels are held, including those to come; null: they are not. */
  readonly heldAt: number | null;
}

/** Maintained by triggers with each change of a job. */
export interface PrintBatchTotal {
  readonly batchId: string;
  readonly state: PrintJobState;
  /** 1: given up by a person before anything was printed. */
  readonly isCancelled: number;
  readonly total: number;
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
  /** Labels on it when it was new. */
  readonly labels: number;
  readonly loadedAt: number;
}

/** Which printer a label goes to; empty fields match everything, the matching rule with the lowest position wins. */
export interface StoredPrintRoute {
  readonly position: number;
  readonly carrier: string;
  readonly shop: string;
  readonly size: string;
  readonly printerUri: string;
}

/** A named merchant area; its content is in its versions. */
export interface LabelTemplate {
  readonly id: string;
  readonly name: string;
  readonly size: TemplateSize;
  /** The newest version; saving names the one it is based on. */
  readonly version: number;
  /** 1: new labels of this size are printed with it. */
  readonly isDefault: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** null: in use. */
  readonly removedAt: number | null;
}

export interface LabelTemplateVersion {
  readonly templateId: string;
  readonly version: number;
  readonly contentJson: string;
  /** The older version this one repeats. */
  readonly backTo: number | null;
  readonly savedAt: number;
}

/** A picture for templates, black and white. */
export interface LabelLogo {
  readonly id: string;
  readonly name: string;
  readonly widthDots: number;
  readonly heightDots: number;
  bitsBase64: string;
  readonly createdAt: number;
  readonly removedAt: number | null;
}

/** A trial: a share of the labels of one size is printed another way for a while. */
export interface StoredLabelTrial {
  readonly id: string;
  readonly size: TemplateSize;
  /** Empty: the standard layout. */
  readonly oldTemplateId: string;
  readonly oldVersion: number;
  readonly newTemplateId: string;
  readonly newVersion: number;
  readonly percent: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly version: number;
  readonly createdAt: number;
  /** null: open; at most one of a size is. */
  readonly endedAt: number | null;
  readonly kept: '' | 'old' | 'new';
}

/** How a label was printed; no row for the standard layout outside a trial. */
export interface PrintTemplate {
  readonly jobId: string;
  readonly shipmentId: string;
  /** Empty: the standard layout. */
  readonly templateId: string;
  readonly templateVersion: number;
  /** The trial it counts for; empty: none. */
  readonly trialId: string;
  readonly arm: GreyArm | '';
}

/** Kept by the database itself with each change of a job. */
export interface PrintTotal {
  readonly printerUri: string;
  readonly state: PrintJobState;
  /** 1: given up by a person before anything was printed. */
  readonly isCancelled: number;
  readonly total: number;
}

export interface PrintingTables {
  readonly printTotals: PrintTotal;
  readonly printJobs: PrintJob;
  readonly printBatches: PrintBatch;
  readonly printBatchTotals: PrintBatchTotal;
  readonly printers: Printer;
  readonly paperRolls: StoredPaperRoll;
  readonly printRoutes: StoredPrintRoute;
  readonly labelTemplates: LabelTemplate;
  readonly labelTemplateVersions: LabelTemplateVersion;
  readonly labelLogos: LabelLogo;
  readonly labelTrials: StoredLabelTrial;
  readonly printTemplates: PrintTemplate;
}
