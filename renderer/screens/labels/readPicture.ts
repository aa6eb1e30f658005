import { templateLimits } from '../../../shared/domain/labelTemplate.ts';
import { fitPicture } from './pictureBits.ts';

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
