import { writeFailedFile } from '../../../electron/usecases/intake/failedFile.ts';
import { openBenchWorkspace } from '../kit/openBenchWorkspace.ts';
import { peakRssMb, report } from '../kit/runChild.ts';

/** A file of refused rows → the same rows with reasons, ready to be mended. */
const [path = ''] = process.argv.slice(2);
const { workspace, close } = await openBenchWorkspace(false);
const startedAt = performance.now();
const written = await writeFailedFile(workspace, { path, options: {}, language: 'zh-CN' });
const durationMs = performance.now() - startedAt;
if (!written.ok) throw new Error(written.code);
report({ durationMs, peakRssMb: peakRssMb() });
await close();
