import { type HoldReason, holdReasons } from '../../../../shared/domain/order.ts';
import { type PackReason, packReasons } from '../../../../shared/domain/packing/packCommands.ts';
import { type PackOverride, packOverrides } from '../../../../shared/domain/packing/packing.ts';

/** A part of what a line of history says: a word of one of the program's lists, or what was written. */
export type NotePart =
  | { readonly of: 'hold'; readonly word: HoldReason }
  | { readonly of: 'packReason'; readonly word: PackReason }
  | { readonly of: 'packOverride'; readonly word: PackOverride }
  | { readonly of: 'text'; readonly word: string };

const isOf = <Word extends string>(words: readonly Word[], part: string): part is Word =>
  words.some((word) => word === part);

/** Lines whose note is made by the program alone, for the record: there is nothing in it to read here. */
const silentKinds: readonly string[] = ['personal-data-shown'];

function partOf(kind: string, word: string): NotePart {
  if (kind === 'held') return isOf(holdReasons, word) ? { of: 'hold', word } : { of: 'text', word };
  if (isOf(packReasons, word)) return { of: 'packReason', word };
  return isOf(packOverrides, word) ? { of: 'packOverride', word } : { of: 'text', word };
}

/** What a line of an order's history says besides its kind, in its parts. */
export function notePartsOf({
  kind,
  note,
}: {
  readonly kind: string;
  readonly note: string;
}): readonly NotePart[] {
  if (note === '' || silentKinds.includes(kind)) return [];
  return note.split(': ').map((word) => partOf(kind, word));
}
