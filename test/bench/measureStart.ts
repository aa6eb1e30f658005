import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder, projectFolder } from './kit/benchFolders.ts';
import { type Figure, whole } from './kit/figure.ts';
import { median } from './kit/median.ts';

const rounds = 11;
const program = join(projectFolder, 'out/cli/cli.cjs');

/** Milliseconds from the start of the process to its end. */
function run(words: readonly string[]): number {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, words, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}`);
  return performance.now() - startedAt;
}

/** How long a person waits for the shortest commands. Needs the built command line (`npm run build:cli`). */
export async function measureStart(): Promise<Figure[]> {
  const folder = mkdtempSync(join(benchFolder, 'start-'));
  const data = ['--data', join(folder, 'workspace')];
  spawnSync(process.execPath, [
    program,
    'ship',
    join(projectFolder, 'resources/samples/orders.xlsx'),
    '--practice',
    ...data,
  ]);
  const commands = [
    { name: 'node -e 0', words: ['-e', '0'], aimMs: null },
    { name: '`shipdesk version`', words: [program, 'version'], aimMs: 150 },
    { name: '`shipdesk orders list` of 23 orders', words: [program, 'orders', 'list', ...data], aimMs: 350 },
  ] as const;
  // In turn, after one start of each that does not count: the machine's speed drifts, and the program is compiled once.
  const times = commands.map((): number[] => []);
  for (let round = 0; round <= rounds; round++)
    for (const [index, { words }] of commands.entries()) {
      const durationMs = run(words);
      if (round > 0) times[index]?.push(durationMs);
    }
  rmSync(folder, { recursive: true, force: true });
  return commands.map(({ name, aimMs }, index) => {
    const durationMs = median(times[index] ?? []);
    return {
      name: `${name}, start of the process to its end`,
      value: `${whole(durationMs)} ms`,
      aim: aimMs === null ? '' : `≤ ${aimMs} ms`,
      isMet: aimMs === null ? null : durationMs <= aimMs,
      note: aimMs === null ? 'the least a process of Node takes' : 'compiled code kept from the start before',
    };
  });
}
