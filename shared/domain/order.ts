import type { ErrorCode } from '../errors/catalogue.ts';
import { wishFields } from './intake/orderWishes.ts';
import { saleFields } from './intake/saleFacts.ts';

export const orderStates = [
  'needs-review',
  'ready',
  'booking',
  'booked',
  'packed',
  'handed-over',
  'in-transit',
  'delivered',
  'held',
  'cancelled',
  'returned',
  'merged',
  'split',
] as const;
export type OrderState = (typeof orderStates)[number];

/**
 * Offered as filters beside the states of the order: what is read from its shipment, its print job and its alarm, and those
 * that must leave soon and have not.
 */
export const orderFilterStates = ['unsure', 'failed', 'unprinted', 'alarm', 'due'] as const;

/** The parcel is no longer here. */
export const goneStates: readonly OrderState[] = ['handed-over', 'in-transit', 'delivered', 'returned'];

/** Allowed moves; the store refuses every other one. */
export const orderMoves: Readonly<Record<OrderState, readonly OrderState[]>> = {
  /** Merged where it waits for nothing else. */
  'needs-review': ['ready', 'held', 'cancelled', 'merged'],
  ready: ['needs-review', 'booking', 'held', 'cancelled', 'merged', 'split'],
  booking: ['booked', 'ready', 'needs-review'],
  booked: ['packed', 'handed-over', 'in-transit', 'delivered', 'returned', 'cancelled'],
  /** Back to booked: opened again at the bench. */
  packed: ['booked', 'handed-over', 'in-transit', 'delivered', 'returned'],
  'handed-over': ['in-transit', 'delivered', 'returned'],
  'in-transit': ['delivered', 'returned'],
  delivered: ['returned'],
  held: ['needs-review', 'ready', 'cancelled'],
  /** Only by accepting what a newer file says of it, or by changing a booked order: then it may be booked again under a new code. */
  cancelled: ['ready', 'needs-review'],
  returned: [],
  /** Its goods travel with another order, or in several; undoing that gives it back. */
  merged: ['ready', 'needs-review', 'held'],
  split: ['ready', 'needs-review', 'held'],
};

/**
 * Why an order is kept back. `refund` and `platform` are also set by an import, `booked-before` only where a restored backup
 * has missed a booking of the same number; the others by a person.
 */
export const holdReasons = [
  'refund',
  'platform',
  'booked-before',
  'out-of-stock',
  'payment',
  'customer',
  'address',
  'duplicate',
  'other',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** A person's word on an order held as `booked-before`. */
export const bookedBeforeAnswers = ['same-parcel', 'another-parcel'] as const;
export type BookedBeforeAnswer = (typeof bookedBeforeAnswers)[number];

/** What went wrong with an order that has a number already: refunded or held by its platform since, or changed in a newer file. */
export const orderAlarms = ['refund', 'platform', 'changed'] as const;
export type OrderAlarm = (typeof orderAlarms)[number];

const alarmCodes = {
  refund: 'ORDER_REFUNDED_AFTER_BOOKING',
  platform: 'ORDER_HELD_AFTER_BOOKING',
  changed: 'ORDER_CHANGED_AFTER_BOOKING',
} as const satisfies Record<OrderAlarm, ErrorCode>;

/** What only its carrier can stop any more. */
const leftCodes = {
  ...alarmCodes,
  refund: 'ORDER_REFUNDED_ON_THE_WAY',
  platform: 'ORDER_HELD_ON_THE_WAY',
} as const satisfies Record<OrderAlarm, ErrorCode>;

const leftStates: readonly OrderState[] = ['handed-over', 'in-transit', 'delivered', 'returned'];

/** The parcel of an order in this state is no longer in the shop. */
export const hasLeft = (state: OrderState): boolean => leftStates.includes(state);

export const alarmCode = (alarm: OrderAlarm, state: OrderState): ErrorCode =>
  (hasLeft(state) ? leftCodes : alarmCodes)[alarm];

/** Why an order must not be printed, packed or handed over; null: no newer file stands against it. */
export function stopCode({
  alarm,
  state,
}: {
  readonly alarm: OrderAlarm | '';
  readonly state: OrderState;
}): ErrorCode | null {
  return alarm === 'refund' || alarm === 'platform' ? alarmCode(alarm, state) : null;
}

/** States in which nothing of an order has left the machine: it may still be changed, merged, removed. */
export const unsentStates: readonly OrderState[] = ['needs-review', 'ready', 'held'];

export interface OrderItem {
  readonly name: string;
  readonly sku: string;
  readonly skuCode: string;
  readonly quantity: number;
  /** Comes along free of charge; absent: it was bought, or nobody said. */
  readonly isGift?: true;
  /** Where a picture of it lies (http or https), as the file said. */
  readonly imageUrl?: string;
}

/** Name and variant of an article. */
export const articleName = ({ name, sku }: Pick<OrderItem, 'name' | 'sku'>): string =>
  name === '' || sku === '' ? name + sku : `${name} ${sku}`;

/** What identical rows of one order mean: one line written twice, or so many pieces of the same goods. */
export const repeatAnswers = ['once', 'each'] as const;
export type RepeatAnswer = (typeof repeatAnswers)[number];

/** Why an order waits for a person: a code from shared/errors or an address issue, with the field it is about. */
export interface OrderComplaint {
  readonly code: string;
  readonly field: string;
  /** Values for the text's places; never personal data. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** `content`: a newer file says something else of an order · `stop`: it says that the order must not go out. */
export const orderChangeKinds = ['content', 'stop'] as const;
export type OrderChangeKind = (typeof orderChangeKinds)[number];

/** `superseded`: a still newer file came before anybody decided · `undone`: taken back with the import it came from. */
export const orderChangeStates = ['pending', 'accepted', 'rejected', 'superseded', 'undone'] as const;
export type OrderChangeState = (typeof orderChangeStates)[number];

/** Allowed moves; the store refuses every other one. */
export const orderChangeMoves: Readonly<Record<OrderChangeState, readonly OrderChangeState[]>> = {
  pending: ['accepted', 'rejected', 'superseded', 'undone'],
  accepted: ['undone'],
  rejected: [],
  superseded: [],
  undone: [],
};

/** One field that differs, as people read it. `field` is a column of the receiver or a field of the order. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** How alike receivers must be before two orders are offered for one parcel. */
export const mergeLevels = ['exact', 'phone-address'] as const;
export type MergeLevel = (typeof mergeLevels)[number];
/** Orders that one parcel is made of. */
export const mostMerged = 50;

/**
 * What a status word of a platform means for the parcel: it may go out · it went out already · it never goes out (unpaid,
 * cancelled, refunded) · a person decides each time.
 */
export const statusVerdicts = ['ship', 'shipped', 'never', 'ask'] as const;
export type StatusVerdict = (typeof statusVerdicts)[number];

/**
 * What a person may change of an order before it leaves, by the names of the JSON and by short ones, which take weights,
 * amounts and goods as people write them.
 */
export const editableFields = [
  'name',
  'phone',
  'extension',
  'province',
  'city',
  'district',
  'town',
  'detail',
  'goods',
  'weightGrams',
  'parcelCount',
  'codAmountFen',
  'insuredValueFen',
  'buyerRemark',
  'sellerRemark',
  'carrier',
  'weight',
  'boxes',
  'cod',
  'insured',
  'remark',
  ...wishFields,
  ...saleFields,
] as const;
export type EditableField = (typeof editableFields)[number];
