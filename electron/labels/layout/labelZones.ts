import type { LabelDocument } from '../../../shared/domain/printing/labelDocument.ts';
import type { TemplateSize } from '../../../shared/domain/printing/labelTemplate.ts';
import { labelMedia } from './labelMedia.ts';

/** Blank edge: a print head is rarely aligned better than a millimetre. */
export const edgeMm = 1.5;

/** Thickness of a rule. */
const ruleMm = 0.25;

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
const contentsHeight = plainHeights.contents;

/** Money the courier collects, freight among it, insurance, a slip to bring back: a row of their own below the receiver. */
function hasServices({
  codAmountFen = 0,
  insuredValueFen = 0,
  hasReturnReceipt,
  payment,
}: LabelDocument): boolean {
  return codAmountFen > 0 || insuredValueFen > 0 || hasReturnReceipt === true || payment === 'receiver';
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

/** Blank edge of the internal label. */
export const internalEdgeMm = 1.5;

/** Its rows from top to bottom; what is left of the 40 mm between region and footer is the merchant area. */
export const internalRowsMm = { code: 12.4, orderNo: 3.4, receiver: 3.8, region: 3.3, footer: 3 } as const;

/** Tenths of a millimetre on the label. */
interface MerchantArea {
  readonly leftTenthMm: number;
  readonly topTenthMm: number;
  readonly widthTenthMm: number;
  readonly heightTenthMm: number;
}

/** Between the rule below the region and the footer. */
function internalArea(): MerchantArea {
  const { widthMm, heightMm } = labelMedia['60x40'];
  const { code, orderNo, receiver, region, footer } = internalRowsMm;
  const topMm = internalEdgeMm + code + orderNo + receiver + region + ruleMm;
  return {
    leftTenthMm: Math.round(10 * internalEdgeMm),
    topTenthMm: Math.round(10 * topMm),
    widthTenthMm: Math.floor(10 * (widthMm - 2 * internalEdgeMm)),
    heightTenthMm: Math.floor(10 * (heightMm - internalEdgeMm - footer - topMm)),
  };
}

/**
 * Where the merchant's own area lies: the room inside the contents zone, the lowest of an express label; on the internal
 * label the room of the goods.
 */
export function merchantArea(size: TemplateSize): MerchantArea {
  if (size === '60x40') return internalArea();
  const { widthMm, heightMm } = labelMedia[size];
  const zoneMm = (contentsHeight / zonesHeight) * (heightMm - 2 * edgeMm - ruleMm);
  return {
    leftTenthMm: Math.round(10 * (edgeMm + ruleMm)),
    topTenthMm: Math.round(10 * (heightMm - edgeMm - zoneMm)),
    widthTenthMm: Math.floor(10 * (widthMm - 2 * edgeMm - 2 * ruleMm)),
    heightTenthMm: Math.floor(10 * (zoneMm - ruleMm)),
  };
}
