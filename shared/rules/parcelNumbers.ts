/** What a platform said about the numbers of one booking. */
interface BookedNumbers {
  readonly waybillNo: string;
  readonly childWaybillNos?: readonly string[] | undefined;
}

export interface ParcelNumbers {
  /** The number on each box, box 1 first; as many as were asked for, or as many as there are. */
  readonly numbers: readonly string[];
  /** Numbers beyond the boxes there are. */
  readonly surplus: readonly string[];
  /** How many boxes the platform gave numbers for: fewer or more than asked for is shown to a person. */
  readonly told: number;
}

/** `JDX0123456789-2-3-`: box 2 of 3 of the number before it. */
const packagePattern = /^(.+)-(\d{1,3})-\d{1,3}-?$/;

/**
 * Which numbers the boxes of one booking bear. Usually the booking's own number is on the first box and the child numbers
 * on the others; a carrier that names its boxes `number-n-N-` gives the first box such a name too. Never invents one.
 */
export function parcelNumbers(
  { waybillNo, childWaybillNos = [] }: BookedNumbers,
  asked: number,
): ParcelNumbers {
  const children = [...new Set(childWaybillNos)].filter((number) => number !== waybillNo);
  const named = children
    .map((number) => ({ number, no: packageNo(number, waybillNo) }))
    .filter(({ no }) => no > 0)
    .sort((one, other) => one.no - other.no);
  const all = named[0]?.no === 1 ? named.map(({ number }) => number) : [waybillNo, ...children];
  const boxes = Math.max(1, asked);
  // A single box bears the booking's number, whatever else was said of it.
  const numbers = boxes === 1 ? [waybillNo] : all.slice(0, boxes);
  return { numbers, surplus: all.slice(boxes), told: all.length };
}

/** 0: not a box of this number. */
function packageNo(number: string, waybillNo: string): number {
  const parts = packagePattern.exec(number);
  return parts?.[1] === waybillNo ? Number(parts[2]) : 0;
}
