import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../../electron/launch/buildWhenStale.ts';

const resultFile = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** vitest writes its counts here; null: a step without tests. */
  readonly results: string | null;
  /** Begins behind the first step and is waited for in its turn: compilers, of which only the window needs what they make. */
  readonly isBeside?: boolean;
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

const npmScript = (name: string, ...words: string[]): Step => ({
  name,
  command: ['npm', 'run', '-s', name, '--', ...words],
  results: null,
});

/** Everything the README's test command runs, in this order; the first step that fails without tests ends it. */
const steps: readonly Step[] = [
  npmScript('runtime:packages'),
  npmScript('build:cli'),
  // One second try, as windows have: a run of an hour is not to be lost to a machine that stalled. Which tests needed it is said.
  vitestStep('without-window', [], ['--retry=1']),
  { ...npmScript('build:window'), isBeside: true },
  { ...npmScript('runtime:setup', '--quick'), isBeside: true },
  { ...npmScript('test:windows'), results: join(resultsFolder, 'windows.json') },
  vitestStep('window', ['xvfb-run', '-a'], ['--config', 'vitest.e2e.config.ts']),
];

function countsOf(file: string): z.infer<typeof resultFile> | null {
  return existsSync(file) ? resultFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Said again behind everything: the record of a run often keeps no more than its end. */
function failedTests(counts: z.infer<typeof resultFile> | null): readonly string[] {
  return (counts?.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(
      ({ fullName, failureMessages }) =>
        `${fullName}: ${failureMessages[0]?.split('\n').slice(0, 12).join('\n  ')}`,
    );
}

/** Tests that failed before they passed: nothing is hidden by a second try. */
function secondTries(counts: z.infer<typeof resultFile> | null): readonly string[] {
  return (counts?.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]?.split('\n')[0]}`);
}

interface Ended {
  readonly status: number | null;
  readonly seconds: number;
}

const roomBytes = 4 * 1024 ** 3;

/** Thousands of small databases are made, synced and thrown away: in memory where that has room for them. */
function temporaryFolder(): { readonly TMPDIR?: string } {
  if (process.env.TMPDIR !== undefined || !existsSync('/dev/shm')) return {};
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize > roomBytes ? { TMPDIR: '/dev/shm' } : {};
}

async function start({ command: [program, ...args] }: Step): Promise<Ended> {
  const startedAt = performance.now();
  const env = { ...process.env, ...temporaryFolder() };
  const child = spawn(program, args, { cwd: projectFolder, stdio: 'inherit', env });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, seconds: Math.round((performance.now() - startedAt) / 1000) };
}

/** Runs all steps and closes with the counts in one plain line. */
async function main(): Promise<number> {
  rmSync(resultsFolder, { recursive: true, force: true });
  mkdirSync(resultsFolder, { recursive: true });
  const counted = { passed: 0, failed: 0, skipped: 0 };
  const seconds: Record<string, number> = {};
  const failures: string[] = [];
  const beside = new Map<Step, Promise<Ended>>();
  let isBroken = false;
  for (const step of steps) {
    const { name, results } = step;
    process.stdout.write(`\n== ${name}\n`);
    const ended = await (beside.get(step) ?? start(step));
    if (step === steps[0]) for (const one of steps) if (one.isBeside === true) beside.set(one, start(one));
    const counts = results === null ? null : countsOf(results);
    counted.passed += counts?.numPassedTests ?? 0;
    counted.failed += counts?.numFailedTests ?? 0;
    counted.skipped += counts?.numPendingTests ?? 0;
    seconds[name] = ended.seconds;
    failures.push(...failedTests(counts).map((one) => `failed in ${name}: ${one}`));
    for (const one of secondTries(counts)) process.stdout.write(`passed only at its second try: ${one}\n`);
    process.stdout.write(`== ${name}: ${ended.seconds} s, exit ${ended.status}\n`);
    if (ended.status !== 0) isBroken = true;
    if (ended.status !== 0 && results === null) break;
  }
  for (const one of failures) process.stdout.write(`\n${one}\n`);
  const { passed, failed, skipped } = counted;
  writeFileSync(join(resultsFolder, 'seconds.json'), JSON.stringify({ ...seconds, ...counted }));
  process.stdout.write(
    `\nElectron 25.1.1 (compatibility runtime) and Node ${process.version}\n${passed} passed, ${failed} failed, ${skipped} skipped\n`,
  );
  return isBroken || failed > 0 || passed === 0 ? 1 : 0;
}

process.exitCode = await main();
