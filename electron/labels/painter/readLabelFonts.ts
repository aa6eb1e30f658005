import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LabelFonts, openLabelFonts } from './openLabelFonts.ts';

/** The two fonts the product ships. Without them no label can be drawn: that is a broken installation, not a refusal. */
export function readLabelFonts(folder: string): LabelFonts {
  const opened = openLabelFonts({
    regular: readFileSync(join(folder, 'NotoSansSC-Regular.ttf')),
    bold: readFileSync(join(folder, 'NotoSansSC-Bold.ttf')),
  });
  if (!opened.ok) throw new Error('the label fonts were not installed whole');
  return opened.value;
}
