import { createHash } from 'node:crypto';

/** Half-width and small; a space stays only where it keeps two numbers or words apart (3 12室 is not 31 2室). */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<![a-z0-9]) | (?![a-z0-9])/gu, '');
}

/** Digest by which equal texts find each other; 128 bits, so that two texts never share one by chance. Empty stays empty. */
export function addressKey(...texts: readonly string[]): string {
  const parts = texts.map(comparableText);
  if (parts.every((part) => part === '')) return '';
  return createHash('sha256').update(parts.join('\n'), 'utf8').digest('hex').slice(0, 32);
}
