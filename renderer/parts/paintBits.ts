/** Writes one-bit rows (most significant bit left, 1 prints) as black on white RGBA pixels. */
export function paintBits(
  bits: Uint8Array,
  widthDots: number,
  heightDots: number,
  bytesPerRow: number,
  pixels: Uint8ClampedArray,
): void {
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const byte = bits[y * bytesPerRow + (x >> 3)] ?? 0;
      const level = (byte >> (7 - (x & 7))) & 1 ? 0 : 255;
      const at = (y * widthDots + x) * 4;
      pixels[at] = level;
      pixels[at + 1] = level;
      pixels[at + 2] = level;
      pixels[at + 3] = 255;
    }
  }
}
