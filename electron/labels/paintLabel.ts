import { quietModules } from './barcodes/fitBarcode.ts';
import type { LabelDrawing, LabelMark } from './layout/labelDrawing.ts';
import { type DotCanvas, dotCanvas } from './painter/dotCanvas.ts';
import type { LabelFonts } from './painter/openLabelFonts.ts';

function paintText(canvas: DotCanvas, fonts: LabelFonts, mark: LabelMark & { kind: 'text' }): void {
  const font = fonts[mark.weight];
  let pen = mark.left;
  for (const character of mark.text) {
    const codePoint = character.codePointAt(0) as number;
    const runs = font.runs(codePoint, mark.sizeDots);
    for (let i = 0; i < runs.length; i += 3) {
      canvas.fillRun(
        mark.baseline + (runs[i] as number),
        pen + (runs[i + 1] as number),
        pen + (runs[i + 2] as number),
        mark.isWhite,
      );
    }
    pen += font.advanceDots(codePoint, mark.sizeDots);
  }
}

function paintBars(canvas: DotCanvas, mark: LabelMark & { kind: 'bars' }): void {
  const { barcode, moduleDots } = mark.fitted;
  let x = mark.left + quietModules * moduleDots;
  barcode.widths.forEach((modules, index) => {
    if (index % 2 === 0) canvas.fillRect(x, mark.top, modules * moduleDots, mark.height);
    x += modules * moduleDots;
  });
}

/** Draws the marks in their order onto a blank sheet. */
export function paintLabel(drawing: LabelDrawing, fonts: LabelFonts): DotCanvas {
  const canvas = dotCanvas(drawing.widthDots, drawing.heightDots, drawing.dpi);
  for (const mark of drawing.marks) {
    if (mark.kind === 'rect') canvas.fillRect(mark.left, mark.top, mark.width, mark.height, mark.isWhite);
    else if (mark.kind === 'bars') paintBars(canvas, mark);
    else paintText(canvas, fonts, mark);
  }
  return canvas;
}
