import { fileURLToPath } from 'node:url';
import { readLabelFonts } from '../../../electron/labels/painter/fontChain.ts';
import type { LabelFonts } from '../../../electron/labels/painter/labelFont.ts';

let opened: LabelFonts | null = null;

/** The fonts the product ships, opened once a test file. */
export function shippedFonts(): LabelFonts {
  opened ??= readLabelFonts(fileURLToPath(new URL('../../../resources/fonts', import.meta.url)));
  return opened;
}
