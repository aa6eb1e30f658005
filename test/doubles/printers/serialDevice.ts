import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, constants, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SerialHabits {
  readonly answers?: (piece: Uint8Array) => Uint8Array | null;
  /** Stops taking data, as with the paper out. */
  readonly stallsAfterBytes?: number;
  /** The adapter is pulled. */
  readonly endsAfterBytes?: number;
}

export interface SerialDevice {
  /** The program's end of the line. */
  readonly path: string;
  taken(): Buffer;
  /** Resolves when so many bytes have arrived. */
  got(bytes: number): Promise<void>;
  stop(): Promise<void>;
}

const pause = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs));

/** A printer on a serial line: socat makes the line (a pseudo terminal), the device sits on its other end. */
export async function startSerialDevice(habits: SerialHabits): Promise<SerialDevice> {
  const folder = mkdtempSync(join(tmpdir(), 'serial-'));
  const path = join(folder, 'ttyUSB0');
  const pieces: Buffer[] = [];
  let size = 0;
  let socat: ChildProcess | null = null;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (piece: Buffer) => {
      pieces.push(piece);
      size += piece.length;
      if (size >= (habits.endsAfterBytes ?? Number.POSITIVE_INFINITY)) socat?.kill('SIGKILL');
      else if (size >= (habits.stallsAfterBytes ?? Number.POSITIVE_INFINITY)) socket.pause();
      else {
        const answer = habits.answers?.(piece) ?? null;
        if (answer !== null) socket.write(answer);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  socat = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${address.port}`], {
    stdio: 'ignore',
  });
  const missing = new Promise<never>((_, reject) => {
    socat?.once('error', () =>
      reject(new Error('socat is not installed: these tests need the package socat')),
    );
  });
  const ready = (async () => {
    while (!existsSync(path)) await pause(10);
  })();
  await Promise.race([ready, missing]);
  // As a plugged cable does, this keeps the line up between two labels: socat ends with its last user.
  const cable = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  return {
    path,
    taken: () => Buffer.concat(pieces),
    async got(bytes) {
      while (size < bytes) await pause(10);
    },
    async stop() {
      socat?.kill('SIGKILL');
      closeSync(cable);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
