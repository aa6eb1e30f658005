import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backUpWorkspace } from '../../../electron/usecases/workspace/backup.ts';
import { restoreWorkspace } from '../../../electron/usecases/workspace/restore.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { benchParts } from '../kit/benchParts.ts';
import { benchRequest, openBenchFolder } from '../kit/openBenchFolder.ts';
import { report } from '../kit/runChild.ts';

/** How long a verified backup of a workspace of `count` orders and `padding` further MB takes, and its restore to an open bench. */
const [count = '100000', padding = '0'] = process.argv.slice(2);
const megabyte = 1024 * 1024;
const chunk = 2_000;

const root = mkdtempSync(join(benchFolder, 'restore-'));
async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const startedAt = performance.now();
  const result = await work();
  return { result, ms: performance.now() - startedAt };
}

try {
  const { workspace, close } = await openBenchFolder(join(root, 'made'));
  const { store } = workspace;
  for (let from = 0; from < Number(count); from += chunk)
    await store.write((write) =>
      write.orders.insertMany(Array.from({ length: chunk }, (_, no) => sampleOrder(from + no))),
    );
  for (let no = 0; no < Number(padding); no++) {
    const valueJson = JSON.stringify(randomBytes(megabyte / 2).toString('hex'));
    await store.write((write) => write.drafts.put({ name: `padding-${no}`, valueJson, at: 1 }));
  }
  const file = join(root, 'bench.sdbackup');
  const backup = await timed(() => backUpWorkspace(workspace, file));
  if (!backup.result.ok) throw new Error(backup.result.code);
  await close();
  const restore = await timed(() =>
    restoreWorkspace(benchRequest(join(root, 'restored')), file, benchParts()),
  );
  if (!restore.result.ok) throw new Error(restore.result.code);
  const orders = await restore.result.value.workspace.store.read.orders.count({});
  await restore.result.value.close();
  report({
    orders,
    megabytes: Math.round(statSync(file).size / megabyte),
    backupSeconds: backup.ms / 1_000,
    restoreSeconds: restore.ms / 1_000,
    residentMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
} finally {
  rmSync(root, { recursive: true, force: true });
}
