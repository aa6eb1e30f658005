/** What people and exports write for “nothing”. */
const emptyWords = new Set(['null', 'none', 'nan', '-', '--', '—', '——', '/', '\\', '无', '空']);

/**
 * The value a person means by a cell: without `="…"` wrapping, leading apostrophe, tabs, control, zero-width and bidi
 * characters; line breaks become blanks; words for “nothing” become the empty string.
 */
export function cleanCellText(text: string): string {
  let value = text;
  if (/[\p{Cc}\p{Cf}\u3000]/u.test(value)) {
    value = value.replace(/[\r\n\t\u3000]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');
  }
  value = value.trim();
  const wrapped = /^="([\s\S]*)"$/.exec(value);
  if (wrapped !== null) value = (wrapped[1] ?? '').trim();
  if (/^['’‘`＇]/.test(value)) value = value.replace(/^['’‘`＇]+/, '').trim();
  return value.length <= 4 && emptyWords.has(value.toLowerCase()) ? '' : value;
}
