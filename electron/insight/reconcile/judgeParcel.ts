import type { BillLineClass, BillReason, BillTolerance } from '../../../shared/domain/bills/bill.ts';
import type { ShipmentState } from '../../../shared/domain/shipment.ts';

/** The lines of one parcel that are not charged twice. */
export interface BilledParcel {
  readonly carrier: string;
  readonly lines: readonly {
    readonly waybillNo: string;
    readonly weightGrams: number | null;
    readonly amountFen: number;
    /** Of it, for the way back. */
    readonly returnFen: number;
  }[];
}

/** What is known here of the parcel of such a number. */
export interface OwnParcel {
  readonly carrier: string;
  readonly state: ShipmentState;
  /** null: nobody has asked where it is. */
  readonly hasMoved: boolean | null;
  readonly isReturned: boolean;
  readonly weightGrams: number | null;
  /** Kept when it was booked; null: not known then. */
  readonly estimateFen: number | null;
  /** By our prices, for a weight; null: they do not tell. */
  priceOf(weightGrams: number | null): number | null;
}

export interface Judgement {
  readonly class: BillLineClass;
  readonly reason: BillReason;
  readonly billedGrams: number | null;
  readonly billedFen: number;
  readonly estimateFen: number | null;
  readonly expectedFen: number | null;
  readonly differenceFen: number | null;
  /** null: something may be claimed, how much a person must say; 0: nothing. */
  readonly claimFen: number | null;
}

/** The heaviest a bill says of each box, together: its lines for freight, insurance and fuel repeat the weight or leave it out. */
function billedWeight({ lines }: BilledParcel): number | null {
  const boxes = new Map<string, number>();
  for (const { waybillNo, weightGrams } of lines)
    if (weightGrams !== null) boxes.set(waybillNo, Math.max(boxes.get(waybillNo) ?? 0, weightGrams));
  return boxes.size === 0 ? null : [...boxes.values()].reduce((sum, grams) => sum + grams, 0);
}

const sumOf = (lines: BilledParcel['lines']): number =>
  lines.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** Puts what a bill says of one parcel into the one class it belongs to. null: the number is not ours. */
export function judgeParcel(
  billed: BilledParcel,
  own: OwnParcel | null,
  tolerance: BillTolerance,
): Judgement {
  const billedFen = sumOf(billed.lines);
  const base = {
    reason: '' as const,
    billedGrams: billedWeight(billed),
    billedFen,
    estimateFen: own?.estimateFen ?? null,
    expectedFen: null,
    differenceFen: null,
    claimFen: Math.max(0, billedFen),
  };
  if (own === null) return { ...base, class: 'foreign' };
  if (own.carrier !== billed.carrier) return { ...base, class: 'wrong-carrier' };
  if (own.state === 'voided' || own.state === 'voiding') {
    // Given back, and yet on its way: whose mistake that was, nobody here can reckon.
    return own.hasMoved === true
      ? { ...base, class: 'voided', reason: 'moved', claimFen: null }
      : { ...base, class: 'voided' };
  }
  if (own.hasMoved === false) return { ...base, class: 'unused' };
  return { ...base, ...compare(billed, own, base.billedGrams, tolerance) };
}

function compare(
  billed: BilledParcel,
  own: OwnParcel,
  billedGrams: number | null,
  tolerance: BillTolerance,
): Omit<Judgement, 'billedGrams' | 'billedFen'> {
  // No price of ours is for the way back; a parcel that came back was carried twice.
  const backFen = own.isReturned ? billed.lines.reduce((sum, { returnFen }) => sum + returnFen, 0) : 0;
  const comparedFen = sumOf(billed.lines) - backFen;
  const ownGrams = own.weightGrams;
  const estimateFen = own.estimateFen ?? own.priceOf(ownGrams);
  const weightDiffers =
    billedGrams !== null && ownGrams !== null && !isSameWeight(billedGrams, ownGrams, tolerance);
  // A weight that counts as the same is priced as it was then: prices may have been changed since.
  const atBilled = billedGrams === null || billedGrams === ownGrams ? null : own.priceOf(billedGrams);
  const expectedFen = weightDiffers ? atBilled : nearest(comparedFen, estimateFen, atBilled);
  const differenceFen = expectedFen === null ? null : comparedFen - expectedFen;
  const known = { estimateFen, expectedFen, differenceFen };
  const isHeavier = billedGrams !== null && ownGrams !== null && billedGrams > ownGrams;
  const priceDiffers = expectedFen !== null && !isSamePrice(comparedFen, expectedFen, tolerance);
  const over = (fen: number | null) => (fen === null ? null : Math.max(0, comparedFen - fen));
  if (weightDiffers) {
    const claimFen = isHeavier || priceDiffers ? over(isHeavier ? estimateFen : expectedFen) : 0;
    return { ...known, class: priceDiffers ? 'weight-price' : 'weight', reason: '', claimFen };
  }
  if (priceDiffers) return { ...known, class: 'price', reason: '', claimFen: over(expectedFen) };
  const reason = unknownOf(billedGrams, ownGrams, expectedFen);
  return { ...known, class: reason === '' ? 'matched' : 'unchecked', reason, claimFen: 0 };
}

/** Of two prices that may be asked, the one nearer to what was asked. */
function nearest(fen: number, one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.abs(fen - one) <= Math.abs(fen - other) ? one : other;
}

/** What could not be compared; a bill that states no weight asks for no comparison of it. */
function unknownOf(
  billedGrams: number | null,
  ownGrams: number | null,
  expectedFen: number | null,
): BillReason {
  const lacksWeight = billedGrams !== null && ownGrams === null;
  if (expectedFen === null) return lacksWeight ? 'no-own-weight-no-price' : 'no-price';
  return lacksWeight ? 'no-own-weight' : '';
}

function within(difference: number, of: number, least: number, percent: number): boolean {
  return Math.abs(difference) <= Math.max(least, Math.floor((Math.abs(of) * percent) / 100));
}

/** Carriers charge whole steps: anything from our weight to the next step is what they should have billed. */
function isSameWeight(billedGrams: number, ownGrams: number, tolerance: BillTolerance): boolean {
  const { weightGrams, percent, roundsUpToGrams } = tolerance;
  if (within(billedGrams - ownGrams, ownGrams, weightGrams, percent)) return true;
  if (roundsUpToGrams <= 0) return false;
  const rounded = Math.ceil(ownGrams / roundsUpToGrams) * roundsUpToGrams;
  return billedGrams >= ownGrams && billedGrams <= rounded;
}

function isSamePrice(billedFen: number, expectedFen: number, { priceFen, percent }: BillTolerance): boolean {
  return within(billedFen - expectedFen, expectedFen, priceFen, percent);
}
