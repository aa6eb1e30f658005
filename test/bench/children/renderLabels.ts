import { join } from 'node:path';
import { labelMedia } from '../../../electron/labels/layout/labelMedia.ts';
import { readLabelFonts } from '../../../electron/labels/painter/fontChain.ts';
import { renderLabel } from '../../../electron/labels/renderLabel.ts';
import { printerLanguages } from '../../../electron/printers/languages/index.ts';
import { projectFolder } from '../kit/benchFolders.ts';
import { differentLabel } from '../kit/differentLabel.ts';
import { peakRssMb, report } from '../kit/runChild.ts';

/** Documents → the bytes a printer of one language takes, on one thread. */
const [languageId = 'tspl', dpiText = '203'] = process.argv.slice(2);
const dpi = dpiText === '300' ? 300 : 203;
const labelCount = 600;
const fonts = readLabelFonts(join(projectFolder, 'resources/fonts'));
const language = printerLanguages.find(({ id }) => id === languageId);
if (language === undefined) throw new Error(`no ${languageId}`);

function labelBytes(index: number): number {
  const bitmap = renderLabel(differentLabel(index, labelCount), { size: '76x130', dpi }, fonts);
  if (!bitmap.ok) throw new Error(bitmap.code);
  return language?.encode(bitmap.value, labelMedia['76x130']).length ?? 0;
}

for (let index = 0; index < 50; index++) labelBytes(index);
const startedAt = performance.now();
let bytes = 0;
for (let index = 0; index < labelCount; index++) bytes += labelBytes(index);
report({ labels: labelCount, bytes, durationMs: performance.now() - startedAt, peakRssMb: peakRssMb() });
