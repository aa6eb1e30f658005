import type { LogoPicture } from '../../../shared/domain/labelTemplate.ts';

function isInk({ widthDots, bits }: LogoPicture, x: number, y: number): number {
  return ((bits[y * ((widthDots + 7) >> 3) + (x >> 3)] as number) >> (7 - (x & 7))) & 1;
}

/** Ink under one dot of the result, 0..1, over the whole dots of the picture it covers. */
function inkUnder(logo: LogoPicture, fromX: number, toX: number, fromY: number, toY: number): number {
  let ink = 0;
  for (let y = fromY; y < toY; y += 1) for (let x = fromX; x < toX; x += 1) ink += isInk(logo, x, y);
  return ink / ((toX - fromX) * (toY - fromY));
}

/** First and last dot of the source under dot `at` of the result; at least one. */
function covered(at: number, from: number, to: number): [number, number] {
  const first = Math.min(from - 1, Math.floor((at * from) / to));
  return [first, Math.min(from, Math.max(first + 1, Math.floor(((at + 1) * from) / to)))];
}

const scaled = new WeakMap<LogoPicture, Map<string, LogoPicture>>();

/** The picture at another size, black where at least half is ink. Remembered: a batch prints the same logo. */
export function scaleLogo(logo: LogoPicture, widthDots: number, heightDots: number): LogoPicture {
  if (logo.widthDots === widthDots && logo.heightDots === heightDots) return logo;
  const known = scaled.get(logo) ?? new Map<string, LogoPicture>();
  scaled.set(logo, known);
  const key = `${widthDots}x${heightDots}`;
  const former = known.get(key);
  if (former !== undefined) return former;
  const bytesPerRow = (widthDots + 7) >> 3;
  const bits = new Uint8Array(bytesPerRow * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    const [fromY, toY] = covered(y, logo.heightDots, heightDots);
    for (let x = 0; x < widthDots; x += 1) {
      const [fromX, toX] = covered(x, logo.widthDots, widthDots);
      if (inkUnder(logo, fromX, toX, fromY, toY) < 0.5) continue;
      const at = y * bytesPerRow + (x >> 3);
      bits[at] = (bits[at] as number) | (0x80 >> (x & 7));
    }
  }
  const fresh = { widthDots, heightDots, bits };
  known.set(key, fresh);
  return fresh;
}
