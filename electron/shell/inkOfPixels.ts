/** Darker than the middle prints: labels are black on white, and the grey of smoothed edges goes to the nearer side. */
const middle = 128;
/** Weights of red, green and blue in what the eye calls bright (ITU-R BT.601), in thousandths. */
const weights = { red: 299, green: 587, blue: 114 } as const;

export interface Pixels {
  /** Blue, green, red, alpha: what a window gives. */
  readonly bgra: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type Ink =
  | { readonly dots: Uint8Array }
  /** `too-large`: ink is beyond the sheet, which printing would cut off. */
  | { readonly fault: 'empty' | 'too-large' };

/** The picture of a page as dots of a sheet at its top left, one bit a dot, 1 prints. */
export function inkOfPixels(
  { bgra, width, height }: Pixels,
  sheet: { readonly widthDots: number; readonly heightDots: number },
): Ink {
  const bytesPerRow = Math.ceil(sheet.widthDots / 8);
  const dots = new Uint8Array(bytesPerRow * sheet.heightDots);
  let isEmpty = true;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isInk(bgra, (y * width + x) * 4)) continue;
      if (x >= sheet.widthDots || y >= sheet.heightDots) return { fault: 'too-large' };
      isEmpty = false;
      const at = y * bytesPerRow + (x >> 3);
      dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return isEmpty ? { fault: 'empty' } : { dots };
}

function isInk(bgra: Uint8Array, at: number): boolean {
  const blue = bgra[at] ?? 255;
  const green = bgra[at + 1] ?? 255;
  const red = bgra[at + 2] ?? 255;
  return red * weights.red + green * weights.green + blue * weights.blue < middle * 1_000;
}
