import type { LabelBitmap, LabelSize } from '../../../shared/domain/printing/labelDocument.ts';
import type { LogoPicture } from '../../../shared/domain/printing/labelTemplate.ts';
import type { FittedBarcode } from '../barcodes/encodeCode128.ts';
import type { QrCode } from '../barcodes/encodeQr.ts';
import type { FontWeight, LabelFonts } from '../painter/labelFont.ts';
import { type FittedText, fitText, measureText } from '../text/fitText.ts';
import type { Box, LabelDrawing, LabelMark } from './labelDrawing.ts';
import { dotsPerMm, labelMedia } from './labelMedia.ts';

/** Hanzi of fewer dots clog on a hot head: 2 mm, 16 dots at 203 dpi. */
const smallestTextMm = 2;

export interface TextStyle {
  readonly weight: FontWeight;
  /** On the 76 × 130 design; larger media draw it in proportion. */
  readonly maxMm: number;
  /** Instead of `maxMm`, for what is not of the 76 × 130 design. */
  readonly maxDots?: number;
  /** Real millimetres, the same on every medium. */
  readonly minMm?: number;
  readonly maxLines?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle';
  readonly isWhite?: boolean;
}

/** The sheet while it is being laid out: sizes in design millimetres go in, marks in dots come out. */
export interface LabelSheet {
  readonly size: LabelSize;
  readonly widthDots: number;
  readonly heightDots: number;
  readonly dotsPerMm: number;
  /** Thickness of a rule: 0.25 mm. */
  readonly ruleDots: number;
  /** Millimetres of the 76 × 130 design → dots on this sheet. */
  scaled(designMm: number): number;
  rect(box: Box, isWhite?: boolean): void;
  bars(box: Box, fitted: FittedBarcode, leanDots?: number): void;
  modules(left: number, top: number, moduleDots: number, code: QrCode): void;
  picture(left: number, top: number, picture: LogoPicture): void;
  measure(weight: FontWeight, text: string, sizeDots: number): number;
  /** Fits by the common rule, without placing. */
  fitIn(
    text: string,
    room: { readonly width: number; readonly height: number },
    style: TextStyle,
  ): FittedText;
  /** Places what was fitted into the box. */
  place(fitted: FittedText, box: Box, style: TextStyle): void;
  /** Fits and places. */
  text(text: string, box: Box, style: TextStyle): FittedText;
  finish(): LabelDrawing;
}

/** An em square of this font reaches 0.88 em above the baseline; all of a hanzi lies in the em square. */
const ascentEm = 0.88;

export function labelSheet(size: LabelSize, dpi: LabelBitmap['dpi'], fonts: LabelFonts): LabelSheet {
  const media = labelMedia[size];
  const perMm = dotsPerMm(dpi);
  // The internal label is a design of its own, in true millimetres.
  const scale = size === '60x40' ? 1 : Math.min(media.widthMm / 76, media.heightMm / 130);
  const marks: LabelMark[] = [];
  const widthDots = Math.round(media.widthMm * perMm);
  const heightDots = Math.round(media.heightMm * perMm);
  const scaled = (designMm: number): number => Math.round(designMm * scale * perMm);

  const fitIn: LabelSheet['fitIn'] = (text, room, style) =>
    fitText(fonts[style.weight], text, {
      widthDots: room.width,
      heightDots: room.height,
      maxSizeDots: Math.min(style.maxDots ?? scaled(style.maxMm), room.height),
      minSizeDots: Math.round((style.minMm ?? smallestTextMm) * perMm),
      maxLines: style.maxLines ?? Number.POSITIVE_INFINITY,
    });

  const place: LabelSheet['place'] = (fitted, box, style) => {
    const spare = box.height - fitted.heightDots;
    const top = box.top + (style.vertical === 'middle' ? Math.max(0, Math.round(spare / 2)) : 0);
    fitted.lines.forEach((line, index) => {
      const width = measureText(fonts[style.weight], line, fitted.sizeDots);
      const shift = { left: 0, center: (box.width - width) / 2, right: box.width - width };
      marks.push({
        kind: 'text',
        left: box.left + Math.max(0, Math.round(shift[style.align ?? 'left'])),
        baseline: top + index * fitted.pitchDots + Math.round(fitted.sizeDots * ascentEm),
        sizeDots: fitted.sizeDots,
        weight: style.weight,
        text: line,
        isWhite: style.isWhite ?? false,
      });
    });
  };

  return {
    size,
    widthDots,
    heightDots,
    dotsPerMm: perMm,
    ruleDots: Math.round(0.25 * perMm),
    scaled,
    rect: (box, isWhite = false) => marks.push({ kind: 'rect', isWhite, ...box }),
    bars: (box, fitted, leanDots = 0) => marks.push({ kind: 'bars', fitted, leanDots, ...box }),
    modules: (left, top, moduleDots, code) => marks.push({ kind: 'modules', left, top, moduleDots, code }),
    picture: (left, top, picture) => marks.push({ kind: 'picture', left, top, picture }),
    measure: (weight, text, sizeDots) => measureText(fonts[weight], text, sizeDots),
    fitIn,
    place,
    text(text, box, style) {
      const fitted = fitIn(text, box, style);
      place(fitted, box, style);
      return fitted;
    },
    finish: () => ({ widthDots, heightDots, dpi, marks }),
  };
}

/** One line in the middle of its box. */
export const oneLine = { maxLines: 1, vertical: 'middle' } as const;

/** White text on a black box with softened corners. */
export function drawBadge(sheet: LabelSheet, box: Box, text: string, maxMm: number): void {
  const cut = Math.max(1, Math.round(sheet.dotsPerMm / 8));
  sheet.rect({ left: box.left + cut, top: box.top, width: box.width - 2 * cut, height: box.height });
  sheet.rect({ left: box.left, top: box.top + cut, width: box.width, height: box.height - 2 * cut });
  sheet.text(text, box, { ...oneLine, weight: 'bold', maxMm, minMm: 1.5, align: 'center', isWhite: true });
}

/** Badges from the right edge leftwards; gives back the edge left over. */
export function drawBadges(
  sheet: LabelSheet,
  box: Box,
  texts: readonly string[],
  { maxMm, padMm, gapDots }: { readonly maxMm: number; readonly padMm: number; readonly gapDots: number },
): number {
  let edge = box.left + box.width;
  for (const text of texts) {
    const width = sheet.measure('bold', text, sheet.scaled(maxMm)) + 2 * sheet.scaled(padMm);
    drawBadge(sheet, { ...box, left: edge - width, width }, text, maxMm);
    edge -= width + gapDots;
  }
  return edge;
}
