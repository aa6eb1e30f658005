import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';
import { setUpWindows, WineFailed } from './setUpWindows.ts';
import { windowsFolders } from './windowsFolders.ts';

const { project, cache } = runtimeFolders;
const results = join(cache, 'test-results/windows.json');
const counts = join(windowsFolders.base, 'counts');

const resultFile = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});
const countFile = z.object({ what: z.string(), count: z.number() });

const run = (program: string, ...args: string[]) =>
  spawnSync(program, args, { cwd: project, stdio: 'inherit' }).status ?? 1;
const says = (program: string, ...args: string[]) =>
  spawnSync(program, args, { encoding: 'utf8' }).stdout?.trim() ?? '';

function writeResults(): void {
  const { testResults } = resultFile.parse(JSON.parse(readFileSync(results, 'utf8')));
  const suites = testResults
    .map(({ name, assertionResults }) => {
      const passed = assertionResults.filter(({ status }) => status === 'passed').length;
      return { name: relative(project, name), passed, cases: assertionResults.length };
    })
    .sort((left, right) => left.name.localeCompare(right.name));
  const counted = existsSync(counts)
    ? readdirSync(counts).map((name) => countFile.parse(JSON.parse(readFileSync(join(counts, name), 'utf8'))))
    : [];
  const rows = suites.map(({ name, cases, passed }) => `| ${name} | ${cases} | ${passed} |`);
  const sum = (key: 'cases' | 'passed') => suites.reduce((total, suite) => total + suite[key], 0);
  writeFileSync(
    join(import.meta.dirname, 'RESULTS.md'),
    `# What the Windows tests found

Written by \`npm run -s test:windows -- --results\`: the built command line and the Windows build of Node, under ${says('wine', '--version').split(' ')[0]}. What Wine
cannot show stands in the README.

| suite | cases | passed |
| --- | ---: | ---: |
${rows.join('\n')}
| all | ${sum('cases')} | ${sum('passed')} |

${counted.map(({ what, count }) => `- ${what}: ${count}`).join('\n')}
`,
  );
}

/** `npm run -s test:windows`: where Wine is there or can be installed; elsewhere one line says that nothing was run. */
function main(): number {
  rmSync(results, { force: true });
  const isRightMachine = process.platform === 'linux' && process.arch === 'x64';
  const isReady =
    isRightMachine && run(process.execPath, 'test/runtime/ensureSystemPackages.ts', '--windows') === 0;
  if (!isReady) {
    process.stdout.write(
      'The tests on Windows were not run: they need Debian on x64 and its package wine.\n',
    );
    return 0;
  }
  try {
    setUpWindows();
  } catch (error) {
    if (!(error instanceof WineFailed)) throw error;
    process.stdout.write(`The tests on Windows were not run: Wine does not work here (${error.message}).\n`);
    return 0;
  }
  mkdirSync(dirname(results), { recursive: true });
  rmSync(counts, { recursive: true, force: true });
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const status = run(process.execPath, vitest, 'run', '--config', 'vitest.windows.config.ts', ...reporters);
  if (process.argv.includes('--results')) writeResults();
  return status;
}

process.exitCode = main();
