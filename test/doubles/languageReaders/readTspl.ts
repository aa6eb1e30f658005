import { ByteWalker, type ReadLabel } from './dotSheet.ts';

interface TsplLabel extends ReadLabel {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly words: readonly string[];
}

/** What the readers may see; a device drops the whole job at a word it does not know. */
const known = ['SIZE', 'GAP', 'DIRECTION', 'DENSITY', 'SPEED', 'CLS', 'BITMAP', 'PRINT'];

/** Without CLS the picture of before is printed along; SIZE and GAP behind it count for the next label only. */
function checkOrder(words: readonly string[]): void {
  const at = (word: string): number => words.indexOf(word);
  const isCleared = at('CLS') !== -1 && at('CLS') < at('BITMAP') && at('BITMAP') < at('PRINT');
  if (!isCleared || at('SIZE') > at('CLS') || at('GAP') > at('CLS'))
    throw new Error('words are out of order');
}

/** Strict TSPL: one picture, counted to the byte, then one PRINT and nothing after it. CR LF or LF. */
export function readTspl(bytes: Uint8Array): TsplLabel {
  const walker = new ByteWalker(bytes);
  const words: string[] = [];
  const seen = new Map<string, readonly string[]>();
  let picture: Omit<ReadLabel, 'copies'> | null = null;
  while (!walker.isAtEnd) {
    while (!walker.isAtEnd && [0x0d, 0x0a].includes(bytes[walker.at] as number)) walker.at += 1;
    if (walker.isAtEnd) break;
    if (words.at(-1) === 'PRINT') throw new Error('something follows PRINT');
    const start = walker.at;
    let end = start;
    while (/[A-Z]/.test(String.fromCharCode(bytes[end] ?? 0))) end += 1;
    const word = Buffer.from(bytes.subarray(start, end)).toString('latin1');
    if (!known.includes(word) || seen.has(word)) throw new Error(`unknown or repeated word ${word}`);
    words.push(word);
    walker.at = end;
    if (word === 'BITMAP') {
      walker.expect(' ');
      const numbers = Array.from({ length: 5 }, () => Number(walker.takeText(',')));
      const [x, y, bytesPerRow, heightDots, mode] = numbers as [number, number, number, number, number];
      if (x !== 0 || y !== 0 || mode > 1) throw new Error('picture is not at the origin');
      const data = walker.take(bytesPerRow * heightDots).map((byte) => ~byte);
      picture = { bytesPerRow, heightDots, widthDots: bytesPerRow * 8, data };
      seen.set(word, []);
    } else {
      seen.set(word, walker.takeText('\n\r').trim().split(','));
    }
  }
  const print = seen.get('PRINT');
  const size = seen.get('SIZE');
  if (picture === null || print === undefined || size === undefined) throw new Error('label is not complete');
  checkOrder(words);
  if (Number(seen.get('DENSITY')?.[0] ?? 0) > 15) throw new Error('darker than there is');
  const millimetres = size.map((text) => Number(/^(\d+(?:\.\d+)?) mm$/.exec(text)?.[1]));
  return {
    ...picture,
    words,
    widthMm: millimetres[0] as number,
    heightMm: millimetres[1] as number,
    copies: Math.max(1, Number(print[0])) * Number(print[1] ?? 1),
  };
}
