import type { LabelBitmap, LabelDocument, LabelSize } from '../../../shared/domain/printing/labelDocument.ts';
import { type DrawableTemplate, fitsSize } from '../../../shared/domain/printing/labelTemplate.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { keysOf } from '../../../shared/rules/typedRecord.ts';
import { encodeCode128 } from '../barcodes/encodeCode128.ts';
import type { LabelFonts } from '../painter/labelFont.ts';
import { drawTemplate } from '../template/drawTemplate.ts';
import { cleanDocument } from './cleanDocument.ts';
import type { Box, LaidOutLabel } from './labelDrawing.ts';
import { type LabelSheet, labelSheet } from './labelSheet.ts';
import { edgeMm, type ZoneHeights, type ZoneName, zoneHeightsOf, zonesHeight } from './labelZones.ts';
import { layoutInternal } from './layoutInternal.ts';
import { drawCodeZone, drawNumberRoom, drawReceiptZone } from './zones/codeZone.ts';
import { drawContents } from './zones/contentsZone.ts';
import { drawConsolidation, drawDestination } from './zones/destinationZone.ts';
import { drawHeader, drawPracticeBand } from './zones/headerZone.ts';
import { drawParty, receiverStyle, senderStyle } from './zones/partyZone.ts';
import { drawServices } from './zones/servicesZone.ts';

export interface LabelFormat {
  readonly size: LabelSize;
  readonly dpi: LabelBitmap['dpi'];
}

/**
 * Places everything of a label. Pure: the same document, format, fonts and template give the same dots.
 * A template of another kind of label is left out: the standard layout is printed.
 * Errors: `LABEL_BARCODE_CONTENT`, `LABEL_BARCODE_TOO_WIDE`.
 */
export function layoutLabel(
  document: LabelDocument,
  format: LabelFormat,
  fonts: LabelFonts,
  template: DrawableTemplate | null = null,
): Outcome<LaidOutLabel> {
  const clean = cleanDocument(document, fonts);
  const sheet = labelSheet(format.size, format.dpi, fonts);
  const layout = format.size === '60x40' ? layoutInternal : layoutExpress;
  const fitting = template !== null && fitsSize(template.content, format.size) ? template : null;
  return layout(sheet, fonts, clean.document, fitting);
}

/** Draws the frame and the rules between the zones; gives back the room inside each. */
function drawGrid(sheet: LabelSheet, heights: ZoneHeights): Record<ZoneName, Box> {
  const edge = Math.round(edgeMm * sheet.dotsPerMm);
  const rule = sheet.ruleDots;
  const [width, height] = [sheet.widthDots - 2 * edge, sheet.heightDots - 2 * edge];
  const boxes: Partial<Record<ZoneName, Box>> = {};
  let above = 0;
  for (const name of keysOf(heights)) {
    const top = edge + Math.round((above / zonesHeight) * (height - rule));
    above += heights[name];
    const bottom = edge + Math.round((above / zonesHeight) * (height - rule));
    if (heights[name] > 0) sheet.rect({ left: edge, top, width, height: rule });
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

/** The number a receipt is known by: the waybill's, or the order's on a slip that has none yet. */
function receiptCode(document: LabelDocument): string {
  return document.waybillNo === '' ? document.orderNo : document.waybillNo;
}

/** The label a parcel travels with. */
function layoutExpress(
  sheet: LabelSheet,
  fonts: LabelFonts,
  document: LabelDocument,
  template: DrawableTemplate | null,
): Outcome<LaidOutLabel> {
  const zones = drawGrid(sheet, zoneHeightsOf(document));
  drawHeader(sheet, zones.header, document);
  if (document.waybillNo === '' && document.isManualSlip) {
    drawNumberRoom(sheet, zones.code);
  } else {
    const barcode = encodeCode128(document.waybillNo);
    if (!barcode.ok) return barcode;
    const code = drawCodeZone(sheet, zones.code, barcode.value, document);
    if (!code.ok) return code;
  }
  const sortCodeDots = drawDestination(sheet, zones.destination, document.sortCode);
  if (zones.consolidation.height > 0) drawConsolidation(sheet, zones.consolidation, document);
  drawParty(sheet, zones.receiver, document.receiver, receiverStyle);
  if (zones.services.height > 0) drawServices(sheet, zones.services, document);
  drawParty(sheet, zones.sender, document.sender, senderStyle);
  // Nobody signs for a practice label: what forbids to send it stands there, and the contents look as they will.
  if (document.isPractice) drawPracticeBand(sheet, zones.receipt, sortCodeDots);
  else drawReceiptZone(sheet, zones.receipt, receiptCode(document));

  const { contents } = zones;
  const drawn = template === null ? null : drawTemplate(sheet, fonts, contents, template, document);
  if (drawn === null) drawContents(sheet, contents, document);
  return done({
    drawing: sheet.finish(),
    merchantArea: contents,
    problems: drawn?.problems ?? [],
    hidden: drawn?.hidden ?? [],
  });
}
