/** What people and exports write for “nothing”. */
const emptyWords = new Set(['null', 'none', 'nan', '-', '--', '—', '——', '/', '\\', '无', '空']);

/** Signs that cleaning looks for at the front: `="…"` and the apostrophes. */
const frontSigns = new Set(['=', "'", '’', '‘', '`', '＇'].map((sign) => sign.charCodeAt(0)));
/** `emptyWords` are no longer than this. */
const longestEmptyWord = 4;

/** Nine cells in ten hold nothing that cleaning would touch; asked character by character, without expressions. */
function isCleanAlready(text: string): boolean {
  if (text.length <= longestEmptyWord || frontSigns.has(text.charCodeAt(0))) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isPlain = (code > 0x20 && code < 0x7f) || (code >= 0x3001 && code <= 0xd7ff);
    // A blank inside is kept; at either end it is not.
    if (!isPlain && !(code === 0x20 && at > 0 && at < text.length - 1)) return false;
  }
  return true;
}

/**
 * The value a person means by a cell: without `="…"` wrapping, leading apostrophe, tabs, control, zero-width and bidi
 * characters; line breaks become blanks; words for “nothing” become the empty string.
 */
export function cleanCellText(text: string): string {
  if (isCleanAlready(text)) return text;
  let value = text;
  if (/[\p{Cc}\p{Cf}\u3000]/u.test(value)) {
    value = value.replace(/[\r\n\t\u3000]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');
  }
  value = value.trim();
  const wrapped = /^="([\s\S]*)"$/.exec(value);
  if (wrapped !== null) value = (wrapped[1] ?? '').trim();
  if (/^['’‘`＇]/.test(value)) value = value.replace(/^['’‘`＇]+/, '').trim();
  return value.length <= longestEmptyWord && emptyWords.has(value.toLowerCase()) ? '' : value;
}
