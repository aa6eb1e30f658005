import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../../electron/launch/buildWhenStale.ts';

const resultFile = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  success: z.boolean(),
});

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** vitest writes its counts here; null: a step without tests. */
  readonly results: string | null;
}

const resultsFolder = join(projectFolder, '.cache/test-results');
const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs');

function vitestStep(name: string, prefix: readonly string[], args: readonly string[]): Step {
  const results = join(resultsFolder, `${name}.json`);
  const command = [
    ...prefix,
    process.execPath,
    vitest,
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ];
  return { name, command: command as [string, ...string[]], results };
}

const npmScript = (name: string): Step => ({ name, command: ['npm', 'run', '-s', name], results: null });

/** Everything the README's test command runs, in this order; the first step that fails without tests ends it. */
const steps: readonly Step[] = [
  npmScript('runtime:packages'),
  npmScript('build'),
  vitestStep('without-window', [], []),
  npmScript('runtime:setup'),
  vitestStep('window', ['xvfb-run', '-a'], ['--config', 'vitest.e2e.config.ts']),
];

function countsOf(file: string): z.infer<typeof resultFile> | null {
  return existsSync(file) ? resultFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Runs all steps and closes with the counts in one plain line. */
function main(): number {
  rmSync(resultsFolder, { recursive: true, force: true });
  mkdirSync(resultsFolder, { recursive: true });
  let passed = 0;
  let failed = 0;
  let isBroken = false;
  for (const { name, command, results } of steps) {
    const startedAt = performance.now();
    process.stdout.write(`\n== ${name}\n`);
    const [program, ...args] = command;
    const { status } = spawnSync(program, args, { cwd: projectFolder, stdio: 'inherit' });
    const counts = results === null ? null : countsOf(results);
    passed += counts?.numPassedTests ?? 0;
    failed += counts?.numFailedTests ?? 0;
    process.stdout.write(
      `== ${name}: ${Math.round((performance.now() - startedAt) / 1000)} s, exit ${status}\n`,
    );
    if (status !== 0) isBroken = true;
    if (status !== 0 && results === null) break;
  }
  process.stdout.write(
    `\nElectron 25.1.1 (compatibility runtime) and Node ${process.version}\n${passed} passed, ${failed} failed\n`,
  );
  return isBroken || failed > 0 || passed === 0 ? 1 : 0;
}

process.exitCode = main();
