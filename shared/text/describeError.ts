import { type AddressIssue, addressIssues } from '../domain/addressReading.ts';
import { carrierName } from '../domain/carriers/carrierTable.ts';
import { addressIssueCode } from '../errors/addressErrors.ts';
import { type ErrorCode, errorDefinition, isErrorCode } from '../errors/catalogue.ts';
import type { ErrorText } from '../errors/defineErrors.ts';
import type { ErrorParams } from '../errors/outcome.ts';
import { joinHan, markHan } from './hanSpacing.ts';
import { inNumber } from './inNumber.ts';
import { spanText } from './spanText.ts';
import { accountFieldName, say, wordFor } from './words.ts';

export type Language = 'zh-CN' | 'en';

type Reader = 'window' | 'commandLine';

/** Fields travel by name (`receiver.city`, `account.MonthCode`, `name, phone`) and are read in words. */
export function fieldText(field: string, language: Language): string {
  const word = (part: string): string => {
    const known = wordFor(language, 'field', part);
    return known === part ? (accountFieldName(language, part) ?? part) : known;
  };
  return field
    .split(/[,，、\s]+/)
    .filter((name) => name !== '')
    .map((name) => name.split('.').map(word).join(' '))
    .join(say(language, 'rule.comma'));
}

/** What platforms are asked for, by name: `customs batch-print`. */
function offerText(offers: string, language: Language): string {
  const words = offers.split(' ').map((offer) => wordFor(language, 'platformOffer', offer));
  return words.join(say(language, 'rule.comma'));
}

/** Places that take a word of the group of their name. */
const wordGroups = ['right', 'cause', 'packReason', 'goodsDoubt', 'host', 'claimState'] as const;
const isWordGroup = (name: string): name is (typeof wordGroups)[number] =>
  wordGroups.some((group) => group === name);

/** In brackets, or behind the colon that ends a sentence: the sentence is whole without it. */
const asides = /\s?[（(][^（()）{}]*\{(\w+)\}[^（()）{}]*[）)]|[：:]\s*\{(\w+)\}(?=[。.]?$)/g;

/** Of nobody known, a server or printer stays one; where the address is all there is, it is the other side. */
function withoutHost(template: string, language: Language): string {
  const named = template.replace(/(服务器|打印机|[Ss]erver|[Pp]rinter) \{host\}(?::\{port\})?/g, '$1');
  const other = wordFor(language, 'host', 'unknown');
  if (language === 'zh-CN') return named.replace(/ ?\{host\}(?::\{port\})? ?/g, other);
  const sentence = named.replace(/\{host\}(?::\{port\})?/g, other);
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

/** A list that knows the code alone leaves out an aside and leaves a gap elsewhere, never the name of a place. */
function fill(template: string, params: ErrorParams, language: Language): string {
  const isKnown = (name: string): boolean => params[name] !== undefined && params[name] !== '';
  const numbered = inNumber(template, params);
  const whole = isKnown('host') ? numbered : withoutHost(numbered, language);
  const valueText = (name: string): string => {
    const value = String(params[name] ?? '…');
    if (name === 'field') return fieldText(value, language);
    if (name === 'needs') return offerText(value, language);
    if (name === 'orderState') return wordFor(language, 'order', value);
    if (name === 'printerState') return wordFor(language, 'printer', value);
    if (name === 'reason') return wordFor(language, 'replyFault', value);
    if (name === 'minutesApart' && isKnown(name)) return spanText(Number(value), language);
    if (name === 'carrierCode') return carrierName(value, language);
    return isWordGroup(name) ? wordFor(language, name, value) : value;
  };
  const sentence = whole.replace(asides, (aside: string, bracketed?: string, last?: string) =>
    isKnown(bracketed ?? last ?? '') ? aside : '',
  );
  return joinHan(sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => markHan(valueText(name), name)));
}

/** The text a person reads for a code, with its places filled. Advice for the window never names an option. */
export function describeError(
  code: ErrorCode,
  params: ErrorParams = {},
  language: Language = 'zh-CN',
  reader: Reader = 'window',
): Pick<ErrorText, 'says' | 'next'> {
  const { says, next, commandLine = next } = errorDefinition(code)[language];
  return {
    says: fill(says, params, language),
    next: fill(reader === 'window' ? next : commandLine, params, language),
  };
}

const isAddressIssue = (code: string): code is AddressIssue =>
  (addressIssues as readonly string[]).includes(code);

/** The same for what an order complains of: a code, or an issue of its address; null: nobody put it into words. */
export function describeComplaint(
  code: string,
  params: ErrorParams,
  language: Language,
  reader: Reader = 'window',
): Pick<ErrorText, 'says' | 'next'> | null {
  if (isErrorCode(code)) return describeError(code, params, language, reader);
  return isAddressIssue(code) ? describeError(addressIssueCode(code), params, language, reader) : null;
}

/** Both sentences of a code in one line; a code that no catalogue knows stays itself. */
export function sentencesOf(code: string, params: ErrorParams | undefined, language: Language): string {
  if (!isErrorCode(code)) return code;
  return inOneLine(describeError(code, params, language), language);
}

/** Chinese sentences stand without a gap. A platform's own words end without a stop, and the advice would run on. */
export function inOneLine({ says, next }: Pick<ErrorText, 'says' | 'next'>, language: Language): string {
  const isEnded = next === '' || /[.。!！?？…:：;；]['"”』」)）]?$/u.test(says);
  return language === 'en' ? `${says}${isEnded ? '' : '.'} ${next}` : `${says}${isEnded ? '' : '。'}${next}`;
}
