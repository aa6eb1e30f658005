import { spawn } from 'node:child_process';

export interface LpRun {
  /** null: the program is not there, or was stopped after too long a time. */
  readonly exitCode: number | null;
  readonly isMissing: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** `lp` returns as soon as the server has the bytes. */
const timeoutMs = 60_000;
const maxOutput = 4_000;

/** Runs the system's own program without a shell; each argument stays one argument. Its words are English for us. */
export function runLp(args: readonly string[], input: Uint8Array): Promise<LpRun> {
  return new Promise((resolve) => {
    const child = spawn('lp', args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', SOFTWARE: '' },
      timeout: timeoutMs,
    });
    let stdout = '';
    let stderr = '';
    let isMissing = false;
    child.stdout.on('data', (piece: Buffer) => {
      stdout = (stdout + piece.toString('latin1')).slice(0, maxOutput);
    });
    child.stderr.on('data', (piece: Buffer) => {
      stderr = (stderr + piece.toString('latin1')).slice(0, maxOutput);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      isMissing = error.code === 'ENOENT';
      resolve({ exitCode: null, isMissing, stdout, stderr });
    });
    child.on('close', (exitCode) => resolve({ exitCode, isMissing, stdout, stderr }));
    // It may end before it has read everything: its exit code says why.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
