import type { PrinterLanguage } from '../kit/printerLanguage.ts';
import { cpclLanguage } from './cpcl/cpclLanguage.ts';
import { escposLanguage } from './escpos/escposLanguage.ts';
import { tsplLanguage } from './tspl/tsplLanguage.ts';
import { zplLanguage } from './zpl/zplLanguage.ts';

/** Every printer language of the product: one line each. */
export const printerLanguages: readonly PrinterLanguage[] = [
  tsplLanguage,
  zplLanguage,
  cpclLanguage,
  escposLanguage,
];
