import type { LabelDocument } from '../../../shared/domain/printing/labelDocument.ts';
import type {
  DrawableTemplate,
  ElementCondition,
  ElementProblem,
  ElementTextStyle,
  LabelVariable,
  LogoPicture,
  TemplateElement,
  TemplateProblem,
} from '../../../shared/domain/printing/labelTemplate.ts';
import type { Box } from '../layout/labelDrawing.ts';
import type { LabelSheet, TextStyle } from '../layout/labelSheet.ts';
import { merchantArea } from '../layout/labelZones.ts';
import { labelVariableValues } from '../layout/printedValues.ts';
import type { LabelFonts } from '../painter/labelFont.ts';
import { cleanLines, replaceUndrawable } from '../text/cleanText.ts';
import { drawCodeElement } from './drawCodeElement.ts';

interface DrawnTemplate {
  readonly problems: readonly ElementProblem[];
  /** Elements whose condition does not hold. */
  readonly hidden: readonly string[];
}

interface Desk {
  readonly sheet: LabelSheet;
  readonly fonts: LabelFonts;
  readonly template: DrawableTemplate;
  readonly values: Readonly<Record<LabelVariable, string>>;
  /** Dots a tenth of a millimetre of the template takes on this label. */
  readonly dotsPerTenth: number;
}

/** Hanzi of fewer dots clog on a hot head; a merchant who asks for smaller ones gets them. */
const smallestTextMm = 2;

function drawText(desk: Desk, box: Box, text: string, style: ElementTextStyle): TemplateProblem | null {
  if (text === '') return null;
  const { sheet } = desk;
  if (style.isInverted) sheet.rect(box);
  const maxDots = Math.max(1, Math.round(style.fontTenthMm * desk.dotsPerTenth));
  const textStyle: TextStyle = {
    weight: style.isBold ? 'bold' : 'regular',
    maxMm: smallestTextMm,
    maxDots,
    minMm: Math.min(smallestTextMm, maxDots / sheet.dotsPerMm),
    align: style.align,
    vertical: style.vertical,
    isWhite: style.isInverted,
  };
  const lines = sheet.fitIn(text, box, textStyle);
  // A list that is too long for a line each is set as one running text.
  const running =
    lines.isCut && text.includes('\n') ? sheet.fitIn(text.replaceAll('\n', '；'), box, textStyle) : lines;
  sheet.place(running, box, textStyle);
  return running.isCut ? 'text-cut' : null;
}

function drawFrame(sheet: LabelSheet, box: Box, strokeDots: number): void {
  const stroke = Math.min(strokeDots, Math.ceil(Math.min(box.width, box.height) / 2));
  sheet.rect({ ...box, height: stroke });
  sheet.rect({ ...box, top: box.top + box.height - stroke, height: stroke });
  sheet.rect({ ...box, width: stroke });
  sheet.rect({ ...box, left: box.left + box.width - stroke, width: stroke });
}

function drawLogo(sheet: LabelSheet, box: Box, logo: LogoPicture | undefined): TemplateProblem | null {
  if (logo === undefined) return 'logo-missing';
  const scale = Math.min(box.width / logo.widthDots, box.height / logo.heightDots);
  const width = Math.min(box.width, Math.max(1, Math.round(logo.widthDots * scale)));
  const height = Math.min(box.height, Math.max(1, Math.round(logo.heightDots * scale)));
  const left = box.left + Math.floor((box.width - width) / 2);
  const top = box.top + Math.floor((box.height - height) / 2);
  sheet.picture(left, top, scaleLogo(logo, width, height));
  return null;
}

function drawFixedText(
  desk: Desk,
  box: Box,
  element: TemplateElement & { kind: 'text' },
): TemplateProblem | null {
  const written = cleanLines(element.text);
  const drawn = replaceUndrawable(written, desk.fonts);
  const problem = drawText(desk, box, drawn, element.style);
  return drawn === written ? problem : 'glyph-missing';
}

function drawElement(desk: Desk, element: TemplateElement, box: Box): TemplateProblem | null {
  const { sheet, values, template } = desk;
  switch (element.kind) {
    case 'text':
      return drawFixedText(desk, box, element);
    case 'variable': {
      const value = values[element.variable];
      if (value === '') return null;
      const around = (text: string): string => replaceUndrawable(text.replace(/\s+/g, ' '), desk.fonts);
      return drawText(desk, box, around(element.before) + value + around(element.after), element.style);
    }
    case 'line':
      sheet.rect(box);
      return null;
    case 'box':
      drawFrame(sheet, box, Math.max(1, Math.round(element.strokeTenthMm * desk.dotsPerTenth)));
      return null;
    case 'image':
      return drawLogo(sheet, box, template.logos.get(element.logoId));
    case 'barcode':
    case 'qr':
      return drawCodeElement(sheet, element, box, values);
  }
}

