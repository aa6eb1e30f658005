import { encodePng } from '../labels/encodePng.ts';
import { dotsPerMm } from '../labels/layout/labelMedia.ts';
import { paintPictures } from '../labels/renderLabel.ts';
import type { SheetPage } from './kit/printerLanguage.ts';
import type { PagePicture } from './kit/printerTransport.ts';

/** Each page as one picture of the very dots that are printed, for a driver that takes pictures only. */
export function pagePictures(pages: readonly SheetPage[]): PagePicture[] {
  return pages.map(({ widthMm, heightMm, pictures }) => {
    const dpi = pictures[0]?.bitmap.dpi ?? 203;
    const dots = (mm: number): number => Math.round(mm * dotsPerMm(dpi));
    const placed = pictures.map(({ bitmap, leftMm, topMm }) => ({
      left: dots(leftMm),
      top: dots(topMm),
      picture: { widthDots: bitmap.widthDots, heightDots: bitmap.heightDots, bits: bitmap.data },
    }));
    const sheet = { widthDots: dots(widthMm), heightDots: dots(heightMm), dpi };
    return { widthMm, heightMm, png: encodePng(paintPictures(sheet, placed)) };
  });
}
