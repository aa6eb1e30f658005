import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../../../electron/launch/buildWhenStale.ts';
import { recordFaults } from '../recordFaults.ts';
import { mutants } from './mutants.ts';
import { mutate } from './mutate.ts';

const copied = [
  'electron',
  'shared',
  'renderer',
  'test',
  'resources',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'vitest.config.ts',
];
const resultFile = z.object({
  testResults: z.array(
    z.object({ name: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});
type Results = z.infer<typeof resultFile>['testResults'];

/** A copy of the sources that may be broken; packages and the build are shared. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  for (const name of copied) cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
  for (const name of ['node_modules', 'out']) symlinkSync(join(projectFolder, name), join(folder, name));
  return folder;
}

function runTests(folder: string, tests: readonly string[], ...words: readonly string[]): Results {
  const results = join(folder, 'results.json');
  rmSync(results, { force: true });
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  // No project is named: tests move between them, and one that names another runs nothing.
  const args = [vitest, 'run', ...tests, ...words, '--reporter=json', `--outputFile=${results}`];
  spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  return resultFile.parse(JSON.parse(readFileSync(results, 'utf8'))).testResults;
}

/** How many tests of these files ended so. */
function countOf(results: Results, folder: string, tests: readonly string[], status: string): number {
  return results
    .filter(({ name }) => tests.some((test) => name.startsWith(join(folder, test))))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((one) => one.status === status).length;
}

/** Breaks the product in each way, one at a time; a mutant that lets its tests pass is a hole in them. Words choose some by their names. */
function main(words: readonly string[]): number {
  const chosen = mutants.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  const startedAt = performance.now();
  const folder = copyProject();
  const survivors: string[] = [];
  try {
    // Many mutants share their tests: sound, each of them runs once for all.
    const sound = runTests(folder, [...new Set(chosen.flatMap(({ tests }) => tests))], '--retry=1');
    for (const mutant of chosen) {
      const { tests, name } = mutant;
      const [passed, failed] = ['passed', 'failed'].map((status) => countOf(sound, folder, tests, status));
      const restore = mutate(folder, mutant);
      // One failure says it all.
      const broken = countOf(runTests(folder, tests, '--bail=1'), folder, tests, 'failed');
      restore();
      const isCaught = failed === 0 && passed !== 0 && broken > 0;
      if (!isCaught) survivors.push(name);
      const verdict = isCaught ? 'caught  ' : 'SURVIVED';
      process.stdout.write(
        `${verdict} ${name} (sound: ${passed} passed, ${failed} failed; broken: ${broken} failed)\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  process.stdout.write(`${chosen.length - survivors.length} of ${chosen.length} mutants caught\n`);
  // The record is of a whole run.
  if (chosen.length === mutants.length)
    recordFaults('mutants of the product, caught by the tests', {
      cases: mutants.length,
      kills: 0,
      violations: survivors.length,
      durationMs: performance.now() - startedAt,
    });
  return survivors.length === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) process.exitCode = main(process.argv.slice(2));
