import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteDatabase } from '../../../electron/store/database/openDatabase.ts';
import { countCases, listCases } from '../../../electron/usecases/tracking/cases.ts';
import { followNumbers, readPaste } from '../../../electron/usecases/tracking/follow/followNumbers.ts';
import { countParcels, findParcels, listParcels } from '../../../electron/usecases/tracking/parcelLists.ts';
import type { Workspace } from '../../../electron/usecases/workspace/workspace.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { writeFortnight } from '../../fixtures/fortnight/writeFortnight.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { multiplyRows } from '../kit/multiplyRows.ts';
import { fillDatabase, openBenchFolder } from '../kit/openBenchFolder.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';

/** How long the reads of Track take beside `parcels` of 200 days, one in forty still on its way. */
const [parcelCount = '1000000'] = process.argv.slice(2);
const folder = mkdtempSync(join(benchFolder, 'tracks-'));

/** Parcels like those of the fortnight, one in forty on its way. */
function multiplyParcels(database: SqliteDatabase, now: number): void {
  const spread = `${now} - no * ${Math.floor((200 * dayMs) / Number(parcelCount))}`;
  multiplyRows(database, 'tracking', 'waybill_no', Number(parcelCount), {
    waybill_no: "printf('73%010d', no)",
    order_no: "printf('N%09d', no)",
    phone_tail: "printf('%04d', no % 10000)",
    booked_at: spread,
    last_at: `case when no % 40 = 0 then ${now} - no % 120 * 3600000 else ${spread} + 200000000 end`,
    checked_at: `${now} - no % 90 * 60000`,
    state: "case when no % 40 <> 0 then 'signed' when no % 80 = 0 then 'delivering' else 'in-transit' end",
    exception: "case when no % 4000 = 0 then 'refused' else '' end",
    next_due_at: `case when no % 40 = 0 then ${now} + no else ${Number.MAX_SAFE_INTEGER} end`,
  });
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

const rows = { offset: 0, limit: 100 };
/** What the screen asks when it opens, and again after each change. */
const readScreen = (workspace: Workspace) =>
  Promise.all([
    countParcels(workspace),
    countCases(workspace),
    listCases(workspace, rows),
    listParcels(workspace, { group: 'stuck' }, rows),
  ]);

const made = await openBenchFolder(folder);
const now = made.workspace.clock.now();
await writeFortnight(made.workspace, { perDay: 60 });
await made.close();
fillDatabase(folder, made, (database) => multiplyParcels(database, now));

const { workspace, close } = await openBenchFolder(folder);
const firstMs = await timed(() => readScreen(workspace));
const refreshes: number[] = [];
for (let turn = 1; turn <= 40; turn++) {
  const waybillNo = `73${String(turn * 40).padStart(10, '0')}`;
  await workspace.store.write((write) =>
    write.tracking.update(waybillNo, { state: 'delivering', lastAt: now, checkedAt: now }),
  );
  refreshes.push(await timed(() => readScreen(workspace)));
}
const groups: Record<string, number> = {};
for (const group of ['all', 'moving', 'delivering', 'exception', 'signed'] as const)
  groups[group] = await timed(() => listParcels(workspace, { group }, rows));
const deepMs = await timed(() => listParcels(workspace, { group: 'signed' }, { offset: 99_900, limit: 100 }));
const finds: number[] = [];
for (let turn = 0; turn < 40; turn++)
  finds.push(await timed(() => findParcels(workspace, String(1_000 + turn * 211))));

const numbers = Array.from({ length: 5_000 }, (_, at) => `SF14${10_000_000_000 + at * 7_919}`);
const pasteMs = await timed(() => readPaste(workspace, numbers.join('\n')));
const followMs = await timed(() =>
  followNumbers(
    workspace,
    numbers.map((waybillNo) => ({ waybillNo, carrier: 'SF', phoneTail: '1234' })),
  ),
);
report({
  firstMs,
  refreshP95Ms: percentile(refreshes, 0.95),
  slowestGroupMs: Math.max(...Object.values(groups)),
  deepMs,
  findP95Ms: percentile(finds, 0.95),
  pasteMs,
  followMs,
});
await close();
rmSync(folder, { recursive: true, force: true });
