const setsInTable = 32;
/** One bit a set: what is asked of one unit by several sets lies in one place of the memory. */
let bits = new Int32Array(0x1_0000);
let sets = 0;

/**
 * A set of UTF-16 units, for the questions that come again at every place of a text: a look into a table, where a
 * regular expression would have to be started.
 */
export class UnitSet {
  readonly #bits: Int32Array;
  readonly #bit: number;

  /** `units`: every unit of this text. */
  constructor(units: string) {
    if (sets > 0 && sets % setsInTable === 0) bits = new Int32Array(0x1_0000);
    this.#bits = bits;
    this.#bit = 1 << (sets % setsInTable);
    sets += 1;
    for (let at = 0; at < units.length; at += 1) this.#add(units.charCodeAt(at));
  }

  /** Besides, all units from `first` to `last`. */
  with(first: number, last: number): this {
    for (let unit = first; unit <= last; unit += 1) this.#add(unit);
    return this;
  }

  #add(unit: number): void {
    this.#bits[unit] = (this.#bits[unit] ?? 0) | this.#bit;
  }

  has(unit: number): boolean {
    return ((this.#bits[unit] ?? 0) & this.#bit) !== 0;
  }

  /** Has the text such a unit at `at`? False where it ends before. */
  isAt(text: string, at: number): boolean {
    return at >= 0 && at < text.length && this.has(text.charCodeAt(at));
  }

  endsWith(text: string): boolean {
    return this.isAt(text, text.length - 1);
  }

  /** Has the text any such unit between `from` and `to`? */
  isIn(text: string, from = 0, to = text.length): boolean {
    const end = Math.min(to, text.length);
    for (let at = from; at < end; at += 1) if (this.has(text.charCodeAt(at))) return true;
    return false;
  }

  /** Is the text made of nothing else? */
  isAllOf(text: string): boolean {
    for (let at = 0; at < text.length; at += 1) if (!this.has(text.charCodeAt(at))) return false;
    return true;
  }
}

/** What `\s` stands for. */
export const blanks =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
