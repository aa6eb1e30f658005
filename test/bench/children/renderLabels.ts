import { join } from 'node:path';
import { readLabelFonts } from '../../../electron/labels/painter/fontChain.ts';
import { renderJob } from '../../../electron/printers/renderJob.ts';
import { projectFolder } from '../kit/benchFolders.ts';
import { differentLabel } from '../kit/differentLabel.ts';
import { peakRssMb, report } from '../kit/runChild.ts';

/** Documents → the bytes a printer of one language takes, on one thread. */
const [language = 'tspl', dpiText = '203'] = process.argv.slice(2);
const dpi = dpiText === '300' ? 300 : 203;
const labelCount = 600;
const fonts = readLabelFonts(join(projectFolder, 'resources/fonts'));

function labelBytes(index: number): number {
  const job = renderJob(differentLabel(index, labelCount), { language, dpi, size: '76x130' }, fonts);
  if (!job.ok) throw new Error(job.code);
  return job.value.bytes.length;
}

for (let index = 0; index < 50; index++) labelBytes(index);
const startedAt = performance.now();
const usedBefore = process.cpuUsage();
let bytes = 0;
for (let index = 0; index < labelCount; index++) bytes += labelBytes(index);
const { user, system } = process.cpuUsage(usedBefore);
const cpuMs = (user + system) / 1_000;
report({
  labels: labelCount,
  bytes,
  durationMs: performance.now() - startedAt,
  cpuMs,
  peakRssMb: peakRssMb(),
});
