import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';
import { figuresFolder } from './recordInstalled.ts';

const { project, cache } = runtimeFolders;
const results = join(cache, 'test-results/installed.json');

const counts = z.object({ numTotalTests: z.number(), numPassedTests: z.number() });
const figure = z.object({ what: z.string(), figure: z.string() });

const run = (program: string, ...args: string[]) =>
  spawnSync(program, args, { cwd: project, stdio: 'inherit' }).status ?? 1;

/** Why nothing can be installed here; null: it can. */
function obstacle(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync('/etc/debian_version'))
    return 'they need Debian on x64';
  if (process.getuid?.() !== 0) return 'they need root, for a Debian of their own';
  if (run(process.execPath, 'test/runtime/ensureSystemPackages.ts', '--installed') !== 0)
    return 'they need the package debootstrap';
  return run('unshare', '--mount', '--pid', '--fork', 'true') === 0
    ? null
    : 'no name spaces can be made here';
}

function writeResults(load: number): void {
  const { numTotalTests, numPassedTests } = counts.parse(JSON.parse(readFileSync(results, 'utf8')));
  const figures = readdirSync(figuresFolder).map((name) =>
    figure.parse(JSON.parse(readFileSync(join(figuresFolder, name), 'utf8'))),
  );
  const rows = figures.map(({ what, figure }) => `| ${what} | ${figure} |`).sort();
  writeFileSync(
    join(import.meta.dirname, 'RESULTS.md'),
    `# What the installed program showed

Written by \`npm run -s test:installed -- --results\`: the .deb around Electron 25.1.1 (the compatibility runtime), in a Debian of its own on ${cpus().length} processors; load before it began: ${load.toFixed(1)}.
The window ran on a display without a screen; sizes are those around this Electron. Installing brings GTK and all else that the window needs. ${numPassedTests} of ${numTotalTests} tests passed.

| figure | once |
| --- | ---: |
${rows.join('\n')}
`,
  );
}

/** `npm run -s test:installed`: where a Debian can be made; elsewhere one line says that nothing was run. */
function main(): number {
  const why = obstacle();
  if (why !== null) {
    process.stdout.write(`The tests of the installed program were not run: ${why}.\n`);
    return 0;
  }
  const [load = 0] = loadavg();
  rmSync(figuresFolder, { recursive: true, force: true });
  for (const script of ['runtime:setup', 'build']) if (run('npm', 'run', '-s', script) !== 0) return 1;
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const status = run(process.execPath, vitest, 'run', '--config', 'vitest.installed.config.ts', ...reporters);
  if (status === 0 && process.argv.includes('--results')) writeResults(load);
  return status;
}

process.exitCode = main();
