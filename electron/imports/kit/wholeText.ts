/** With this flag the pattern meets halves of a character only where the other half is missing. */
const loneSurrogate = /[\ud800-\udfff]/gu;

/**
 * The text with every half of a character replaced by U+FFFD, which flags its cell. No store and no printer can keep a half:
 * they would lose it later and say nothing.
 */
export function wholeText(text: string): string {
  return text.replace(loneSurrogate, '\uFFFD');
}
