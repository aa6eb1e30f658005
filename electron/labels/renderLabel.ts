import type { LabelBitmap, LabelDocument } from '../../shared/domain/printing/labelDocument.ts';
import type { DrawableTemplate } from '../../shared/domain/printing/labelTemplate.ts';
import { done, type Outcome } from '../../shared/errors/outcome.ts';
import { quietModules } from './barcodes/encodeCode128.ts';
import type { LabelDrawing, LabelMark } from './layout/labelDrawing.ts';
import { type LabelFormat, layoutLabel } from './layout/layoutLabel.ts';
import { type DotCanvas, dotCanvas } from './painter/dotCanvas.ts';
import type { LabelFonts } from './painter/labelFont.ts';

/**
 * Document → the very dots that are printed and previewed. Pure. `template` is what `document.template` names, already read.
 * Errors: `LABEL_BARCODE_CONTENT`, `LABEL_BARCODE_TOO_WIDE`.
 */
export function renderLabel(
  document: LabelDocument,
  format: LabelFormat,
  fonts: LabelFonts,
  template: DrawableTemplate | null = null,
): Outcome<LabelBitmap> {
  const laidOut = layoutLabel(document, format, fonts, template);
  return laidOut.ok ? done(paintLabel(laidOut.value.drawing, fonts).bitmap) : laidOut;
}

/** Of whoever needs the dots of a label for a moment only. */
let sharedSheet = new Uint8Array(0);

function blankSheet(bytes: number): Uint8Array {
  if (sharedSheet.length < bytes) sharedSheet = new Uint8Array(bytes);
  return sharedSheet.subarray(0, bytes).fill(0);
}

/**
 * The same for `take` alone, which keeps nothing of the dots: the next label is drawn on the same sheet. Sheets of their own are 80 KB of
 * garbage each, 170 at 300 dpi, and the collector comes only when there are some 30 MB of them.
 */
export function drawOnce<T>(
  document: LabelDocument,
  format: LabelFormat,
  fonts: LabelFonts,
  template: DrawableTemplate | null,
  take: (bitmap: LabelBitmap) => Outcome<T>,
): Outcome<T> {
  const laidOut = layoutLabel(document, format, fonts, template);
  return laidOut.ok ? take(paintLabel(laidOut.value.drawing, fonts, blankSheet).bitmap) : laidOut;
}

function paintText(canvas: DotCanvas, fonts: LabelFonts, mark: LabelMark & { kind: 'text' }): void {
  const font = fonts[mark.weight];
  let pen = mark.left;
  for (const character of mark.text) {
    const codePoint = character.codePointAt(0) as number;
    const glyph = font.glyph(codePoint, mark.sizeDots);
    canvas.stamp(glyph, pen + glyph.left, mark.baseline + glyph.top, mark.isWhite);
    pen += font.advanceDots(codePoint, mark.sizeDots);
  }
}

function paintBars(canvas: DotCanvas, mark: LabelMark & { kind: 'bars' }): void {
  const { barcode, moduleDots } = mark.fitted;
  // Rows that begin at the same dot are one strip.
  for (let dots = 0; dots <= mark.leanDots; dots += 1) {
    const [from, to] = [dots, dots + 1].map((at) => Math.round((at * mark.height) / (mark.leanDots + 1)));
    const [top, height] = [mark.top + (from as number), (to as number) - (from as number)];
    let x = mark.left + dots + quietModules * moduleDots;
    barcode.widths.forEach((modules, index) => {
      if (index % 2 === 0) canvas.fillRect(x, top, modules * moduleDots, height);
      x += modules * moduleDots;
    });
  }
}

function paintModules(canvas: DotCanvas, mark: LabelMark & { kind: 'modules' }): void {
  const { side, modules } = mark.code;
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      if (modules[row * side + column] !== 1) continue;
      const [left, top] = [mark.left + column * mark.moduleDots, mark.top + row * mark.moduleDots];
      canvas.fillRect(left, top, mark.moduleDots, mark.moduleDots);
    }
  }
}

/** A sheet of pictures only. */
export function paintPictures(
  sheet: Omit<LabelDrawing, 'marks'>,
  pictures: readonly Omit<LabelMark & { kind: 'picture' }, 'kind'>[],
): LabelBitmap {
  const canvas = dotCanvas(sheet.widthDots, sheet.heightDots, sheet.dpi);
  for (const { picture, left, top } of pictures) canvas.stamp(picture, left, top);
  return canvas.bitmap;
}

/** Draws the marks in their order onto a blank sheet. */
export function paintLabel(
  drawing: LabelDrawing,
  fonts: LabelFonts,
  blank?: (bytes: number) => Uint8Array,
): DotCanvas {
  const canvas = dotCanvas(drawing.widthDots, drawing.heightDots, drawing.dpi, blank);
  for (const mark of drawing.marks) {
    if (mark.kind === 'rect') canvas.fillRect(mark.left, mark.top, mark.width, mark.height, mark.isWhite);
    else if (mark.kind === 'bars') paintBars(canvas, mark);
    else if (mark.kind === 'modules') paintModules(canvas, mark);
    else if (mark.kind === 'picture') canvas.stamp(mark.picture, mark.left, mark.top);
    else paintText(canvas, fonts, mark);
  }
  return canvas;
}
