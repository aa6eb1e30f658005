import type { Pen } from './trueTypeOutline.ts';

/**
 * A glyph of the `CFF ` table (Type 2 charstring): numbers, and behind them what to do with them. The cut fonts hold neither hints nor
 * subroutines; the width that may stand before the first numbers is taken from `hmtx`.
 */
export function drawCharstring(glyph: DataView, pen: Pen): void {
  const steps = new Steps(pen);
  let values: number[] = [];
  for (let at = 0; at < glyph.byteLength; ) {
    const byte = glyph.getUint8(at);
    if (byte === endOfGlyph) return;
    if (isNumber(byte)) {
      const { value, length } = numberAt(glyph, at);
      values.push(value);
      at += length;
    } else {
      const act = acts[byte];
      if (act === undefined) throw new Error(`an outline with operator ${byte}`);
      act(steps, values);
      values = [];
      at += 1;
    }
  }
}

const endOfGlyph = 14;
const shortNumber = 28;

export const isNumber = (byte: number): boolean => byte >= 32 || byte === shortNumber;

/** Not the real numbers of a dictionary, nor its whole ones of four bytes. */
export function numberAt(glyph: DataView, at: number): { readonly value: number; readonly length: number } {
  const byte = glyph.getUint8(at);
  if (byte === shortNumber) return { value: glyph.getInt16(at + 1), length: 3 };
  if (byte <= 246) return { value: byte - 139, length: 1 };
  if (byte === 255) return { value: glyph.getInt32(at + 1) / 65_536, length: 5 };
  const next = glyph.getUint8(at + 1);
  if (byte <= 250) return { value: (byte - 247) * 256 + next + 108, length: 2 };
  return { value: -(byte - 251) * 256 - next - 108, length: 2 };
}

/** A pen that is moved by steps. */
class Steps {
  readonly #pen: Pen;
  #x = 0;
  #y = 0;

  constructor(pen: Pen) {
    this.#pen = pen;
  }

  move(right = 0, up = 0): void {
    this.#step(right, up);
    this.#pen.moveTo(this.#x, this.#y);
  }

  line(right = 0, up = 0): void {
    this.#step(right, up);
    this.#pen.lineTo(this.#x, this.#y);
  }

  curve(aRight = 0, aUp = 0, bRight = 0, bUp = 0, right = 0, up = 0): void {
    this.#step(aRight, aUp);
    const [aX, aY] = [this.#x, this.#y];
    this.#step(bRight, bUp);
    const [bX, bY] = [this.#x, this.#y];
    this.#step(right, up);
    this.#pen.cubicTo(aX, aY, bX, bY, this.#x, this.#y);
  }

  #step(right: number, up: number): void {
    this.#x += right;
    this.#y += up;
  }
}

type Act = (steps: Steps, values: readonly number[]) => void;

/** The numbers in groups of `size`, without what is left over. */
function groups(values: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.floor(values.length / size) }, (_, no) =>
    values.slice(no * size, (no + 1) * size),
  );
}

const lines: Act = (steps, values) => {
  for (const group of groups(values, 2)) steps.line(...group);
};

const curves: Act = (steps, values) => {
  for (const group of groups(values, 6)) steps.curve(...group);
};

/** Lines across and upwards in turn. */
const cornerLines =
  (isAcrossFirst: boolean): Act =>
  (steps, values) => {
    for (const [no, value] of values.entries())
      if ((no % 2 === 0) === isAcrossFirst) steps.line(value, 0);
      else steps.line(0, value);
  };

/** Curves that begin across and end upwards, and the other way round, in turn; the last may end aslant. */
const cornerCurves =
  (isAcrossFirst: boolean): Act =>
  (steps, values) => {
    const corners = groups(values, 4);
    for (const [no, [begin, bRight, bUp, end]] of corners.entries()) {
      const aslant = no === corners.length - 1 ? values[4 * corners.length] : 0;
      if ((no % 2 === 0) === isAcrossFirst) steps.curve(begin, 0, bRight, bUp, aslant, end);
      else steps.curve(0, begin, bRight, bUp, end, aslant);
    }
  };

/** Curves that begin and end across; the first may begin aslant. */
const acrossCurves: Act = (steps, values) => {
  const odd = values.length % 4;
  for (const [no, [begin, bRight, bUp, end]] of groups(values.slice(odd), 4).entries())
    steps.curve(begin, no === 0 && odd === 1 ? values[0] : 0, bRight, bUp, end, 0);
};

/** Curves that begin and end upwards; the first may begin aslant. */
const upwardCurves: Act = (steps, values) => {
  const odd = values.length % 4;
  for (const [no, [begin, bRight, bUp, end]] of groups(values.slice(odd), 4).entries())
    steps.curve(no === 0 && odd === 1 ? values[0] : 0, begin, bRight, bUp, 0, end);
};

/** By their numbers in the format. */
const acts: Readonly<Record<number, Act>> = {
  4: (steps, values) => steps.move(0, values.at(-1)),
  5: lines,
  6: cornerLines(true),
  7: cornerLines(false),
  8: curves,
  21: (steps, values) => steps.move(values.at(-2), values.at(-1)),
  22: (steps, values) => steps.move(values.at(-1), 0),
  24: (steps, values) => {
    curves(steps, values.slice(0, -2));
    lines(steps, values.slice(-2));
  },
  25: (steps, values) => {
    lines(steps, values.slice(0, -6));
    curves(steps, values.slice(-6));
  },
  26: upwardCurves,
  27: acrossCurves,
  30: cornerCurves(false),
  31: cornerCurves(true),
};
