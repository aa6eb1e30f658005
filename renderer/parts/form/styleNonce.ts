/** What stands in index.html until the app:// handler fills it in. A nonce may itself begin with underscores. */
const placeholder = '__CSP_NONCE__';

/** The nonce for styles made at run time; undefined when nobody filled it in (then no policy asks for one). */
export function styleNonce(content: string | undefined): string | undefined {
  return content === placeholder ? undefined : content;
}
