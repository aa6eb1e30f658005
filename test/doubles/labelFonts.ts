import { readFileSync } from 'node:fs';
import { type LabelFonts, openLabelFonts } from '../../electron/labels/painter/openLabelFonts.ts';

const read = (weight: string): Uint8Array =>
  readFileSync(new URL(`../../resources/fonts/NotoSansSC-${weight}.ttf`, import.meta.url));

let opened: LabelFonts | null = null;

/** The fonts the product ships, opened once a test file. */
export function shippedFonts(): LabelFonts {
  if (opened !== null) return opened;
  const fonts = openLabelFonts({ regular: read('Regular'), bold: read('Bold') });
  if (!fonts.ok) throw new Error(fonts.code);
  opened = fonts.value;
  return opened;
}
