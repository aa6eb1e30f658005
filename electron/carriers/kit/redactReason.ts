const maxLength = 80;
const longDigits = /[0-9０-９](?:[\s\-－—()（）]{0,2}[0-9０-９]){6,}/gu;

/**
 * A platform's free text made fit for logs and screens: what we sent of persons and credentials (`hidden`) and every
 * run of seven or more digits become `***`; control characters become spaces; at most 80 characters.
 */
export function redactReason(text: string, hidden: readonly string[]): string {
  let rest = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ');
  const longestFirst = hidden.filter((part) => part.length >= 2).sort((a, b) => b.length - a.length);
  for (const part of longestFirst) rest = rest.replaceAll(part, '***');
  return rest.replace(longDigits, '***').trim().slice(0, maxLength);
}
