import type { TemplateSize } from '../../../shared/domain/labelTemplate.ts';
import { labelMedia } from './labelMedia.ts';
import { contentsHeight, edgeMm, ruleMm, zonesHeight } from './labelZones.ts';

/** Tenths of a millimetre on the label. */
export interface MerchantArea {
  readonly leftTenthMm: number;
  readonly topTenthMm: number;
  readonly widthTenthMm: number;
  readonly heightTenthMm: number;
}

/** Where the merchant's own area lies: the room inside the contents zone, the lowest of the label. */
export function merchantArea(size: TemplateSize): MerchantArea {
  const { widthMm, heightMm } = labelMedia[size];
  const zoneMm = (contentsHeight / zonesHeight) * (heightMm - 2 * edgeMm - ruleMm);
  return {
    leftTenthMm: Math.round(10 * (edgeMm + ruleMm)),
    topTenthMm: Math.round(10 * (heightMm - edgeMm - zoneMm)),
    widthTenthMm: Math.floor(10 * (widthMm - 2 * edgeMm - 2 * ruleMm)),
    heightTenthMm: Math.floor(10 * (zoneMm - ruleMm)),
  };
}
