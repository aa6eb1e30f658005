import { spawnSync } from 'node:child_process';
import { constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PipeDevice {
  readonly path: string;
  taken(): Buffer;
  /** Resolves when so many bytes have arrived. */
  got(bytes: number): Promise<void>;
  stop(): void;
}

interface PipeHabits {
  /** Takes nothing: the system holds 64 kB for it. */
  readonly isStalled?: boolean;
  /** The cable is pulled after so many bytes. */
  readonly endsAfterBytes?: number;
}

/** A printer behind a device file: a named pipe whose other end is read here. */
export function startPipeDevice(habits: PipeHabits = {}): PipeDevice {
  const folder = mkdtempSync(join(tmpdir(), 'pipe-'));
  const path = join(folder, 'lp0');
  if (spawnSync('mkfifo', [path]).status !== 0) throw new Error('mkfifo is not there');
  // Open for both, so that the pipe does not end between two labels.
  const file = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  const end = new Socket({ fd: file, readable: true, writable: false });
  const pieces: Buffer[] = [];
  let size = 0;
  let arrived = () => {};
  if (habits.isStalled !== true)
    end.on('data', (piece: Buffer) => {
      pieces.push(piece);
      size += piece.length;
      if (size >= (habits.endsAfterBytes ?? Number.POSITIVE_INFINITY)) end.destroy();
      arrived();
    });
  end.on('error', () => {});
  return {
    path,
    taken: () => Buffer.concat(pieces),
    async got(bytes) {
      while (size < bytes)
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
    },
    stop() {
      end.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
