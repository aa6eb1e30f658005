import type { MaskKind } from '../../shared/domain/fields.ts';
import type { Party } from '../../shared/domain/party.ts';
import { unitsOf } from '../../shared/rules/mask.ts';
import { foldText } from './foldedText.ts';
import { knownIn, namesIn } from './namesInText.ts';
import { numbersIn } from './numbersInText.ts';
import { addressesIn, placesIn } from './placesInText.ts';

/** The id of a record here: chance writes what looks like a name in a chat (…WXT8N69PYX) or a number into it. */
const recordId = /^0[\dA-HJKMNP-TV-Z]{25}$/;

/** What is known of the person a text is about, and the numbers beside it that all may see. */
export interface TextContext {
  /** Names, phones and addresses in full. */
  readonly hidden?: readonly string[];
  /** Order and waybill numbers. */
  readonly kept?: readonly string[];
  /** Names in brackets are places or persons; whoever can tell them apart has persons hidden as well. */
  readonly isPlace?: ((name: string) => boolean) | undefined;
}

/** Signs without which there is nothing to find in a text but what is known. */
const telling = /[\p{N}零〇一幺壹二贰三叁四肆五伍六陆七柒八捌九玖@＠座楼栋幢员由人找叫联交名q微威wv]/iu;

const brackets = /[【[「(（“"]/u;

/**
 * Free text as everybody here may read it: numbers that lead to a person, units and rooms, e-mail addresses, names it gives
 * and those known of its person are `***`. Quantities, sizes, dates and known numbers stay. Redacted text stays as it is.
 */
export function redactText(text: string, { hidden = [], kept = [], isPlace }: TextContext = {}): string {
  if (text === '' || text === '***' || recordId.test(text)) return text;
  const folded = foldText(text);
  const known = knownIn(folded, hidden);
  const isTelling = telling.test(text) || (isPlace !== undefined && brackets.test(text));
  if (!isTelling) return known.length === 0 ? text : folded.without(known);
  const numbers = [...numbersIn(folded, kept), ...known];
  return folded.without([
    ...numbers,
    ...addressesIn(folded),
    ...placesIn(folded),
    ...namesIn(folded, numbers, isPlace),
  ]);
}

/** What a text about a person may not repeat of one of their fields; what the masked address shows may be said. */
export function hiddenPart(mask: MaskKind | undefined, value: string): string[] {
  if (mask !== 'name' && mask !== 'phone' && mask !== 'detail') return [];
  const parts = mask === 'detail' ? unitsOf(value).map(({ from, to }) => value.slice(from, to)) : [value];
  return parts.filter((part) => Array.from(part).length >= 2);
}

type Person = Pick<Party, 'name' | 'phone' | 'detail'>;

/** The same of a whole receiver. */
export const hiddenParts = ({ name, phone, detail }: Person): string[] => [
  ...hiddenPart('name', name),
  ...hiddenPart('phone', phone),
  ...hiddenPart('detail', detail),
];
