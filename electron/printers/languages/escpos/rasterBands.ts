import type { LabelBitmap } from '../../../../shared/domain/printing/labelDocument.ts';
import { shiftBitmap } from '../../kit/shiftBitmap.ts';

/** Rows a raster command: some firmware reads only the low byte of the height. */
const bandRows = 240;

/** A picture as bands of `GS v 0` raster (1 prints), with nothing in its dots a device would take for a command. */
export function rasterBands(bitmap: LabelBitmap): Uint8Array[] {
  const { heightDots, bytesPerRow } = bitmap;
  const data = calmBitmap(bitmap);
  const parts: Uint8Array[] = [];
  for (let top = 0; top < heightDots; top += bandRows) {
    const rows = Math.min(bandRows, heightDots - top);
    parts.push(
      Uint8Array.of(0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8),
      data.subarray(top * bytesPerRow, (top + rows) * bytesPerRow),
    );
  }
  return parts;
}

const [dle, esc] = [0x10, 0x1b] as const;
/** EOT, ENQ and DC4 are answered or acted on in real time. */
const behindDle: readonly number[] = [0x04, 0x05, 0x14];
/** @ is a reset, ! a mode. */
const behindEsc: readonly number[] = [0x40, 0x21];

/** The label's blank edge is wider than this: nothing printed is lost by moving right. */
const maxShiftDots = 7;

/** Byte pairs some ESC/POS devices obey even inside picture data. */
function isCommand(first: number, second: number): boolean {
  if (first === dle) return behindDle.includes(second);
  return first === esc && behindEsc.includes(second);
}

/** Where a command pair ends; -1 when there is none. */
export function findCommandPair(data: Uint8Array, from = 1): number {
  for (let i = Math.max(1, from); i < data.length; i += 1) {
    if (isCommand(data[i - 1] as number, data[i] as number)) return i;
  }
  return -1;
}

/** Turns single dots until no pair is left: the last resort, one dot a pair. */
function flipDots(data: Uint8Array): Uint8Array {
  const calm = Uint8Array.from(data);
  for (let at = findCommandPair(calm); at >= 0; at = findCommandPair(calm, at)) {
    const byte = calm[at] as number;
    const next = calm[at + 1] ?? 0;
    const bit = [0x01, 0x80, 0x02, 0x40, 0x04, 0x20, 0x08, 0x10].find(
      (mask) => !isCommand(calm[at - 1] as number, byte ^ mask) && !isCommand(byte ^ mask, next),
    );
    calm[at] = byte ^ (bit ?? 0xff);
  }
  return calm;
}

/**
 * Picture data that holds no device command: as it is, else moved right by 1–7 dots (under a millimetre),
 * else with single dots turned.
 */
function calmBitmap(bitmap: LabelBitmap): Uint8Array {
  if (findCommandPair(bitmap.data) < 0) return bitmap.data;
  for (let dots = 1; dots <= maxShiftDots; dots += 1) {
    const shifted = shiftBitmap(bitmap, dots, 0);
    if (shifted === null) break;
    if (findCommandPair(shifted.data) < 0) return shifted.data;
  }
  return flipDots(bitmap.data);
}
