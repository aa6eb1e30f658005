import { ByteWalker } from './dotSheet.ts';

export interface ReadReceipt {
  /** Text lines as GBK, pictures as `[picture WxH]`. */
  readonly lines: readonly string[];
  readonly pictures: readonly {
    readonly widthDots: number;
    readonly heightDots: number;
    readonly data: Uint8Array;
  }[];
  readonly cuts: number;
}

/** Bytes after `ESC x`/`GS x` by their second byte: what a receipt may hold, nothing else. */
const known: Readonly<Record<string, number>> = {
  '1b52': 1,
  '1b61': 1,
  '1b45': 1,
  '1b21': 1,
  '1b74': 1,
  '1b64': 1,
  '1d21': 1,
  '1c26': 0,
  '1c2e': 0,
};

/** Strict reader of the ESC/POS receipts we send: text, known settings, counted rasters, one cut at the end. */
export function readReceipt(bytes: Uint8Array): ReadReceipt {
  const walker = new ByteWalker(bytes);
  const lines: string[] = [];
  const pictures: ReadReceipt['pictures'][number][] = [];
  let cuts = 0;
  let text: number[] = [];
  const flush = (): void => {
    lines.push(new TextDecoder('gbk').decode(Uint8Array.from(text)));
    text = [];
  };
  while (!walker.isAtEnd) {
    const byte = walker.take(1)[0] as number;
    if (byte === 0x0a) flush();
    else if (byte >= 0x81) text.push(byte, walker.take(1)[0] as number);
    else if (byte >= 0x20) text.push(byte);
    else {
      const second = walker.take(1)[0] as number;
      const code = Buffer.from([byte, second]).toString('hex');
      if (code === '1d76') {
        const [, , xL = 0, xH = 0, yL = 0, yH = 0] = walker.take(6);
        const [width, rows] = [xL + 256 * xH, yL + 256 * yH];
        pictures.push({ widthDots: width * 8, heightDots: rows, data: walker.take(width * rows) });
        lines.push(`[picture ${width * 8}x${rows}]`);
      } else if (code === '1d56') {
        if ((walker.take(1)[0] as number) > 48) walker.take(1);
        cuts += 1;
      } else {
        // A reset belongs behind the paper, never into it.
        const length = code === '1b40' && cuts > 0 ? 0 : known[code];
        if (length === undefined) throw new Error(`unknown command ${code}`);
        walker.take(length);
      }
    }
  }
  if (text.length > 0) flush();
  return { lines, pictures, cuts };
}
