import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LabelFonts, openLabelFonts } from '../../../electron/labels/painter/openLabelFonts.ts';
import { projectFolder } from './benchFolders.ts';

const read = (name: string) => readFileSync(join(projectFolder, 'resources/fonts', name));

/** The fonts the product ships, without the rest of it. */
export function benchFonts(): LabelFonts {
  const opened = openLabelFonts({
    regular: read('NotoSansSC-Regular.ttf'),
    bold: read('NotoSansSC-Bold.ttf'),
  });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}
