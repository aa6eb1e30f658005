import { ByteWalker, type ReadLabel } from './dotSheet.ts';

/** Strict ESC/POS: reset, counted `GS v 0` bands of at most 255 rows, one feed, nothing after. */
export function readEscpos(bytes: Uint8Array): ReadLabel {
  const walker = new ByteWalker(bytes);
  walker.expect('\x1b@');
  const bands: Uint8Array[] = [];
  let bytesPerRow = 0;
  while (bytes[walker.at] === 0x1d) {
    walker.expect('\x1dv0\0');
    const [xLow, xHigh, yLow, yHigh] = walker.take(4) as unknown as [number, number, number, number];
    bytesPerRow = xLow + 256 * xHigh;
    const rows = yLow + 256 * yHigh;
    if (rows > 255 || bytesPerRow > 255) throw new Error('band is larger than simple firmware takes');
    bands.push(walker.take(bytesPerRow * rows));
  }
  walker.expect('\x1bd');
  walker.take(1);
  if (!walker.isAtEnd) throw new Error('something follows the feed');
  const data = Buffer.concat(bands);
  return { widthDots: bytesPerRow * 8, heightDots: data.length / bytesPerRow, bytesPerRow, data, copies: 1 };
}
