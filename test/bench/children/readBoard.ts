import { nothingFails } from '../../../electron/usecases/backups/plan.ts';
import { readCallFigures } from '../../../electron/usecases/insight/callFigures.ts';
import { readCosts } from '../../../electron/usecases/insight/costs.ts';
import { readDayBoard } from '../../../electron/usecases/insight/dayBoard.ts';
import { readServiceFigures } from '../../../electron/usecases/insight/serviceFigures.ts';
import { readTransit } from '../../../electron/usecases/insight/transit.ts';
import { readTroubles } from '../../../electron/usecases/insight/troubles.ts';
import { readVolumes } from '../../../electron/usecases/insight/volumes.ts';
import { readStatus } from '../../../electron/usecases/workspace/status.ts';
import type { Workspace } from '../../../electron/usecases/workspace/workspace.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { keptLargeStore } from '../kit/largeStore.ts';
import { openBenchFolder } from '../kit/openBenchFolder.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';

/** How long the board's reads take beside `shipments` parcels of 200 days and `calls` outside calls of 90. */
const [shipments = '1000000', calls = '10000000'] = process.argv.slice(2);
const folder = await keptLargeStore(Number(shipments), Number(calls));

const reads: Readonly<Record<string, (workspace: Workspace) => Promise<unknown>>> = {
  'the day with what needs a person': async (workspace) => {
    await readDayBoard(workspace);
    await readStatus(workspace, { printerStates: new Map(), backups: nothingFails });
  },
  'calls of 30 days with availability': async (workspace) => {
    const to = workspace.clock.now();
    await readCallFigures(workspace, { from: to - 30 * dayMs, to, by: 'line' });
    await readServiceFigures(workspace, { from: to - 30 * dayMs, to });
  },
  volumes: (workspace) => readVolumes(workspace, { unit: 'week' }),
  'transit times': readTransit,
  exceptions: readTroubles,
  costs: readCosts,
};

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

const first: Record<string, number> = {};
const refreshP95: Record<string, number> = {};
for (const [name, read] of Object.entries(reads)) {
  // Each in a workspace that was just opened: nothing it needs is in memory yet.
  const { workspace, close } = await openBenchFolder(folder);
  first[name] = await timeOf(() => read(workspace));
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn++) times.push(await timeOf(() => read(workspace)));
  refreshP95[name] = percentile(times, 0.95);
  await close();
}
report({ first, refreshP95 });
