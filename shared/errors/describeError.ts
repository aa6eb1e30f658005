import { type ErrorCode, errorDefinition } from './catalogue.ts';
import type { ErrorText } from './defineErrors.ts';
import type { ErrorParams } from './outcome.ts';

export type Language = 'zh-CN' | 'en';

/** A list that knows the code alone leaves a gap, never the name of a place. */
function fill(template: string, params: ErrorParams): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? '…'));
}

/** The text a person reads for a code, with its places filled. */
export function describeError(
  code: ErrorCode,
  params: ErrorParams = {},
  language: Language = 'zh-CN',
): ErrorText {
  const text = errorDefinition(code)[language];
  return { says: fill(text.says, params), next: fill(text.next, params) };
}
