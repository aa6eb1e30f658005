import { type GlyphDots, glyphDots } from './glyphDots.ts';

/** Three dots wide, five high, each row an octal digit: the smallest digits that can be told apart. */
const digits: Readonly<Record<string, string>> = {
  '0': '75557',
  '1': '26227',
  '2': '71747',
  '3': '71717',
  '4': '55711',
  '5': '74717',
  '6': '74757',
  '7': '71222',
  '8': '75757',
  '9': '75717',
  A: '25755',
  B: '65656',
  C: '34443',
  D: '65556',
  E: '74647',
  F: '74644',
};
const [digitWidth, digitHeight] = [3, 5];

/**
 * A box in place of a character that no font draws, with its Unicode number in it where there is room: whoever holds the
 * parcel sees that something stood there, and can look up what. As wide as an ideograph.
 */
export function codeBox(codePoint: number, sizeDots: number): GlyphDots {
  const margin = Math.max(1, Math.round(sizeDots * 0.05));
  const [left, right] = [margin, Math.max(margin + 3, sizeDots - margin)];
  const top = Math.round(-0.86 * sizeDots);
  const bottom = top + (right - left);
  const stroke = Math.max(1, Math.round(sizeDots / 24));
  const runs: number[] = [];
  const written = writeCode(codePoint, right - left - 2 * stroke - 2);
  for (let row = top; row < bottom; row += 1) {
    const isEdge = row < top + stroke || row >= bottom - stroke;
    if (isEdge) runs.push(row, left, right);
    else {
      runs.push(row, left, left + stroke);
      const inside =
        written.rows[row - top - stroke - 1 - ((right - left - 2 * stroke - 2 - written.height) >> 1)];
      const start = left + stroke + 1 + ((right - left - 2 * stroke - 2 - written.width) >> 1);
      for (const [from, to] of inside ?? []) runs.push(row, start + from, start + to);
      runs.push(row, right - stroke, right);
    }
  }
  return glyphDots(runs);
}

interface WrittenCode {
  readonly width: number;
  readonly height: number;
  /** Of each row, the dots that are ink. */
  readonly rows: readonly (readonly (readonly [from: number, to: number])[])[];
}

/** The number in two lines, as large as it fits into a square of `room` dots; nothing where it does not. */
function writeCode(codePoint: number, room: number): WrittenCode {
  const code = codePoint.toString(16).toUpperCase().padStart(4, '0');
  const columns = Math.ceil(code.length / 2);
  const [plainWidth, plainHeight] = [columns * (digitWidth + 1) - 1, 2 * digitHeight + 1];
  const scale = Math.floor(room / Math.max(plainWidth, plainHeight));
  if (scale < 1) return { width: 0, height: 0, rows: [] };
  const lines = [code.slice(0, code.length - columns), code.slice(code.length - columns)];
  const rows: (readonly [number, number])[][] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) for (let i = 0; i < scale; i += 1) rows.push([]);
    for (let y = 0; y < digitHeight; y += 1) {
      const row = dotsOf(line, y).map((x) => [x * scale, (x + 1) * scale] as const);
      for (let i = 0; i < scale; i += 1) rows.push(row);
    }
  }
  return { width: plainWidth * scale, height: plainHeight * scale, rows };
}

/** Which columns of one row of a line of digits are ink. */
function dotsOf(line: string, y: number): number[] {
  return Array.from(line).flatMap((digit, index) => {
    const bits = Number(digits[digit]?.[y] ?? 0);
    const start = index * (digitWidth + 1);
    return [4, 2, 1].flatMap((bit, x) => ((bits & bit) === 0 ? [] : [start + x]));
  });
}
