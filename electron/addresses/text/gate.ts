const mostGates = 32;
/** One bit a gate for every UTF-16 unit. */
const bits = new Int32Array(0x1_0000);
let gates = 0;

/**
 * Stands in front of a costly search: open only for a text with one of its units, which most texts have not. One look at
 * each unit of a text (`signsOf`) answers for all gates.
 */
export class Gate {
  readonly #bit: number;

  /** `units`: every unit of this text opens it. */
  constructor(units: string) {
    if (gates === mostGates) throw new Error('a text has no more bits for gates');
    this.#bit = 1 << gates;
    gates += 1;
    for (let at = 0; at < units.length; at += 1) {
      const unit = units.charCodeAt(at);
      bits[unit] = (bits[unit] ?? 0) | this.#bit;
    }
  }

  isOpen(signs: number): boolean {
    return (signs & this.#bit) !== 0;
  }
}

/** The gates that a text opens. */
export function signsOf(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) signs |= bits[text.charCodeAt(at)] ?? 0;
  return signs;
}
