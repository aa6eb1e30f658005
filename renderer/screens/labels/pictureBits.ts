import { templateLimits } from '../../../shared/domain/printing/labelTemplate.ts';

/** How a picture of many shades becomes black and white. */
export interface PictureTreatment {
  /** 0–255: darker than this prints. */
  readonly threshold: number;
  /** Shades become patterns of dots: for photographs, not for logos of clear edges. */
  readonly isDithered: boolean;
}

interface OneBitPicture {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
}

/** Brightness as the eye weighs red, green and blue (Rec. 601); what is transparent is paper. */
function brightness(pixels: Uint8ClampedArray, at: number): number {
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
  const shade = 0.299 * red + 0.587 * green + 0.114 * blue;
  return 255 - ((255 - shade) * alpha) / 255;
}

/** RGBA pixels → one bit a dot, rows padded to bytes, most significant bit left, 1 prints. */
export function pictureBits(
  pixels: Uint8ClampedArray,
  widthDots: number,
  heightDots: number,
  { threshold, isDithered }: PictureTreatment,
): OneBitPicture {
  const shades = Float32Array.from({ length: widthDots * heightDots }, (_, dot) =>
    brightness(pixels, dot * 4),
  );
  const bytesPerRow = Math.ceil(widthDots / 8);
  const bits = new Uint8Array(bytesPerRow * heightDots);
  const spread = (x: number, y: number, error: number): void => {
    if (x >= 0 && x < widthDots && y < heightDots)
      shades[y * widthDots + x] = (shades[y * widthDots + x] ?? 0) + error;
  };
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const shade = shades[y * widthDots + x] ?? 255;
      const isBlack = shade < threshold;
      if (isBlack)
        bits[y * bytesPerRow + (x >> 3)] = (bits[y * bytesPerRow + (x >> 3)] ?? 0) | (128 >> (x & 7));
      if (!isDithered) continue;
      // Floyd and Steinberg: what a dot is too dark or too light goes to its neighbours still to come.
      const error = (shade - (isBlack ? 0 : 255)) / 16;
      spread(x + 1, y, error * 7);
      spread(x - 1, y + 1, error * 3);
      spread(x, y + 1, error * 5);
      spread(x + 1, y + 1, error);
    }
  }
  return { widthDots, heightDots, bits };
}

/** The size of a picture in dots: as it is, or smaller in proportion so that no side is over the limit. */
export function fitPicture(
  width: number,
  height: number,
  longestDots: number,
): { readonly widthDots: number; readonly heightDots: number } {
  const scale = Math.min(1, longestDots / Math.max(width, height));
  return {
    widthDots: Math.max(1, Math.round(width * scale)),
    heightDots: Math.max(1, Math.round(height * scale)),
  };
}

export interface PicturePixels {
  readonly name: string;
  readonly widthDots: number;
  readonly heightDots: number;
  readonly pixels: Uint8ClampedArray;
}

/** The pixels of a PNG, JPEG, WebP or BMP file, no larger than a logo may be; null when it is no such picture. */
export async function readPicture(file: File): Promise<PicturePixels | null> {
  const image = await createImageBitmap(file).catch(() => null);
  if (image === null) return null;
  const { widthDots, heightDots } = fitPicture(image.width, image.height, templateLimits.logoSideDots);
  const context = new OffscreenCanvas(widthDots, heightDots).getContext('2d');
  if (context === null) return null;
  context.drawImage(image, 0, 0, widthDots, heightDots);
  image.close();
  return {
    name: file.name.replace(/\.[^.]*$/, '').slice(0, 40),
    widthDots,
    heightDots,
    pixels: context.getImageData(0, 0, widthDots, heightDots).data,
  };
}
