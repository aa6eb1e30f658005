import { proofOf } from '../../vault/sealing.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The number of a person who asks what is stored about them. */
export interface AskedNumber {
  /** Without country code, blanks and dashes. */
  readonly digits: string;
  /** For a relay number: without it, thousands share the number. */
  readonly extension: string;
}

const between = String.raw`[\s-]{0,2}`;
const extension = String.raw`(?:\s*(?:-|转|轉|ext\.?|#|,)\s*(\d{1,6}))?`;
const spelledExtension = String.raw`(?:\s*(?:转|轉|ext\.?|#)\s*(\d{1,6}))?`;

/** A mobile, a landline with its area code, 400/800, and any other number of five digits or more. */
const forms: readonly RegExp[] = [
  new RegExp(String.raw`^(?:(?:\+|00)?86${between})?(1[3-9](?:${between}\d){9})${extension}$`, 'i'),
  new RegExp(String.raw`^(0\d{2,3}${between}\d{3,4}${between}\d{4})${extension}$`, 'i'),
  new RegExp(String.raw`^([48]00${between}\d{3}${between}\d{4})${extension}$`, 'i'),
  new RegExp(String.raw`^\+?(\d(?:${between}\d){4,14})${spelledExtension}$`, 'i'),
];

/** null: no phone number. */
export function readAskedNumber(typed: string): AskedNumber | null {
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .trim();
  for (const form of forms) {
    const found = form.exec(text);
    if (found !== null) return { digits: (found[1] ?? '').replace(/\D/g, ''), extension: found[2] ?? '' };
  }
  return null;
}

const written = new RegExp(
  String.raw`(?<!\d)\+?\d(?:${between}\d){4,16}${spelledExtension}(?:-\d{1,6})?(?!\d)`,
  'giu',
);

/** All phone numbers that may be in a text. */
export const numbersIn = (text: string): AskedNumber[] =>
  Array.from(text.matchAll(written), ([number]) => readAskedNumber(number)).filter(
    (number) => number !== null,
  );

/** Where a text contains this number, however it is grouped; a relay number only with its extension, any other only without. */
export function numberPattern({ digits, extension: own }: AskedNumber): RegExp {
  const grouped = Array.from(digits).join(String.raw`[\s-]{0,2}`);
  const ending =
    own === ''
      ? String.raw`(?!\d)(?!\s{0,2}(?:-|转|轉|ext\.?)\s{0,2}\d{1,6}(?!\d))`
      : String.raw`\s{0,2}(?:-|转|轉|ext\.?|#)\s{0,2}${own}(?!\d)`;
  return new RegExp(String.raw`(?<!\d)(?:(?:\+|00)?86[\s-]{0,2})?${grouped}${ending}`, 'giu');
}

/** Finds a number again in the record without storing it: keyed, so that the record alone cannot be searched for numbers. */
export const codeOfNumber = (
  { keyFor }: Pick<Workspace, 'keyFor'>,
  { digits, extension: own }: AskedNumber,
): string => proofOf(keyFor('erased persons'), `number\n${digits}-${own}`).slice(0, 8).toUpperCase();
