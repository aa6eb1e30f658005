import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compileCache } from './compileCache.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const lightKeys = fileURLToPath(new URL('lightKeys.cjs', import.meta.url));

export interface ProgramRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string | undefined;
  /** `cli`: as shipped, started with `lightKeys` · `cli-faults`: with the fault points compiled in. */
  readonly build?: 'cli' | 'cli-faults';
  /** Sends `signal` (SIGKILL when none is named) this long after the start. */
  readonly endAfterMs?: number | undefined;
  readonly signal?: NodeJS.Signals;
  readonly onStart?: (child: ChildProcess) => void;
}

/** Thousands of starts: with room for what one makes nothing is collected on its way, an eighth of its processor time. */
const flags = ['--min-semi-space-size=16', '--require', lightKeys];

/** Runs the built command line once, as somebody at a warehouse PC would. Nothing of our environment leaks into it. */
export function runShipdesk(words: readonly string[], options: ProgramOptions = {}): Promise<ProgramRun> {
  const script = `out/${options.build ?? 'cli'}/cli.cjs`;
  const child = spawn(process.execPath, [...flags, script, ...words], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      ...compileCache,
      ...options.environment,
    },
  });
  options.onStart?.(child);
  const timer =
    options.endAfterMs === undefined
      ? undefined
      : setTimeout(() => child.kill(options.signal ?? 'SIGKILL'), options.endAfterMs);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (piece) => {
    stdout += String(piece);
  });
  child.stderr.on('data', (piece) => {
    stderr += String(piece);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return new Promise((resolve) => {
    child.once('close', (exitCode, signal) => {
      clearTimeout(timer);
      resolve({ exitCode, signal, stdout, stderr });
    });
  });
}