/** The element's place in dots, cut off at the edge of the area; null when nothing of it lies inside. */
function placeOf(
  area: Box,
  element: TemplateElement,
  dotsPerTenth: number,
): { box: Box; isCut: boolean } | null {
  const dots = (tenths: number): number => Math.round(tenths * dotsPerTenth);
  const left = dots(element.left);
  const top = dots(element.top);
  const right = Math.max(left + 1, dots(element.left + element.width));
  const bottom = Math.max(top + 1, dots(element.top + element.height));
  const width = Math.min(right, area.width) - left;
  const height = Math.min(bottom, area.height) - top;
  if (width <= 0 || height <= 0) return null;
  // One dot over the edge is rounding, not a mistake.
  const isCut = right > area.width + 1 || bottom > area.height + 1;
  return { box: { left: area.left + left, top: area.top + top, width, height }, isCut };
}

/**
 * Draws the merchant area. A template made for another size is scaled as a whole. Only drawn, never interpreted: no
 * text of an order can be anything but a picture of itself.
 */
export function drawTemplate(
  sheet: LabelSheet,
  fonts: LabelFonts,
  area: Box,
  template: DrawableTemplate,
  document: LabelDocument,
): DrawnTemplate {
  const made = merchantArea(template.content.size);
  const dotsPerTenth =
    sheet.size === template.content.size
      ? sheet.dotsPerMm / 10
      : Math.min(area.width / made.widthTenthMm, area.height / made.heightTenthMm);
  const values = labelVariableValues(document);
  const desk: Desk = { sheet, fonts, template, values, dotsPerTenth };
  const problems: ElementProblem[] = [];
  const hidden: string[] = [];
  for (const element of template.content.elements) {
    if (!isElementShown(element.condition, values)) {
      hidden.push(element.id);
      continue;
    }
    const place = placeOf(area, element, dotsPerTenth);
    const problem = place === null ? null : drawElement(desk, element, place.box);
    if (place === null || place.isCut) problems.push({ elementId: element.id, problem: 'outside' });
    if (problem !== null) problems.push({ elementId: element.id, problem });
  }
  return { problems, hidden };
}

/** Does the element's condition hold on a label with these values? */
function isElementShown(
  condition: ElementCondition,
  values: Readonly<Record<LabelVariable, string>>,
): boolean {
  if (condition.when === 'always') return true;
  const value = values[condition.variable];
  if ('value' in condition) return (value === condition.value.trim()) === (condition.when === 'is');
  return (value === '') === (condition.when === 'empty');
}

function isInk({ widthDots, bits }: LogoPicture, x: number, y: number): number {
  return ((bits[y * ((widthDots + 7) >> 3) + (x >> 3)] as number) >> (7 - (x & 7))) & 1;
}

/** Ink under one dot of the result, 0..1, over the whole dots of the picture it covers. */
function inkUnder(logo: LogoPicture, fromX: number, toX: number, fromY: number, toY: number): number {
  let ink = 0;
  for (let y = fromY; y < toY; y += 1) for (let x = fromX; x < toX; x += 1) ink += isInk(logo, x, y);
  return ink / ((toX - fromX) * (toY - fromY));
}

/** First and last dot of the source under dot `at` of the result; at least one. */
function covered(at: number, from: number, to: number): [number, number] {
  const first = Math.min(from - 1, Math.floor((at * from) / to));
  return [first, Math.min(from, Math.max(first + 1, Math.floor(((at + 1) * from) / to)))];
}

const scaled = new WeakMap<LogoPicture, Map<string, LogoPicture>>();

/** The picture at another size, black where at least half is ink. Remembered: a batch prints the same logo. */
function scaleLogo(logo: LogoPicture, widthDots: number, heightDots: number): LogoPicture {
  if (logo.widthDots === widthDots && logo.heightDots === heightDots) return logo;
  const known = scaled.get(logo) ?? new Map<string, LogoPicture>();
  scaled.set(logo, known);
  const key = `${widthDots}x${heightDots}`;
  const previous = known.get(key);
  if (previous !== undefined) return previous;
  const bytesPerRow = (widthDots + 7) >> 3;
  const bits = new Uint8Array(bytesPerRow * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    const [fromY, toY] = covered(y, logo.heightDots, heightDots);
    for (let x = 0; x < widthDots; x += 1) {
      const [fromX, toX] = covered(x, logo.widthDots, widthDots);
      if (inkUnder(logo, fromX, toX, fromY, toY) < 0.5) continue;
      const at = y * bytesPerRow + (x >> 3);
      bits[at] = (bits[at] as number) | (0x80 >> (x & 7));
    }
  }
  const fresh = { widthDots, heightDots, bits };
  known.set(key, fresh);
  return fresh;
}
