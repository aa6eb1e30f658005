import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../../../electron/launch/buildWhenStale.ts';
import { recordFaults } from '../recordFaults.ts';
import { type Mutant, mutants } from './mutants.ts';
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
const counts = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** A copy of the sources that may be broken; packages and the build are shared. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  for (const name of copied) cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
  for (const name of ['node_modules', 'out']) symlinkSync(join(projectFolder, name), join(folder, name));
  return folder;
}

function runTests(folder: string, { tests }: Mutant): z.infer<typeof counts> {
  const results = join(folder, 'results.json');
  rmSync(results, { force: true });
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  // No project is named: tests move between them, and one that names another runs nothing.
  const words = [vitest, 'run', ...tests, '--reporter=json', `--outputFile=${results}`];
  spawnSync(process.execPath, words, { cwd: folder, stdio: 'ignore' });
  return counts.parse(JSON.parse(readFileSync(results, 'utf8')));
}

/** Breaks the product in each way, one at a time; a mutant that lets its tests pass is a hole in them. */
function main(): number {
  const startedAt = performance.now();
  const folder = copyProject();
  const survivors: string[] = [];
  try {
    for (const mutant of mutants) {
      const sound = runTests(folder, mutant);
      const restore = mutate(folder, mutant);
      const broken = runTests(folder, mutant);
      restore();
      const isCaught = sound.numFailedTests === 0 && sound.numPassedTests > 0 && broken.numFailedTests > 0;
      if (!isCaught) survivors.push(mutant.name);
      const verdict = isCaught ? 'caught  ' : 'SURVIVED';
      process.stdout.write(
        `${verdict} ${mutant.name} (sound: ${sound.numPassedTests} passed, broken: ${broken.numFailedTests} failed)\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  process.stdout.write(`${mutants.length - survivors.length} of ${mutants.length} mutants caught\n`);
  recordFaults('mutants of the product, caught by the tests', {
    cases: mutants.length,
    kills: 0,
    violations: survivors.length,
    durationMs: performance.now() - startedAt,
  });
  return survivors.length === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) process.exitCode = main();
