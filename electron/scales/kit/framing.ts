import type { FrameReader, ScaleFrame } from './scaleFormat.ts';

/** Longer than any frame; what has no end within it is dropped. */
const mostBuffered = 256;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Frames that are lines of text. */
export function lineReader(parse: (line: string) => ScaleFrame | null): FrameReader {
  let held = '';
  return {
    take(bytes) {
      held += text(bytes);
      const lines = held.split(/[\r\n]+/);
      held = (lines.pop() ?? '').slice(-mostBuffered);
      return { frames: lines.map(parse).filter((frame) => frame !== null) };
    },
  };
}

/** Frames of a fixed length behind a start sign; one that does not fit is passed over sign by sign. */
export function fixedReader(
  start: number,
  length: number,
  parse: (frame: string) => ScaleFrame | null,
): FrameReader {
  let held: Uint8Array = new Uint8Array(0);
  return {
    take(bytes) {
      held = Buffer.concat([held, bytes]);
      const frames: ScaleFrame[] = [];
      let at = held.indexOf(start);
      while (at >= 0 && held.length - at >= length) {
        const frame = parse(text(held.subarray(at, at + length)));
        if (frame !== null) frames.push(frame);
        at = held.indexOf(start, at + (frame === null ? 1 : length));
      }
      held = at < 0 ? new Uint8Array(0) : held.subarray(at);
      return { frames };
    },
  };
}

/** All bytes of a text, one over the other. */
export const xorOf = (frame: string): number =>
  [...Buffer.from(frame, 'latin1')].reduce((sum, byte) => sum ^ byte, 0);
export const hexOf = (sum: number): string => sum.toString(16).toUpperCase().padStart(2, '0');
