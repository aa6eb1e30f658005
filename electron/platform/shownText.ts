const turning = '\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069';

const escaped = (sign: string): string =>
  Array.from(
    { length: sign.length },
    (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

const unseen = new RegExp(`[^\\P{Cc}\\n\\t]|[${turning}]`, 'gu');

/**
 * Text for a terminal or a file that people read: what would move a cursor, colour it or turn its direction is written out
 * instead of done. Names and tracking texts come from outside; line breaks are ours.
 */
export function shownText(text: string): string {
  return text.replace(unseen, escaped);
}

/** The same in one line: a line break in a file name or a remark would start a line that the program never wrote. */
export const shownLine = (text: string): string => shownText(text).replaceAll('\n', '\\n');

/**
 * JSON of the same value, in which no sign is unseen: nothing in it turns the direction of what stands beside it. Inside
 * strings alone, where the escape means the sign; line breaks between values are JSON's own.
 */
export function shownJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(/[^\P{Cc}\n\t]|\p{Cf}|\p{Zl}|\p{Zp}/gu, escaped);
}
