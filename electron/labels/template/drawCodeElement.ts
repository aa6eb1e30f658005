import type {
  LabelVariable,
  TemplateElement,
  TemplateProblem,
} from '../../../shared/domain/printing/labelTemplate.ts';
import { encodeCode128, fitToRoom, thinnestModuleDots } from '../barcodes/encodeCode128.ts';
import { encodeQr, qrQuietModules } from '../barcodes/encodeQr.ts';
import type { Box } from '../layout/labelDrawing.ts';
import type { LabelSheet } from '../layout/labelSheet.ts';

type CodeElement = Extract<TemplateElement, { kind: 'barcode' | 'qr' }>;

/** Bars lower than this do not scan at a slant. */
const leastBarsMm = 5;
const numberMm = 2.6;

/** A code nobody could scan would only look like one: what it should have said is printed instead. */
function drawInstead(
  sheet: LabelSheet,
  box: Box,
  content: string,
  problem: TemplateProblem,
): TemplateProblem {
  sheet.text(content, box, { weight: 'regular', maxMm: numberMm, vertical: 'middle', align: 'center' });
  return problem;
}

function drawBarcode(
  sheet: LabelSheet,
  box: Box,
  content: string,
  showsText: boolean,
): TemplateProblem | null {
  const barcode = encodeCode128(content);
  if (!barcode.ok) return drawInstead(sheet, box, content, 'code-content');
  const { dotsPerMm } = sheet;
  const fitted = fitToRoom(barcode.value, box.width, dotsPerMm);
  const numberDots = showsText ? Math.round(numberMm * dotsPerMm) : 0;
  const gap = showsText ? Math.round(0.4 * dotsPerMm) : 0;
  const height = box.height - numberDots - gap;
  if (!fitted.ok || height < leastBarsMm * dotsPerMm)
    return drawInstead(sheet, box, content, 'code-too-large');
  const { widthDots } = fitted.value;
  const left = box.left + Math.floor((box.width - widthDots) / 2);
  sheet.bars({ left, top: box.top, width: widthDots, height }, fitted.value);
  if (!showsText) return null;
  const row = { ...box, top: box.top + height + gap, height: numberDots };
  sheet.text(content, row, { weight: 'regular', maxMm: numberMm, maxLines: 1, align: 'center' });
  return null;
}

function drawQr(sheet: LabelSheet, box: Box, content: string): TemplateProblem | null {
  const code = encodeQr(content);
  if (!code.ok) return drawInstead(sheet, box, content, 'code-content');
  const { side } = code.value;
  const whole = side + 2 * qrQuietModules;
  const moduleDots = Math.floor(Math.min(box.width, box.height) / whole);
  if (moduleDots < thinnestModuleDots(sheet.dotsPerMm))
    return drawInstead(sheet, box, content, 'code-too-large');
  sheet.modules(
    box.left + Math.floor((box.width - side * moduleDots) / 2),
    box.top + Math.floor((box.height - side * moduleDots) / 2),
    moduleDots,
    code.value,
  );
  return null;
}

/** A barcode or QR code with its quiet zone inside the element; nothing while its variable is empty. */
export function drawCodeElement(
  sheet: LabelSheet,
  element: CodeElement,
  box: Box,
  values: Readonly<Record<LabelVariable, string>>,
): TemplateProblem | null {
  const { source } = element;
  const content = source.kind === 'text' ? source.text.trim() : values[source.variable];
  if (content === '') return null;
  return element.kind === 'qr'
    ? drawQr(sheet, box, content)
    : drawBarcode(sheet, box, content, element.showsText);
}
