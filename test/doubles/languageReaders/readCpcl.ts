import { ByteWalker, type ReadLabel } from './dotSheet.ts';

/**
 * Strict CPCL: session head, width, counted `CG` bands from top to bottom, FORM, PRINT, nothing after. `alsoKnown`: words
 * with one number that other authors write and we do not.
 */
export function readCpcl(bytes: Uint8Array, alsoKnown: readonly string[] = []): ReadLabel {
  const walker = new ByteWalker(bytes);
  const line = (): string => {
    const text = walker.takeText('\r');
    walker.expect('\n');
    return text;
  };
  const head = /^! 0 (?:203|300) (?:203|300) (\d+) (\d+)$/.exec(line());
  const width = /^PAGE-WIDTH (\d+)$/.exec(line());
  if (head === null || width === null) throw new Error('session head is not well formed');
  const [heightDots, copies, widthDots] = [Number(head[1]), Number(head[2]), Number(width[1])];
  const bytesPerRow = Math.ceil(widthDots / 8);
  const data = new Uint8Array(bytesPerRow * heightDots);
  let below = 0;
  for (;;) {
    const word = walker.takeText(' \r');
    if (word === 'FORM') break;
    if (alsoKnown.includes(word)) {
      if (!/^\d+$/.test(line())) throw new Error(`${word} without a number`);
      continue;
    }
    if (word !== 'CG') throw new Error(`unknown word ${word}`);
    const [band, rows, x, y] = Array.from({ length: 4 }, () => Number(walker.takeText(' ')));
    if (band !== bytesPerRow || x !== 0 || (y as number) < below) throw new Error('band is misplaced');
    data.set(walker.take(band * (rows as number)), (y as number) * bytesPerRow);
    below = (y as number) + (rows as number);
    walker.expect('\r\n');
  }
  walker.expect('\nPRINT\r\n');
  if (!walker.isAtEnd) throw new Error('something follows PRINT');
  return { widthDots, heightDots, bytesPerRow, data, copies };
}
