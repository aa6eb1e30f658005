import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProgramOptions, ProgramRun } from '../doubles/program/shipdeskProgram.ts';
import { wineEnvironment } from './setUpWindows.ts';
import { windowsFolders, windowsPath } from './windowsFolders.ts';

interface WindowsOptions extends Omit<ProgramOptions, 'input'> {
  readonly input?: string | Uint8Array | undefined;
  /** A folder of this machine in which it is started. */
  readonly folder?: string;
}

/** Paths of this machine are called as Windows calls them; `/c` is a switch. */
const asWindows = (word: string): string => (/^\/\w+\//.test(word) ? windowsPath(word) : word);

/** A program of Windows, to its end. Its standard streams are files: on pipes Node for Windows ends with EBADF under Wine. */
export async function runWindowsProgram(
  program: string,
  words: readonly string[],
  options: WindowsOptions = {},
): Promise<ProgramRun> {
  const streams = mkdtempSync(join(tmpdir(), 'streams-'));
  const [input, output, errors] = ['in', 'out', 'err'].map((name) => join(streams, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(input, options.input ?? '');
  const files = [openSync(input, 'r'), openSync(output, 'w'), openSync(errors, 'w')];
  try {
    const child = spawn('wine', [program, ...words.map(asWindows)], {
      cwd: options.folder ?? windowsFolders.program,
      env: { ...wineEnvironment(), ...options.environment },
      stdio: files,
    });
    options.onStart?.(child);
    const timer =
      options.endAfterMs === undefined
        ? undefined
        : setTimeout(() => child.kill(options.signal ?? 'SIGKILL'), options.endAfterMs);
    const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>(
      (resolve, reject) => {
        child.once('error', reject);
        child.once('close', (...ended) => resolve(ended));
      },
    );
    clearTimeout(timer);
    return { exitCode, signal, stdout: readFileSync(output, 'utf8'), stderr: readFileSync(errors, 'utf8') };
  } finally {
    for (const file of files) closeSync(file);
    rmSync(streams, { recursive: true });
  }
}

/** The built command line on Windows, as `runShipdesk` starts it here. */
export function runOnWindows(words: readonly string[], options: WindowsOptions = {}): Promise<ProgramRun> {
  const { program, node, base } = windowsFolders;
  const script = join(program, 'out', options.build ?? 'cli', 'cli.cjs');
  return runWindowsProgram(node, ['--require', join(program, 'begin.cjs'), script, ...words], {
    ...options,
    environment: { NODE_COMPILE_CACHE: windowsPath(join(base, 'compiled')), ...options.environment },
  });
}
