/**
 * Text for a terminal: what would move its cursor, colour it or turn its direction is written out instead of done. Names
 * and tracking texts come from outside; line breaks are ours.
 */
export function shownText(text: string): string {
  return text.replace(
    /[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
