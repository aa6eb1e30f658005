import type { LabelBitmap } from '../../../shared/domain/labelDocument.ts';
import { encodeCode128 } from '../../labels/barcodes/encodeCode128.ts';
import { fitBarcode } from '../../labels/barcodes/fitBarcode.ts';
import type { LabelMark } from '../../labels/layout/labelDrawing.ts';
import type { LabelFonts } from '../../labels/painter/openLabelFonts.ts';
import { paintLabel } from '../../labels/paintLabel.ts';
import { measureText } from '../../labels/text/measureText.ts';

/** Font A of receipt printers: 12 dots a column, 24 high, 30 from line to line. */
const columnDots = 12;
const letterDots = 24;
const pitchDots = 30;
const barsDots = 64;

interface RowLook {
  readonly columns: number;
  readonly isBold: boolean;
  readonly isBig: boolean;
}

function paint(widthDots: number, heightDots: number, marks: readonly LabelMark[], fonts: LabelFonts) {
  return paintLabel({ widthDots, heightDots, dpi: 203, marks }, fonts).bitmap;
}

/** A line the device has no letters for, as a picture as wide as the paper; blanks at its start move it right. */
export function drawReceiptRow(text: string, look: RowLook, fonts: LabelFonts): LabelBitmap {
  const scale = look.isBig ? 2 : 1;
  const widthDots = look.columns * columnDots;
  const weight = look.isBold || look.isBig ? 'bold' : 'regular';
  const [, indent = '', left = '', right = ''] = /^( *)(.*?)(?: {2,}(\S+))?$/.exec(text.trimEnd()) ?? [];
  const start = indent.length * columnDots * scale;
  const measure = (part: string, sizeDots: number) => measureText(fonts[weight], part, sizeDots);
  let sizeDots = letterDots * scale;
  const fits = () => start + measure(left, sizeDots) + measure(right, sizeDots) <= widthDots;
  while (sizeDots > letterDots / 2 && !fits()) sizeDots -= 1;
  const mark = (part: string, at: number): LabelMark => ({
    kind: 'text',
    left: at,
    baseline: Math.round(2 * scale + sizeDots * 0.88),
    sizeDots,
    weight,
    text: part,
    isWhite: false,
  });
  const marks = [mark(left, start)];
  if (right !== '') marks.push(mark(right, Math.max(0, widthDots - measure(right, sizeDots))));
  return paint(widthDots, pitchDots * scale, marks, fonts);
}

/** A barcode as wide as it needs, in the middle of the paper; null where none can carry the text or would fit. */
export function drawReceiptCode(content: string, columns: number, fonts: LabelFonts): LabelBitmap | null {
  const widthDots = columns * columnDots;
  const barcode = encodeCode128(content);
  const fitted = barcode.ok ? fitBarcode(barcode.value, widthDots, 3, 2) : barcode;
  if (!fitted.ok) return null;
  const width = fitted.value.widthDots;
  const left = Math.floor((widthDots - width) / 2);
  return paint(
    widthDots,
    barsDots,
    [{ kind: 'bars', fitted: fitted.value, left, top: 4, width, height: barsDots - 8 }],
    fonts,
  );
}
