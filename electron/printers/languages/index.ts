import type { PrinterLanguage } from '../kit/printerLanguage.ts';
import { cpclLanguage } from './cpcl/cpclLanguage.ts';
import { escposLanguage } from './escpos/escposLanguage.ts';
import { pdfLanguage } from './pdf/pdfLanguage.ts';
import { tsplLanguage } from './tspl/tsplLanguage.ts';
import { zplLanguage } from './zpl/zplLanguage.ts';

/** Every printer language of the product: one line each, the usual one first. */
export const printerLanguages: readonly PrinterLanguage[] = [
  tsplLanguage,
  zplLanguage,
  cpclLanguage,
  escposLanguage,
  pdfLanguage,
];

export const printerLanguage = (id: string): PrinterLanguage | undefined =>
  printerLanguages.find((language) => language.id === id);

/** `tspl, zpl, …`, for messages. */
export const languageIds = printerLanguages.map(({ id }) => id).join(', ');

/** `zpl: z64, acs, hex`: the forms of a picture where a language leaves a choice. */
export const encodingsByLanguage = printerLanguages
  .filter(({ encodings }) => encodings.length > 0)
  .map(({ id, encodings }) => `${id}: ${encodings.join(', ')}`)
  .join('; ');
