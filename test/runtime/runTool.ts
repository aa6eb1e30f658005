import { spawnSync } from 'node:child_process';

interface ToolOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a tool to its end and returns its stdout. Throws with the last lines it said when it fails. */
export function runTool(command: string, args: readonly string[], options: ToolOptions): string {
  const run = spawnSync(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error !== undefined) throw new Error(`${command} cannot be run: ${run.error.message}`);
  if (run.status !== 0) {
    const said = `${run.stdout}\n${run.stderr}`.trim().split('\n').slice(-30).join('\n');
    throw new Error(`${command} ${args.join(' ')} ended with ${run.status}:\n${said}`);
  }
  return run.stdout;
}
