import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SerialTalker {
  /** The program's end of the line. */
  readonly path: string;
  /** What the program has sent. */
  heard(): Buffer;
  say(bytes: string | Uint8Array): void;
  /** Says it again and again, as a scale in continuous mode does. */
  keepSaying(bytes: string | Uint8Array, everyMs?: number): void;
  hush(): void;
  /** The plug is pulled; `plugIn` brings the port back. */
  pull(): Promise<void>;
  plugIn(): Promise<void>;
  stop(): Promise<void>;
}

const pause = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs));

/**
 * A scale or a gun on a serial line: socat makes the line (a pseudo terminal). `answers`: what it says when it hears something.
 */
export async function startSerialTalker(
  answers: (bytes: Buffer) => Uint8Array | null = () => null,
): Promise<SerialTalker> {
  const folder = mkdtempSync(join(tmpdir(), 'talker-'));
  const path = join(folder, 'ttyUSB0');
  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  let socat: ChildProcess | null = null;
  let timer: NodeJS.Timeout | undefined;
  const say = (bytes: string | Uint8Array) => {
    for (const socket of sockets)
      socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes: Buffer) => {
      heard.push(bytes);
      const answer = answers(bytes);
      if (answer !== null) socket.write(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const plugIn = async () => {
    const started = spawn(
      'socat',
      [`PTY,link=${path},raw,echo=0,ignoreeof`, `TCP:127.0.0.1:${address.port}`],
      {
        stdio: 'ignore',
      },
    );
    socat = started;
    let isMissing = false;
    started.once('error', () => {
      isMissing = true;
    });
    while (!existsSync(path) || sockets.size === 0) {
      if (isMissing) throw new Error('socat is not installed: these tests need the package socat');
      await pause(5);
    }
  };
  const pull = async () => {
    const old = socat;
    socat = null;
    if (old !== null && old.exitCode === null && old.signalCode === null)
      await new Promise((resolve) => old.once('exit', resolve).kill('SIGKILL'));
    for (const socket of sockets) socket.destroy();
    rmSync(path, { force: true });
  };
  await plugIn();
  return {
    path,
    heard: () => Buffer.concat(heard),
    say,
    keepSaying(bytes, everyMs = 50) {
      clearInterval(timer);
      timer = setInterval(() => say(bytes), everyMs);
    },
    hush: () => clearInterval(timer),
    pull,
    plugIn,
    async stop() {
      clearInterval(timer);
      await pull();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
