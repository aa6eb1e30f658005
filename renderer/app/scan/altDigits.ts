import { maxGapMs } from './scanSteps.ts';

/** A key of a gun that types each character by its number on the keypad while Alt is held, as Windows takes it on any layout. */
interface AltKey {
  readonly code: string;
  readonly at: number;
}

export interface AltCharacter {
  /** What the number means: a character, or the name of a key such as `Enter`. */
  readonly key: string;
  /** Its first and its last stroke. */
  readonly at: number;
  readonly endAt: number;
}

interface Group {
  readonly digits: string;
  readonly at: number;
  readonly lastAt: number;
  /** No two of its strokes were further apart than a gun's. */
  readonly isFast: boolean;
}

const named: Readonly<Record<number, string>> = { 9: 'Tab', 10: 'Enter', 13: 'Enter' };
const mostDigits = 5;
const firstOfTwoBytes = 0x8140;

/** null: no character has this number. */
function characterOf(digits: string): string | null {
  const number = Number(digits);
  const name = named[number];
  if (name !== undefined) return name;
  if (number > 0xffff) return null;
  if (number < 0x80) return number < 0x20 ? null : String.fromCharCode(number);
  // Above the ASCII signs Windows reads the bytes in its own code page: one byte in the west, two in China.
  const bytes = number < 0x100 ? [number] : [number >> 8, number & 0xff];
  if (number >= 0x100 && number < firstOfTwoBytes) return String.fromCharCode(number);
  const text = new TextDecoder(number < 0x100 ? 'windows-1252' : 'gbk').decode(Uint8Array.from(bytes));
  return [...text].length === 1 && text !== '\uFFFD' ? text : null;
}

/** Puts the strokes of such a gun together again. A hand that types a sign by its number is slower, and is left alone. */
export class AltDigits {
  #group: Group | null = null;

  /** Is a number being typed? */
  get isOpen(): boolean {
    return this.#group !== null;
  }

  /** A key while Alt is held; false: it is no digit of the keypad. */
  take({ code, at }: AltKey): boolean {
    const digit = /^Numpad(\d)$/.exec(code)?.[1];
    if (digit === undefined) {
      this.#group = null;
      return false;
    }
    const before = this.#group;
    const isFast = before === null || (before.isFast && at - before.lastAt <= maxGapMs);
    const digits = (before?.digits ?? '') + digit;
    this.#group = digits.length > mostDigits ? null : { digits, at: before?.at ?? at, lastAt: at, isFast };
    return true;
  }

  /** Alt was let go. `character` null: a hand's, or no character has this number; then `digits` is what was typed. */
  end(at: number): { readonly character: AltCharacter | null; readonly digits: string } {
    const group = this.#group;
    this.#group = null;
    if (group === null) return { character: null, digits: '' };
    const key = group.isFast && at - group.lastAt <= maxGapMs ? characterOf(group.digits) : null;
    const character = key === null ? null : { key, at: group.at, endAt: at };
    return { character, digits: group.digits };
  }

  forget(): void {
    this.#group = null;
  }
}
