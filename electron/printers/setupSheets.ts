import type { LabelBitmap, LabelDocument } from '../../shared/domain/printing/labelDocument.ts';
import { done, type Outcome } from '../../shared/errors/outcome.ts';
import type { LabelDrawing, LabelMark } from '../labels/layout/labelDrawing.ts';
import { dotsPerMm, labelMedia } from '../labels/layout/labelMedia.ts';
import { layoutLabel } from '../labels/layout/layoutLabel.ts';
import type { LabelFonts } from '../labels/painter/labelFont.ts';
import { paintLabel } from '../labels/renderLabel.ts';
import { measureText } from '../labels/text/fitText.ts';
import type { SheetTarget } from './renderJob.ts';

/** Farther than any offset that can be set. */
const scaleEndMm = 20;

type Sheet = ReturnType<typeof newSheet>;

function newSheet({ size, dpi }: SheetTarget, fonts: LabelFonts) {
  const perMm = dotsPerMm(dpi);
  const mm = (length: number): number => Math.round(length * perMm);
  const { widthMm, heightMm } = labelMedia[size];
  const marks: LabelMark[] = [];
  return { drawing: { widthDots: mm(widthMm), heightDots: mm(heightMm), dpi, marks }, mm, fonts };
}

function rect(sheet: Sheet, left: number, top: number, width: number, height: number): void {
  sheet.drawing.marks.push({ kind: 'rect', isWhite: false, left, top, width, height });
}

/** Text centred on a point. */
function text(sheet: Sheet, centerX: number, top: number, heightMm: number, words: string): void {
  const sizeDots = sheet.mm(heightMm);
  const width = measureText(sheet.fonts.bold, words, sizeDots);
  sheet.drawing.marks.push({
    kind: 'text',
    left: Math.max(0, Math.round(centerX - width / 2)),
    baseline: top + Math.round(sizeDots * 0.88),
    sizeDots,
    weight: 'bold',
    text: words,
    isWhite: false,
  });
}

/** Ticks every millimetre from the sheet's edge inwards; the long ones bear their distance from the edge. */
function scales(sheet: Sheet): void {
  const { mm } = sheet;
  const line = Math.max(1, mm(0.125));
  // On a sheet as low as the internal label the scale across lies higher.
  const across = Math.min(mm(30), sheet.drawing.heightDots - mm(15));
  for (let at = 0; at <= scaleEndMm; at += 1) {
    const length = mm(at % 5 === 0 ? 5 : 2.5);
    rect(sheet, mm(at), across, line, length);
    rect(sheet, mm(30), mm(at), length, line);
    if (at % 5 !== 0 || at === 0) continue;
    text(sheet, mm(at), across + mm(5.5), 2.5, String(at));
    text(sheet, mm(37), mm(at) - mm(1.25), 2.5, String(at));
  }
  text(sheet, mm(10), across + mm(9), 3, '← X');
  text(sheet, mm(43), mm(9), 3, '↑ Y');
}

/** Lower sheets have no room for the cross in their middle: their size stands beside the scales. */
const crossFromMm = 100;

/**
 * The ruler sheet: a scale from the left and from the top edge, 0 at the edge of the picture. Where the paper cuts the
 * scale is how far the picture lies off. A cross marks the middle of a sheet that has room for it; every sheet bears the
 * size and resolution it was drawn for.
 */
export function layRulerSheet(target: SheetTarget, fonts: LabelFonts): LabelDrawing {
  const sheet = newSheet(target, fonts);
  const { widthDots, heightDots } = sheet.drawing;
  const { mm } = sheet;
  scales(sheet);
  const line = Math.max(2, mm(0.25));
  const size = target.size.replace('x', ' × ');
  if (heightDots < mm(crossFromMm)) {
    text(sheet, widthDots - mm(11), heightDots - mm(14), 3.5, size);
    text(sheet, widthDots - mm(11), heightDots - mm(9), 2.5, `${target.dpi} dpi`);
    return sheet.drawing;
  }
  rect(sheet, Math.round(widthDots / 2) - mm(10), Math.round(heightDots / 2), mm(20), line);
  rect(sheet, Math.round(widthDots / 2), Math.round(heightDots / 2) - mm(10), line, mm(20));
  text(sheet, widthDots / 2, heightDots - mm(24), 4, size);
  text(sheet, widthDots / 2, heightDots - mm(18), 3, `${target.dpi} dpi`);
  return sheet.drawing;
}

