import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, constants, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printerLanguages } from '../../../electron/printers/languages/index.ts';
import { createSerialTransport } from '../../../electron/printers/transports/serial/serialTransport.ts';
import { type DeviceFaults, habitsOf, type MatrixWay, untilQuiet } from './matrixWay.ts';

const statusOf = (language: string) => printerLanguages.find(({ id }) => id === language)?.status ?? null;
const timing = {
  stallTimeoutMs: 400,
  statusWaitMs: 600,
  confirmWaitMs: 60,
  confirmAskMs: 10,
  busyWaitMs: 400,
  quietWaitMs: 10,
  pieceBytes: 256,
  idleMs: 2_000,
};

/** A printer on a pseudo terminal pair made by socat; a pulled adapter takes the terminal away, a new one brings it back. */
export const serialWay: MatrixWay = {
  id: 'serial',
  answers: true,
  tears: true,
  async open(language) {
    const query = statusOf(language)?.query ?? new Uint8Array(0);
    const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
    const path = join(folder, 'ttyUSB0');
    const pieces: Buffer[] = [];
    const sockets = new Set<Socket>();
    let size = 0;
    let faults: DeviceFaults = {};
    let socat: ChildProcess | null = null;
    let cable: number | null = null;
    const kill = () => socat?.kill('SIGKILL');
    const server = createServer((socket) => {
      const habits = habitsOf(faults, query);
      sockets.add(socket);
      if (faults.stallsAfterBytes === 0) socket.pause();
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
      socket.on('data', (piece: Buffer) => {
        pieces.push(piece);
        size += piece.length;
        const { does, says } = habits(piece);
        if (says !== null) socket.write(says);
        if (does === 'cut') kill();
        else if (does === 'stall') socket.pause();
        else if (does === 'slow') {
          socket.pause();
          setImmediate(() => socket.resume());
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const pull = async () => {
      const old = socat;
      socat = null;
      if (cable !== null) closeSync(cable);
      cable = null;
      if (old !== null && old.exitCode === null && old.signalCode === null)
        await new Promise((resolve) => old.once('exit', resolve).kill('SIGKILL'));
      for (const socket of sockets) socket.destroy();
      rmSync(path, { force: true });
    };
    return {
      transport: createSerialTransport(statusOf, timing),
      uri: `serial://${path}?baud=115200&lang=${language}&size=60x40`,
      async plug(wanted) {
        await pull();
        if (wanted === null) return;
        faults = wanted;
        const started = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${address.port}`], {
          stdio: 'ignore',
        });
        socat = started;
        let isMissing = false;
        started.once('error', () => {
          isMissing = true;
        });
        while (!existsSync(path)) {
          if (isMissing) throw new Error('socat is not installed: these tests need the package socat');
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        // As a plugged cable does, this keeps the line up between two labels: socat ends with its last user.
        cable = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
      },
      async taken() {
        await untilQuiet(() => size, 20);
        return Buffer.concat(pieces);
      },
      async close() {
        await pull();
        await new Promise((resolve) => server.close(resolve));
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
