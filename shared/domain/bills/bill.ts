/** What a column of a carrier's bill holds. */
export const billFields = [
  'waybillNo',
  'orderNo',
  'day',
  'weight',
  'total',
  'freight',
  'insuranceFee',
  'surcharge',
  'codFee',
  'returnFee',
  'otherFee',
  'discount',
  'codAmount',
  'payout',
  'payoutDay',
  'payoutState',
  'feeKind',
  'origin',
  'destination',
] as const;
export type BillField = (typeof billFields)[number];

/** Columns whose sum is what a line costs where no column gives the whole. */
export const billFeeFields = [
  'freight',
  'insuranceFee',
  'surcharge',
  'codFee',
  'returnFee',
  'otherFee',
] as const satisfies readonly BillField[];

/**
 * A list of money collected for the shop and paid out to it (代收货款返款): it charges nothing but fees of that. A bill that
 * charges the way besides is a bill.
 */
export function isRemittance(fields: readonly (BillField | null)[]): boolean {
  const chargesMore = ['total', 'freight', 'insuranceFee', 'surcharge', 'returnFee', 'weight'] as const;
  const has = (...some: readonly BillField[]) => some.some((field) => fields.includes(field));
  return has('codAmount', 'payout') && !has(...chargesMore);
}

/** What a line of a bill is charged for; several lines of one waybill and different kinds belong together. */
const billFeeKinds = ['freight', 'insurance', 'surcharge', 'cod', 'return', 'label', 'other'] as const;
export type BillFeeKind = (typeof billFeeKinds)[number];

/** Every line of a bill is in exactly one of these. */
export const billLineClasses = [
  /** Ours, billed once, weight and price as they should be. */
  'matched',
  /** Money collected with a parcel of ours, on a list of money paid out. */
  'remitted',
  /** Ours, and nothing against it, but weight or price could not be compared: unknown is not good. */
  'unchecked',
  'weight',
  'price',
  'weight-price',
  /** The number was given back. */
  'voided',
  /** The parcel never moved. */
  'unused',
  /** Ours, with another carrier. */
  'wrong-carrier',
  /** Billed before, in this bill or an earlier one. */
  'double',
  /** No parcel of ours. */
  'foreign',
  'unreadable',
] as const;
export type BillLineClass = (typeof billLineClasses)[number];

/** What comes of a bill: the classes of its lines, and what it does not name although it was handed over in its time. */
export const billClasses = [...billLineClasses, 'missing'] as const;
export type BillClass = (typeof billClasses)[number];

/** Classes in which the carrier may owe something. */
export const claimClasses: readonly BillClass[] = [
  'weight',
  'price',
  'weight-price',
  'voided',
  'unused',
  'wrong-carrier',
  'double',
  'foreign',
];

/** Why a line could not be read, or why what it says could not be compared. */
export const billReasons = [
  '',
  'no-number',
  'bad-number',
  'damaged-number',
  'no-amount',
  'bad-amount',
  'bad-weight',
  'no-own-weight',
  'no-price',
  'no-own-weight-no-price',
  'earlier-bill',
  'same-bill',
  'moved',
  'cod-differs',
  'not-paid-out',
] as const;
export type BillReason = (typeof billReasons)[number];

export const claimStates = ['open', 'sent', 'accepted', 'refused'] as const;
export type ClaimState = (typeof claimStates)[number];

/** Allowed moves; a slip of the finger is taken back the same way. */
export const claimMoves: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  open: ['sent'],
  sent: ['open', 'accepted', 'refused'],
  accepted: ['sent'],
  refused: ['sent'],
};

/** What counts as the same. A difference within either limit is none. */
export interface BillTolerance {
  readonly weightGrams: number;
  /** Percent of our weight, and of our price. */
  readonly percent: number;
  readonly priceFen: number;
  /** The carrier rounds weights up to a whole multiple of this; 0: it does not. */
  readonly roundsUpToGrams: number;
}

export const usualTolerance: BillTolerance = {
  weightGrams: 100,
  percent: 3,
  priceFen: 10,
  roundsUpToGrams: 1000,
};

export const toleranceLimits = {
  weightGrams: { least: 0, most: 50_000 },
  percent: { least: 0, most: 100 },
  priceFen: { least: 0, most: 100_000 },
  roundsUpToGrams: { least: 0, most: 10_000 },
} as const satisfies Record<keyof BillTolerance, { readonly least: number; readonly most: number }>;

/** How far the money of a parcel paid on delivery has come. */
export const codStates = ['awaiting', 'paid-out', 'received'] as const;
export type CodState = (typeof codStates)[number];

/** The money of a parcel to be paid on delivery beside what was reported of it, what needs somebody first. */
export const codMatches = ['differs', 'overdue', 'awaiting', 'paid-out', 'received', 'on-the-way'] as const;
export type CodMatch = (typeof codMatches)[number];
