import type { Box } from '../../../electron/labels/layout/labelDrawing.ts';
import { dotsPerMm } from '../../../electron/labels/layout/labelMedia.ts';
import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';

/** What is wrong with a print, apart or together. */
export interface Damage {
  /** Dots of the head that never heat: a white line down the whole label, from this column on. */
  readonly deadColumns?: { readonly from: number; readonly count: number };
  /** Share of the dots that stay white: head too cold, or paper too old. */
  readonly missingShare?: number;
  /** How much longer the label comes out than it was drawn. */
  readonly feedStretch?: number;
  readonly skewDegrees?: number;
}

/** A picture as a camera sees it: greyscale, 0 is black. */
interface Photo {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** An imager that has a label of 100 mm on 1,000 pixels, and sees a dot half as wide again as it is. */
const pixelsPerMm = 10;
const blurMm = 0.06;

/** `box` of a print with its damage, photographed. `random` gives numbers in 0…1. */
export function photograph(bitmap: LabelBitmap, box: Box, damage: Damage, random: () => number): Photo {
  const ink = blurred(inkOf(bitmap, box, damage, random), box, blurMm * dotsPerMm(bitmap.dpi));
  return sampled(ink, box, dotsPerMm(bitmap.dpi), damage);
}

function inkOf(bitmap: LabelBitmap, box: Box, damage: Damage, random: () => number): Float32Array {
  const { deadColumns, missingShare = 0 } = damage;
  const ink = new Float32Array(box.width * box.height);
  for (let y = 0; y < box.height; y += 1) {
    for (let x = 0; x < box.width; x += 1) {
      const [column, row] = [box.left + x, box.top + y];
      const isDead =
        deadColumns !== undefined &&
        column >= deadColumns.from &&
        column < deadColumns.from + deadColumns.count;
      const bit = ((bitmap.data[row * bitmap.bytesPerRow + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1;
      if (bit === 1 && !isDead && (missingShare === 0 || random() >= missingShare))
        ink[y * box.width + x] = 1;
    }
  }
  return ink;
}

/** A Gauss curve over dots, across and then down. */
function blurred(ink: Float32Array, { width, height }: Box, sigmaDots: number): Float32Array {
  const reach = Math.ceil(3 * sigmaDots);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * sigmaDots ** 2)),
  );
  const sum = weights.reduce((whole, weight) => whole + weight, 0);
  const pass = (from: Float32Array, stepX: number, stepY: number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        let value = 0;
        for (let at = -reach; at <= reach; at += 1) {
          const [fromX, fromY] = [x + at * stepX, y + at * stepY];
          if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
          value += (from[fromY * width + fromX] as number) * (weights[at + reach] as number);
        }
        to[y * width + x] = value / sum;
      }
    }
    return to;
  };
  return pass(pass(ink, 1, 0), 0, 1);
}

function sampled(ink: Float32Array, box: Box, perMm: number, damage: Damage): Photo {
  const { feedStretch = 0, skewDegrees = 0 } = damage;
  const step = perMm / pixelsPerMm;
  const [width, height] = [box.width / step, (box.height / step) * (1 + feedStretch)].map(Math.floor) as [
    number,
    number,
  ];
  const pixels = new Uint8Array(width * height);
  const [sin, cos] = [Math.sin((skewDegrees * Math.PI) / 180), Math.cos((skewDegrees * Math.PI) / 180)];
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= box.width || y >= box.height ? 0 : (ink[y * box.width + x] as number);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [fromLeft, fromTop] = [column - width / 2, row - height / 2];
      const x = (fromLeft * cos - fromTop * sin + width / 2) * step;
      const y = ((fromLeft * sin + fromTop * cos + height / 2) * step) / (1 + feedStretch);
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [shareX, shareY] = [x - left, y - top];
      const upper = at(left, top) * (1 - shareX) + at(left + 1, top) * shareX;
      const lower = at(left, top + 1) * (1 - shareX) + at(left + 1, top + 1) * shareX;
      // Paper is no pure white and ink no pure black.
      pixels[row * width + column] = Math.round(235 - 200 * (upper * (1 - shareY) + lower * shareY));
    }
  }
  return { width, height, pixels };
}

/** The picture as a file that every reader of pictures knows (PGM). */
export function encodePgm({ width, height, pixels }: Photo): Uint8Array {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), pixels]);
}
