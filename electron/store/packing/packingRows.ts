import type { GoodsCodeAct } from '../../../shared/domain/packing/goodsCodes.ts';
import type { HandoverState } from '../../../shared/domain/packing/handover.ts';
import type {
  PackSaying,
  PackState,
  SlipState,
  WeightSource,
} from '../../../shared/domain/packing/packing.ts';
import type { PackStop } from '../../../shared/domain/packing/packStops.ts';
import type { PictureType } from '../../../shared/domain/packing/picture.ts';

/** One parcel at the bench: a box of an order, however often it is opened. */
export interface PackedParcel {
  readonly id: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly parcelNo: number;
  readonly parcelTotal: number;
  readonly state: PackState;
  readonly version: number;
  /** The number of this parcel; empty: it has none yet. */
  readonly waybillNo: string;
  readonly carrier: string;
  /** Who opened it last, and who closed it. */
  readonly openedBy: string;
  readonly closedBy: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** How many times it was opened again after it was packed. */
  readonly reopened: number;
  /** `Counted[]`: what was counted into it, line by line. */
  readonly countsJson: string;
  /** Goods whose own code is wanted next; empty: none. */
  readonly pendingKey: string;
  readonly weightGrams: number | null;
  readonly weightSource: WeightSource | '';
  readonly weighedAt: number | null;
  /** A weight that was refused: what letting it pass takes; null: none. */
  readonly doubtfulGrams: number | null;
  /** `Overridden[]`. */
  readonly overridesJson: string;
  /** Held back at the bench, and why; empty: it is not. */
  readonly heldReason: string;
  /** When its label was read off the paper. */
  readonly labelSeenAt: number | null;
  /** On its provisional slip; empty: it never needed one. */
  readonly slipCode: string;
  readonly slipPrintedAt: number | null;
  readonly slipState: SlipState;
  /** Why it did not come out, or may not have; empty: nothing is wrong. */
  readonly slipError: string;
  readonly handedOverAt: number | null;
  /** The list it left on; empty: none. */
  readonly handoverId: string;
  /** Where it was opened last. */
  readonly workstationId: string;
}

/** The next message to the recorder of the bench. */
export interface RecorderWordRow {
  /** Given by the database. */
  readonly no: number | undefined;
  readonly event: 'start' | 'stop';
  /** On its label; of a parcel without a number its order number. */
  readonly parcelNo: string;
  readonly at: number;
  readonly workstationId: string;
}

/** One gesture at the bench: a retry of it finds its row. */
export interface BenchGestureRow {
  /** Given by the database. */
  readonly no: number | undefined;
  readonly id: string;
  readonly at: number;
  readonly operator: string;
  readonly kind: string;
  /** Empty: it was about none. */
  readonly parcelId: string;
  readonly orderId: string;
  readonly parcelNo: number;
  /** 1: its label was scanned. */
  readonly isByLabel: number;
  readonly says: PackSaying;
  /** Empty: nothing stopped it. */
  readonly stop: PackStop | '';
  readonly stopParamsJson: string;
  readonly isPrinting: number;
  readonly workstationId: string;
}

/** A single piece with a code of its own, in the parcel it lies in. */
export interface PackedUnit {
  readonly code: string;
  readonly parcelId: string;
  readonly goodsKey: string;
  readonly at: number;
}

/** A barcode and the goods it stands for. */
export interface GoodsCode {
  readonly code: string;
  readonly goodsKey: string;
  /** 1: each piece has a code of its own that must be scanned after it. */
  readonly hasSerials: number;
  readonly savedBy: string;
  readonly savedAt: number;
}

/** One change of such codes, by hand or by a file. */
export interface GoodsCodeChange {
  /** Given by the database. */
  readonly no: number | undefined;
  readonly act: GoodsCodeAct;
  readonly at: number;
  readonly operator: string;
  /** `ChangedGoodsCode[]`: how each was before and after. */
  readonly rowsJson: string;
  readonly undoneAt: number | null;
}

/** What parcels with the same goods weighed. */
export interface PackedWeight {
  readonly goodsSet: string;
  /** The last ones, oldest first. */
  readonly gramsJson: string;
  readonly samples: number;
  readonly updatedAt: number;
}

/** Goods of an order that waits to be packed; kept by the database itself. */
export interface OpenGoods {
  readonly orderId: string;
  readonly goodsKey: string;
  /** Pieces of the whole order. */
  readonly pieces: number;
}

/** What a courier takes along and signs for. */
export interface Handover {
  readonly id: string;
  /** On its paper, as text and barcode: `H20261128-ZTO-2`. */
  readonly no: string;
  readonly carrier: string;
  readonly state: HandoverState;
  readonly version: number;
  /** Midnight of its day in the shop, and which list of its carrier that day: from the second on they are late. */
  readonly dayAt: number;
  readonly dayNo: number;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly closedAt: number | null;
  readonly closedBy: string;
  /** Who took it; empty: nobody wrote it down. */
  readonly courier: string;
  /** When it was closed. */
  readonly parcels: number;
}

/** One parcel on such a list; a number is on one at most. */
export interface HandoverParcel {
  readonly waybillNo: string;
  readonly handoverId: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly parcelNo: number;
  readonly city: string;
  readonly weightGrams: number | null;
  readonly at: number;
  readonly operator: string;
  /** 0: taken with all that were packed, without a scan of its own. */
  readonly isScanned: number;
}

/** Fetched once; null and empty: it could not be had at that time. */
export interface GoodsPicture {
  readonly link: string;
  readonly type: PictureType | '';
  readonly bytes: Uint8Array | null;
  readonly fetchedAt: number;
  readonly usedAt: number;
}

/** A photo of a parcel; its picture lies in a sealed file of this name. */
export interface ParcelPhoto {
  readonly id: string;
  readonly parcelId: string;
  readonly orderId: string;
  readonly parcelNo: number;
  readonly takenAt: number;
  readonly operator: string;
  readonly sizeBytes: number;
  /** The key of this picture alone, as base64. */
  readonly sealKey: string;
}

/** A picking list that was printed, and its orders as they stand on it. */
export interface PickList {
  /** On its paper, as barcode. */
  readonly code: string;
  readonly ordersJson: string;
  readonly dayAt: number;
  readonly createdAt: number;
  readonly createdBy: string;
}

export interface PackingTables {
  readonly packedParcels: PackedParcel;
  readonly recorderWords: RecorderWordRow;
  readonly benchGestures: BenchGestureRow;
  readonly packedUnits: PackedUnit;
  readonly goodsCodes: GoodsCode;
  readonly goodsCodeChanges: GoodsCodeChange;
  readonly packedWeights: PackedWeight;
  readonly openGoods: OpenGoods;
  readonly goodsPictures: GoodsPicture;
  readonly parcelPhotos: ParcelPhoto;
  readonly pickLists: PickList;
  readonly handovers: Handover;
  readonly handoverParcels: HandoverParcel;
}
