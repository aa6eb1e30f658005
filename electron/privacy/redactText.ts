import { maskDetail } from '../../shared/rules/mask.ts';
import { foldText } from './foldedText.ts';
import { knownIn, namesIn } from './namesInText.ts';
import { numbersIn } from './numbersInText.ts';
import { addressesIn, placesIn } from './placesInText.ts';

/** What is known of the person a text is about, and the numbers beside it that all may see. */
export interface TextContext {
  /** Names, phones and addresses in full. */
  readonly hidden?: readonly string[];
  /** Order and waybill numbers. */
  readonly kept?: readonly string[];
}

/** Signs without which there is nothing to find in a text but what is known. */
const telling = /[\p{N}零〇一幺壹二贰三叁四肆五伍六陆七柒八捌九玖@＠座楼栋幢员由人找叫联交名q微威wv]/iu;

/**
 * Free text as everybody here may read it: numbers that lead to a person, units and rooms, e-mail addresses, names it gives
 * and those known of its person are `***`. Quantities, sizes, dates and known numbers stay. Redacted text stays as it is.
 */
export function redactText(text: string, { hidden = [], kept = [] }: TextContext = {}): string {
  if (text === '' || text === '***') return text;
  const folded = foldText(text);
  const known = knownIn(folded, hidden);
  if (!telling.test(text)) return known.length === 0 ? text : folded.without(known);
  const numbers = [...numbersIn(folded, kept), ...known];
  return folded.without([
    ...numbers,
    ...addressesIn(folded),
    ...placesIn(folded),
    ...namesIn(folded, numbers),
  ]);
}

/** The parts of a receiver that no text about the order may repeat: what the masked address shows may. */
export function hiddenParts(receiver: {
  readonly name: string;
  readonly phone: string;
  readonly detail: string;
}): string[] {
  const { name, phone, detail } = receiver;
  const shown = maskDetail(detail);
  const unit = shown === detail ? '' : detail.slice(shown.length - '***'.length);
  return [name, phone, unit].filter((part) => Array.from(part).length >= 2);
}
