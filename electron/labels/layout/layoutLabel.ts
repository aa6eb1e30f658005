import type { LabelBitmap, LabelDocument, LabelSize } from '../../../shared/domain/labelDocument.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { encodeCode128 } from '../barcodes/encodeCode128.ts';
import type { LabelFonts } from '../painter/openLabelFonts.ts';
import { cleanDocument } from './cleanDocument.ts';
import type { Box, LabelDrawing } from './labelDrawing.ts';
import { type LabelSheet, labelSheet } from './labelSheet.ts';
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

/** Blank edge: a print head is rarely aligned better than a millimetre. */
const edgeMm = 1.5;

/** Zones from top to bottom with their heights in millimetres on 76 × 130 media; others in proportion. */
const zoneHeights = {
  header: 9,
  code: 18,
  destination: 13.5,
  consolidation: 8.5,
  receiver: 21,
  sender: 11,
  receipt: 12.5,
  contents: 33.5,
} as const;

type ZoneName = keyof typeof zoneHeights;

/** Draws the frame and the rules between the zones; gives back the room inside each. */
function drawGrid(sheet: LabelSheet): Record<ZoneName, Box> {
  const edge = Math.round(edgeMm * sheet.dotsPerMm);
  const rule = sheet.ruleDots;
  const [width, height] = [sheet.widthDots - 2 * edge, sheet.heightDots - 2 * edge];
  const total = Object.values(zoneHeights).reduce((sum, mm) => sum + mm, 0);
  const boxes: Partial<Record<ZoneName, Box>> = {};
  let above = 0;
  for (const name of Object.keys(zoneHeights) as ZoneName[]) {
    const top = edge + Math.round((above / total) * (height - rule));
    above += zoneHeights[name];
    const bottom = edge + Math.round((above / total) * (height - rule));
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
 * Places everything of an express label. Pure: the same document, format and fonts give the same dots.
 * Errors: `LABEL_GLYPH_MISSING`, `LABEL_BARCODE_CONTENT`, `LABEL_BARCODE_TOO_WIDE`.
 */
export function layoutLabel(
  document: LabelDocument,
  format: LabelFormat,
  fonts: LabelFonts,
): Outcome<LabelDrawing> {
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
  drawReceiptZone(sheet, zones.receipt, barcode.value, clean.waybillNo);

  const bandHeight = clean.isPractice ? sheet.scaled(11) : 0;
  const { contents } = zones;
  drawContents(sheet, { ...contents, height: contents.height - bandHeight }, clean);
  if (clean.isPractice) {
    const top = contents.top + contents.height - bandHeight;
    drawPracticeBand(sheet, { ...contents, top, height: bandHeight }, sortCodeDots);
  }
  return done(sheet.finish());
}
