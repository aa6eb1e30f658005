import type { TemplateSize } from '../../../shared/domain/labelTemplate.ts';
import { internalEdgeMm, internalRowsMm } from './internalRows.ts';
import { labelMedia } from './labelMedia.ts';
import { contentsHeight, edgeMm, ruleMm, zonesHeight } from './labelZones.ts';

/** Tenths of a millimetre on the label. */
export interface MerchantArea {
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
