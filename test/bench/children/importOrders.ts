import { importOrders } from '../../../electron/usecases/intake/importOrders.ts';
import { openBenchWorkspace } from '../kit/openBenchWorkspace.ts';
import { peakRssMb, report } from '../kit/runChild.ts';

/** File → understood, corrected and stored orders, the whole way an operator waits for. */
const [path = ''] = process.argv.slice(2);
const { workspace, close } = await openBenchWorkspace(false);
const startedAt = performance.now();
const cpuBefore = process.cpuUsage();
const imported = await importOrders(workspace, { path, minConfidence: 0.8, isDryRun: false });
const durationMs = performance.now() - startedAt;
const cpu = process.cpuUsage(cpuBefore);
const cpuMs = (cpu.user + cpu.system) / 1000;
if (!imported.ok) throw new Error(imported.code);
const { rows, imported: orders, needsReview } = imported.value;
report({ rows, orders, needsReview, durationMs, cpuMs, peakRssMb: peakRssMb() });
await close();
