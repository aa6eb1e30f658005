import type { AddressSpan } from '../../../shared/domain/addressReading.ts';
import { isSeparator } from './characters.ts';
import { endOf, type NormalText, readLimit, startOf } from './normaliseText.ts';
import { UnitSet } from './unitSet.ts';

const opening = new UnitSet('([【<:');

export type Owner = AddressSpan['field'];

export interface Run {
  readonly start: number;
  readonly end: number;
}

/** Says for each unit of a text which field it belongs to, so that nothing is used twice and nothing gets lost. */
export class Ownership {
  readonly #normal: NormalText;
  /** The field of each unit; free are `''` and, for blanks and commas, `' '`. */
  readonly #owners: (Owner | '' | ' ')[];

  constructor(normal: NormalText) {
    const { text } = normal;
    this.#normal = normal;
    this.#owners = new Array<Owner | '' | ' '>(text.length);
    for (let at = 0; at < text.length; at += 1)
      this.#owners[at] = isSeparator(text.charCodeAt(at)) ? ' ' : '';
  }

  isFree(at: number): boolean {
    return this.ownerAt(at) === '';
  }

  /** Empty where the unit is free, and outside the text. */
  ownerAt(at: number): Owner | '' {
    const owner = at >= 0 && at < this.#owners.length ? this.#owners[at] : '';
    return owner === undefined || owner === ' ' ? '' : owner;
  }

  take(start: number, end: number, owner: Owner): void {
    for (let at = start; at < end; at += 1) if (this.isFree(at)) this.#owners[at] = owner;
  }

  /** To another field than the one that has taken them. */
  give(start: number, end: number, owner: Owner): void {
    for (let at = start; at < end; at += 1) this.#owners[at] = owner;
  }

  /** Free, and no blank or comma. */
  isContent(at: number): boolean {
    return at >= 0 && at < this.#owners.length && this.#owners[at] === '';
  }

  /** Free, and a blank or comma. */
  isBlank(at: number): boolean {
    return at >= 0 && at < this.#owners.length && this.#owners[at] === ' ';
  }

  /** True when a token may start here: nothing readable stands directly in front, or what opens a bracket. */
  isTokenStart(at: number): boolean {
    return !this.isContent(at - 1) || opening.isAt(this.#normal.text, at - 1);
  }

  /** The runs of one field, as places in the normalised text. */
  runsOf(owner: Owner): Run[] {
    const runs: Run[] = [];
    const owners = this.#owners;
    for (let at = 0; at < owners.length; at += 1) {
      if (owners[at] !== owner) continue;
      const start = at;
      while (at < owners.length && owners[at] === owner) at += 1;
      runs.push({ start, end: at });
    }
    return runs;
  }

  /** Runs of one owner as places in the original text; blanks between fields belong to nobody. */
  spans(): AddressSpan[] {
    const normal = this.#normal;
    const { text, original } = normal;
    const owners = this.#owners;
    const spans: { field: Owner; start: number; end: number }[] = [];
    for (let at = 0; at < owners.length; at += 1) {
      const owner = owners[at];
      if (owner === ' ' || owner === undefined) continue;
      const field = owner === '' ? 'leftover' : owner;
      const start = startOf(normal, at);
      const last = spans.at(-1);
      const goesOn = last !== undefined && last.field === field && last.end >= start;
      // The middle of a character that became several belongs to the field that has its beginning.
      if (last !== undefined && !goesOn && start < last.end) continue;
      let end = endOf(normal, at);
      while (at + 1 < owners.length && owners[at + 1] === owner && startOf(normal, at + 1) <= end) {
        at += 1;
        end = endOf(normal, at);
      }
      if (goesOn) last.end = end;
      else spans.push({ field, start, end });
    }
    const readTo = text === '' ? 0 : endOf(normal, text.length - 1);
    const isCut = original.length > readLimit || text.length >= readLimit;
    if (isCut && readTo < original.length) {
      spans.push({ field: 'leftover', start: readTo, end: original.length });
    }
    return spans;
  }
}
