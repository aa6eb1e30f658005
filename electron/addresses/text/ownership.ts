import type { AddressSpan } from '../../../shared/domain/addressReading.ts';
import { isSeparator } from './characters.ts';
import { type NormalText, readLimit } from './normaliseText.ts';

const opening = '([【<:';

export type Owner = AddressSpan['field'];

/** Says for each unit of a text which field it belongs to, so that nothing is used twice and nothing gets lost. */
export class Ownership {
  readonly #normal: NormalText;
  readonly #owners: (Owner | undefined)[];

  constructor(normal: NormalText) {
    this.#normal = normal;
    // Array.from asks an iterator for every unit: a tenth of all the reading time.
    this.#owners = new Array<Owner | undefined>(normal.text.length).fill(undefined);
  }

  isFree(at: number): boolean {
    return this.#owners[at] === undefined;
  }

  ownerAt(at: number): Owner | undefined {
    return this.#owners[at];
  }

  take(start: number, end: number, owner: Owner): void {
    for (let i = start; i < end; i += 1) this.#owners[i] ??= owner;
  }

  /** To another field than the one that has taken them. */
  give(places: readonly number[], owner: Owner): void {
    for (const place of places) this.#owners[place] = owner;
  }

  /** Free, and no blank or comma. */
  isContent(at: number): boolean {
    return (
      at >= 0 &&
      at < this.#owners.length &&
      this.#owners[at] === undefined &&
      !isSeparator(this.#normal.text.charCodeAt(at))
    );
  }

  /** True when a token may start here: nothing readable stands directly in front, or what opens a bracket. */
  isTokenStart(at: number): boolean {
    return !this.isContent(at - 1) || opening.includes(this.#normal.text.charAt(at - 1));
  }

  /** Runs of one owner as places in the original text; blanks between fields belong to nobody. */
  spans(): AddressSpan[] {
    const { text, starts, ends, original } = this.#normal;
    const spans: { field: Owner; start: number; end: number }[] = [];
    for (let i = 0; i < text.length; i += 1) {
      const separator = isSeparator(text.charCodeAt(i));
      const field = this.#owners[i] ?? (separator ? undefined : 'leftover');
      const start = starts[i] ?? 0;
      const end = ends[i] ?? 0;
      if (field === undefined) continue;
      const last = spans[spans.length - 1];
      if (last !== undefined && last.field === field && last.end >= start) last.end = Math.max(last.end, end);
      else if (last === undefined || start >= last.end) spans.push({ field, start, end });
    }
    const readTo = ends[ends.length - 1] ?? 0;
    const isCut = original.length > readLimit || text.length >= readLimit;
    if (isCut && readTo < original.length) {
      spans.push({ field: 'leftover', start: readTo, end: original.length });
    }
    return spans;
  }
}
