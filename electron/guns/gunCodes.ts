/** A gun sends a code in one go: what has no end after this long has none coming. */
export const codePauseMs = 120;
/** Of a code and of a page of text alike. */
const mostSigns = 500;

export interface GunScan {
  readonly code: string;
  /** This gun ends its codes, and did not end this one. */
  readonly isUnended: boolean;
}

/** Reads codes of one serial gun, ended by CR, LF or Tab; of a gun that sends no end, by the pause behind them. */
export class GunCodes {
  #held = '';
  #hasEnds = false;

  take(bytes: Uint8Array): readonly GunScan[] {
    this.#held += Buffer.from(bytes).toString('utf8');
    const codes = this.#held.split(/[\r\n\t]+/);
    this.#held = (codes.pop() ?? '').slice(-mostSigns);
    if (codes.length > 0) this.#hasEnds = true;
    return codes
      .map(clean)
      .filter((code) => code !== '')
      .map((code) => ({ code, isUnended: false }));
  }

  /** Nothing came for `codePauseMs`. */
  pause(): readonly GunScan[] {
    const code = clean(this.#held);
    this.#held = '';
    return code === '' ? [] : [{ code, isUnended: this.#hasEnds }];
  }
}

/** Of GS1: it ends an element of free length, and is part of the code. */
const groupSeparator = '\u001d';

/** Signs around a code that are not of it, and the kind of barcode that some guns name before it (`]C1`). */
function clean(text: string): string {
  return text
    .slice(0, mostSigns)
    .replace(/\p{Cc}/gu, (sign) => (sign === groupSeparator ? sign : ''))
    .replace(/^\][A-Za-z]\d/, '')
    .trim();
}
