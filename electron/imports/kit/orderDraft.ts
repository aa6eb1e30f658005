import type { OrderWishes } from '../../../shared/domain/intake/orderWishes.ts';
import type { SaleFacts } from '../../../shared/domain/intake/saleFacts.ts';
import type { OrderComplaint, OrderItem } from '../../../shared/domain/order.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import type { EncodingQuestion } from './encodingQuestion.ts';

/** When an order was paid, must leave and is promised to arrive (UTC ms), as its file says; null: it does not. */
export interface OrderTimes {
  readonly paidAt: number | null;
  readonly shipBy: number | null;
  readonly promisedAt: number | null;
}

/** What one data row says about one order. Several rows of one order number are one order. */
export interface OrderDraft extends OrderTimes {
  readonly rowNumber: number;
  /** Empty when the file has no order number: the use case derives one from the content. */
  readonly orderNo: string;
  readonly shop: string;
  readonly receiver: ReceiverColumns;
  readonly items: readonly OrderItem[];
  readonly weightGrams: number | null;
  readonly parcelCount: number;
  readonly codAmountFen: number;
  readonly insuredValueFen: number;
  readonly buyerRemark: string;
  readonly sellerRemark: string;
  readonly carrier: string;
  readonly wishes: OrderWishes | null;
  /** Who sends it, as the columns of the row write it; null: they do not. */
  readonly sender: ReceiverColumns | null;
  /** What the row says of the sale; null: nothing. */
  readonly sale: SaleFacts | null;
  /** Number the file already carries, empty when none. */
  readonly waybillNo: string;
  /** Number of this line within the order, empty when the file has none. */
  readonly subOrderNo: string;
  /** Of every cell of the row: rows of one order with the same are the same to the last character. 0: nobody asked. */
  readonly lineMark: number;
  /** `ship`: may go out · `ask`: a person must look · `skip`: already shipped, cancelled, refunded. */
  readonly verdict: 'ship' | 'ask' | 'skip';
  readonly complaints: readonly OrderComplaint[];
  /** A further line of an order whose receiver stands in another row. */
  readonly isContinuation?: boolean;
  /** Told once when the order is new, and in nobody's way. Absent when there is nothing to tell. */
  readonly notes?: readonly OrderComplaint[];
}

/** What a row that says nothing says, apart from its receiver and what few rows have. */
export const blankDraft: Required<Omit<OrderDraft, 'receiver' | 'isContinuation' | 'notes'>> = {
  rowNumber: 0,
  orderNo: '',
  shop: '',
  items: [],
  weightGrams: null,
  parcelCount: 1,
  codAmountFen: 0,
  insuredValueFen: 0,
  buyerRemark: '',
  sellerRemark: '',
  carrier: '',
  wishes: null,
  sender: null,
  sale: null,
  waybillNo: '',
  subOrderNo: '',
  lineMark: 0,
  paidAt: null,
  shipBy: null,
  promisedAt: null,
  verdict: 'ship',
  complaints: [],
};

/** Goods of one order as another sheet or report lists them, those that must not be packed left out. */
export interface OrderGoods {
  readonly items: readonly OrderItem[];
  readonly complaints: readonly OrderComplaint[];
  /** Every item was refunded, cancelled or shipped: why nothing is left; null while something is. */
  readonly closedBy: OrderComplaint | null;
}

/** By order number. */
export type GoodsByOrder = ReadonlyMap<string, OrderGoods>;

/** A row that cannot become an order at all, with why. */
export interface RejectedRow {
  readonly rowNumber: number;
  readonly orderNo: string;
  readonly complaint: OrderComplaint;
}

export type ImportedRow =
  | { readonly kind: 'draft'; readonly draft: OrderDraft }
  | { readonly kind: 'rejected'; readonly rejected: RejectedRow };

/**
 * How a column got its meaning: said by the operator for this file, or before for the same headers · table of the platform ·
 * spelling of this workspace · dictionary · a known word inside the header · its values alone. The surest last.
 */
export const mappingRules = [
  'none',
  'content',
  'contained',
  'dictionary',
  'own',
  'profile',
  'remembered',
  'operator',
] as const;
export type MappingRule = (typeof mappingRules)[number];

/** One column of the file and what we take it for. */
export interface ColumnMapping {
  readonly columnIndex: number;
  readonly header: string;
  /** Canonical field of the dictionary, null when the column is left out. */
  readonly field: string | null;
  readonly rule: MappingRule;
  /** 0..1: how sure we are of the meaning; 0 for a column left out. */
  readonly confidence: number;
  /** Index of the column that fills the same field better; absent unless this one is left out for it. */
  readonly givesWayTo?: number;
  /** Up to five values from the first rows. */
  readonly samples: readonly string[];
}

/** What was recognised before any row is taken. */
export interface FileRecognition {
  readonly format: string;
  readonly encoding: string;
  readonly sheet: string;
  readonly headerRowNumber: number;
  readonly profile: string;
  readonly mapping: readonly ColumnMapping[];
  /** Clean texts of the first rows (50 at most), by which the whole file is judged: units, rounded numbers. */
  readonly sampleRows?: readonly (readonly string[])[];
  /** Another sheet of the workbook, with the goods of these orders. */
  readonly goodsSheet?: FileRecognition;
  /** What a person should hear of the file as a whole. Absent when there is nothing to say. */
  readonly notes?: readonly OrderComplaint[];
  /** Further sheets that look like orders and are not read: the person must hear of them. Absent when there are none. */
  readonly otherSheets?: readonly string[];
  /** Further sheets of orders that are left out: their name says not to ship, or their tab is hidden. Absent when there are none. */
  readonly leftOutSheets?: readonly string[];
  /** The sheet is such a one and the only one there is: no row of it ships without a person's word. */
  readonly isSheetDoubtful?: boolean;
  /** The text could be in several encodings and was read in the likeliest; nothing may be stored before a person chose. */
  readonly encodingQuestion?: EncodingQuestion;
}
