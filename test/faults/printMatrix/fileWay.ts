import { spawnSync } from 'node:child_process';
import { constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printerLanguages } from '../../../electron/printers/languages/index.ts';
import { createFileTransport } from '../../../electron/printers/transports/file/fileTransport.ts';
import { type DeviceFaults, habitsOf, type MatrixWay, untilQuiet } from './matrixWay.ts';

const statusOf = (language: string) => printerLanguages.find(({ id }) => id === language)?.status ?? null;
const timing = {
  stallTimeoutMs: 100,
  retryMs: 2,
  statusWaitMs: 50,
  confirmWaitMs: 50,
  confirmAskMs: 5,
  busyWaitMs: 400,
  quietWaitMs: 10,
  pieceBytes: 8_192,
};

/**
 * A printer behind a device file: a named pipe read here. A pipe has one direction, so what the device answers is asked
 * of it beside the pipe.
 */
export const fileWay: MatrixWay = {
  id: 'file',
  answers: true,
  tears: true,
  async open(language) {
    const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
    const path = join(folder, 'lp0');
    if (spawnSync('mkfifo', [path]).status !== 0) throw new Error('mkfifo is not there');
    const pieces: Buffer[] = [];
    let size = 0;
    let end: Socket | null = null;
    let present: DeviceFaults | null = null;
    const pull = async () => {
      const old = end;
      end = null;
      if (old !== null && !old.destroyed)
        await new Promise<void>((resolve) => old.once('close', () => resolve()).destroy());
    };
    return {
      transport: createFileTransport(statusOf, timing, async (_path, question) =>
        present?.answer === undefined || question === null
          ? 'unknown'
          : (question.read(present.answer()) ?? 'unknown'),
      ),
      uri: `file://${path}?lang=${language}&size=60x40`,
      async plug(faults) {
        await pull();
        present = faults;
        if (faults === null) return;
        const habits = habitsOf(faults, new Uint8Array(0));
        // Open for both, so that the pipe does not end between two labels.
        const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
        const fresh = new Socket({ fd, readable: true, writable: false });
        end = fresh;
        fresh.on('error', () => {});
        if (faults.stallsAfterBytes === 0) return;
        fresh.on('data', (piece: Buffer) => {
          pieces.push(piece);
          size += piece.length;
          const { does } = habits(piece);
          if (does === 'cut') fresh.destroy();
          else if (does === 'stall') fresh.pause();
          else if (does === 'slow') {
            fresh.pause();
            setImmediate(() => fresh.resume());
          }
        });
      },
      async taken() {
        await untilQuiet(() => size, 1);
        return Buffer.concat(pieces);
      },
      async close() {
        await pull();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
