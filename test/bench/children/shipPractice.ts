import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { benchFolder, projectFolder } from '../kit/benchFolders.ts';
import { report } from '../kit/runChild.ts';

interface ShipCounts {
  readonly rows: number;
  readonly booked: number;
  readonly printed: number;
  readonly needsReview: number;
}

/** The whole main job as a warehouse runs it: the built command line, practice platform, virtual printer. */
const [path = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(benchFolder, 'ship-'));
const sender = join(projectFolder, 'test/bench/sender.json');
const command = [
  join(projectFolder, 'out/cli/cli.cjs'),
  'ship',
  path,
  ...['--practice', '--json', '--data', folder, '--sender', sender],
];
const startedAt = performance.now();
const run = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 28 });
const durationMs = performance.now() - startedAt;
if (run.status !== 0 && run.status !== 3) throw new Error(`${basename(path)}: ${run.status} ${run.stderr}`);
const { rows, booked, printed, needsReview } = JSON.parse(run.stdout) as ShipCounts;
report({ rows, booked, printed, needsReview, durationMs });
rmSync(folder, { recursive: true, force: true });
