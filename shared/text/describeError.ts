import type { Right } from '../domain/role.ts';
import { type ErrorCode, errorDefinition } from '../errors/catalogue.ts';
import type { ErrorText } from '../errors/defineErrors.ts';
import type { ErrorParams } from '../errors/outcome.ts';
import { causeWords } from './causeWords.ts';
import { rightWords } from './rightWords.ts';

export type Language = 'zh-CN' | 'en';

/** A list that knows the code alone leaves a gap, never the name of a place. */
function fill(template: string, params: ErrorParams, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = params[name] ?? '…';
    if (name === 'right') return wordsOfRight(String(value), language);
    return name === 'cause' ? wordsOfCause(String(value), language) : String(value);
  });
}

/** Rights travel by name and are read in words. */
function wordsOfRight(right: string, language: Language): string {
  return Object.hasOwn(rightWords, right) ? rightWords[right as Right][language] : right;
}

/** So do the system's names of faults; one nobody put into words stays as it is. */
function wordsOfCause(cause: string, language: Language): string {
  return Object.hasOwn(causeWords, cause) ? (causeWords[cause]?.[language] ?? cause) : cause;
}

/** The text a person reads for a code, with its places filled. */
export function describeError(
  code: ErrorCode,
  params: ErrorParams = {},
  language: Language = 'zh-CN',
): ErrorText {
  const text = errorDefinition(code)[language];
  return { says: fill(text.says, params, language), next: fill(text.next, params, language) };
}
