import type { LabelDocument } from '../../../shared/domain/labelDocument.ts';

/** Blank edge: a print head is rarely aligned better than a millimetre. */
export const edgeMm = 1.5;

/** Thickness of a rule. */
export const ruleMm = 0.25;

/** Zones from top to bottom with their heights in millimetres on 76 × 130 media; others in proportion. */
const plainHeights = {
  header: 9,
  code: 18,
  destination: 13.5,
  consolidation: 8.5,
  receiver: 21,
  services: 0,
  sender: 11,
  receipt: 12.5,
  contents: 33.5,
} as const;

export type ZoneName = keyof typeof plainHeights;
export type ZoneHeights = Readonly<Record<ZoneName, number>>;

/** All zones together; the same on every label. */
export const zonesHeight = Object.values<number>(plainHeights).reduce((sum, mm) => sum + mm, 0);

/** The merchant's area is as high on every label: what a label needs besides is taken from the zones above. */
export const contentsHeight = plainHeights.contents;

/** Money the courier collects, insurance, a slip to bring back: a row of their own below the receiver. */
export function hasServices({ codAmountFen, insuredValueFen, hasReturnReceipt }: LabelDocument): boolean {
  return (codAmountFen ?? 0) > 0 || (insuredValueFen ?? 0) > 0 || hasReturnReceipt === true;
}

/** Without a consolidation place its row goes to the bars and the receiver; a slip written by hand keeps it blank. */
function hasConsolidation({ packageName, packageCode, isManualSlip }: LabelDocument): boolean {
  return packageName !== '' || packageCode !== '' || isManualSlip === true;
}

/** The zones of this label; a zone of height 0 is not drawn. */
export function zoneHeightsOf(document: LabelDocument): ZoneHeights {
  const services = hasServices(document) ? 6 : 0;
  // Bars stay at least 10 mm high, the sort code the largest text.
  const childRow = document.parcel ? 3 : 0;
  const given = (share: number): number => (services * share) / 6;
  const consolidation = plainHeights.consolidation - given(1);
  const freed = hasConsolidation(document) ? 0 : consolidation;
  return {
    ...plainHeights,
    code: plainHeights.code - given(1) + childRow + freed * 0.4,
    destination: plainHeights.destination - given(1.5) - childRow,
    consolidation: consolidation - freed,
    receiver: plainHeights.receiver - given(2.5) + freed * 0.6,
    services,
  };
}
