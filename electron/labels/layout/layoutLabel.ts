import type { LabelBitmap, LabelDocument, LabelSize } from '../../../shared/domain/labelDocument.ts';
import type { DrawableTemplate } from '../../../shared/domain/labelTemplate.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { encodeCode128 } from '../barcodes/encodeCode128.ts';
import type { LabelFonts } from '../painter/openLabelFonts.ts';
import { drawTemplate } from '../template/drawTemplate.ts';
import { cleanDocument } from './cleanDocument.ts';
import type { Box, LaidOutLabel } from './labelDrawing.ts';
import { type LabelSheet, labelSheet } from './labelSheet.ts';
import { edgeMm, type ZoneName, zoneHeights, zonesHeight } from './labelZones.ts';
import { drawCodeZone } from './zones/codeZone.ts';
import { drawContents } from './zones/contentsZone.ts';
import { drawConsolidation, drawDestination } from './zones/destinationZone.ts';
import { drawHeader } from './zones/headerZone.ts';
import { drawParty, receiverStyle, senderStyle } from './zones/partyZone.ts';
import { drawPracticeBand } from './zones/practiceBand.ts';
import { drawReceiptZone } from './zones/receiptZone.ts';

export interface LabelFormat {
  readonly size: LabelSize;
  readonly dpi: LabelBitmap['dpi'];
}

/** Draws the frame and the rules between the zones; gives back the room inside each. */
function drawGrid(sheet: LabelSheet): Record<ZoneName, Box> {
  const edge = Math.round(edgeMm * sheet.dotsPerMm);
  const rule = sheet.ruleDots;
  const [width, height] = [sheet.widthDots - 2 * edge, sheet.heightDots - 2 * edge];
  const boxes: Partial<Record<ZoneName, Box>> = {};
  let above = 0;
  for (const name of Object.keys(zoneHeights) as ZoneName[]) {
    const top = edge + Math.round((above / zonesHeight) * (height - rule));
    above += zoneHeights[name];
    const bottom = edge + Math.round((above / zonesHeight) * (height - rule));
    sheet.rect({ left: edge, top, width, height: rule });
    boxes[name] = {
      left: edge + rule,
      top: top + rule,
      width: width - 2 * rule,
      height: bottom - top - rule,
    };
  }
  sheet.rect({ left: edge, top: edge + height - rule, width, height: rule });
  sheet.rect({ left: edge, top: edge, width: rule, height });
  sheet.rect({ left: edge + width - rule, top: edge, width: rule, height });
  return boxes as Record<ZoneName, Box>;
}

/**
 * Places everything of an express label. Pure: the same document, format, fonts and template give the same dots.
 * Errors: `LABEL_GLYPH_MISSING`, `LABEL_BARCODE_CONTENT`, `LABEL_BARCODE_TOO_WIDE`.
 */
export function layoutLabel(
  document: LabelDocument,
  format: LabelFormat,
  fonts: LabelFonts,
  template: DrawableTemplate | null = null,
): Outcome<LaidOutLabel> {
  const cleaned = cleanDocument(document, fonts);
  if (!cleaned.ok) return cleaned;
  const clean = cleaned.value;
  const barcode = encodeCode128(clean.waybillNo);
  if (!barcode.ok) return barcode;

  const sheet = labelSheet(format.size, format.dpi, fonts);
  const zones = drawGrid(sheet);
  drawHeader(sheet, zones.header, clean);
  const code = drawCodeZone(sheet, zones.code, barcode.value, clean.waybillNo);
  if (!code.ok) return code;
  const sortCodeDots = drawDestination(sheet, zones.destination, clean.sortCode);
  drawConsolidation(sheet, zones.consolidation, clean);
  drawParty(sheet, zones.receiver, clean.receiver, receiverStyle);
  drawParty(sheet, zones.sender, clean.sender, senderStyle);
  // Nobody signs for a practice label: what forbids to send it stands there, and the contents look as they will.
  if (clean.isPractice) drawPracticeBand(sheet, zones.receipt, sortCodeDots);
  else drawReceiptZone(sheet, zones.receipt, barcode.value, clean.waybillNo);

  const drawn = template === null ? null : drawTemplate(sheet, fonts, zones.contents, template, clean);
  if (drawn === null) drawContents(sheet, zones.contents, clean);
  return done({
    drawing: sheet.finish(),
    merchantArea: zones.contents,
    problems: drawn?.problems ?? [],
    hidden: drawn?.hidden ?? [],
  });
}