/** The media sheet: a frame at the very edge. All four sides on the paper: size and sensor are right. */
export function layMediaSheet(target: SheetTarget, fonts: LabelFonts): LabelDrawing {
  const sheet = newSheet(target, fonts);
  const { widthDots, heightDots } = sheet.drawing;
  const line = sheet.mm(0.5);
  rect(sheet, 0, 0, widthDots, line);
  rect(sheet, 0, heightDots - line, widthDots, line);
  rect(sheet, 0, 0, line, heightDots);
  rect(sheet, widthDots - line, 0, line, heightDots);
  text(sheet, widthDots / 2, Math.round(heightDots / 2), 5, `${target.size.replace('x', ' × ')} mm`);
  text(sheet, widthDots / 2, Math.round(heightDots / 2) + sheet.mm(7), 3, '四边都应印在纸上');
  return sheet.drawing;
}

/** As high as a white line in it is seen at arm's length. */
const barHeightMm = 1.8;

/**
 * A label with a black bar across the whole sheet: every dot of the print head that is dirty or burnt out leaves a white line in it,
 * where text and upright barcodes hide it. Below what a test label says; the internal one has its room on top.
 */
export function drawTestSheet(
  document: LabelDocument,
  target: SheetTarget,
  fonts: LabelFonts,
): Outcome<LabelBitmap> {
  const laidOut = layoutLabel(document, target, fonts, null);
  if (!laidOut.ok) return laidOut;
  const { drawing } = laidOut.value;
  const { heightMm } = labelMedia[target.size];
  const mm = (length: number): number => Math.round(length * dotsPerMm(target.dpi));
  const bar: LabelMark = {
    kind: 'rect',
    isWhite: false,
    left: 0,
    top: mm(heightMm < crossFromMm ? 0.3 : heightMm - 6),
    width: drawing.widthDots,
    height: mm(barHeightMm),
  };
  return done(paintLabel({ ...drawing, marks: [...drawing.marks, bar] }, fonts).bitmap);
}

/** What stands on a sheet to be kept, from the top down. */
export interface KeptWords {
  readonly title: string;
  /** The code, a line each. */
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

/** A code in large letters, with what it is for: paper that somebody puts away. Every size has room for its middle. */
function layCodeSheet({ title, lines, notes }: KeptWords, target: SheetTarget, fonts: LabelFonts) {
  const sheet = newSheet(target, fonts);
  const { widthDots, heightDots } = sheet.drawing;
  const { mm } = sheet;
  const centre = Math.round(widthDots / 2);
  const heightMm = 6 + lines.length * 8 + notes.length * 4;
  let top = Math.max(mm(1), Math.round((heightDots - mm(heightMm)) / 2));
  const put = (words: string, sizeMm: number, stepMm: number): void => {
    const tooWide = measureText(fonts.bold, words, mm(sizeMm)) / (widthDots - mm(4));
    text(sheet, centre, top, sizeMm / Math.max(1, tooWide), words);
    top += mm(stepMm);
  };
  put(title, 3.5, 6);
  for (const line of lines) put(line, 5.5, 8);
  for (const note of notes) put(note, 2.4, 4);
  return sheet.drawing;
}

export function drawCodeSheet(words: KeptWords, target: SheetTarget, fonts: LabelFonts): LabelBitmap {
  return paintLabel(layCodeSheet(words, target, fonts), fonts).bitmap;
}

export function drawRulerSheet(target: SheetTarget, fonts: LabelFonts): LabelBitmap {
  return paintLabel(layRulerSheet(target, fonts), fonts).bitmap;
}

export function drawMediaSheet(target: SheetTarget, fonts: LabelFonts): LabelBitmap {
  return paintLabel(layMediaSheet(target, fonts), fonts).bitmap;
}
