import { createServer, type Server, type Socket } from 'node:net';
import { printerLanguages } from '../../../electron/printers/languages/index.ts';
import { createTcpTransport } from '../../../electron/printers/transports/tcp/tcpTransport.ts';
import { tcpTiming } from '../../../electron/printers/transports/tcp/transmit.ts';
import { habitsOf, type MatrixWay, untilQuiet } from './matrixWay.ts';

const statusOf = (language: string) => printerLanguages.find(({ id }) => id === language)?.status ?? null;
const timing = {
  ...tcpTiming,
  connectTimeoutMs: 500,
  stallTimeoutMs: 150,
  closeWaitMs: 60,
  handOverMs: 60,
  lingerMs: 200,
  statusWaitMs: 100,
  confirmWaitMs: 100,
  confirmAskMs: 10,
  busyWaitMs: 400,
  quietWaitMs: 10,
};

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(address === null || typeof address === 'string' ? 0 : address.port);
    }),
  );
}

/** A network printer that comes back under the same address. */
export const tcpWay: MatrixWay = {
  id: 'tcp',
  answers: true,
  tears: true,
  async open(language) {
    const query = statusOf(language)?.query ?? new Uint8Array(0);
    const pieces: Buffer[] = [];
    const sockets = new Set<Socket>();
    let server: Server | null = null;
    let size = 0;
    const pull = async () => {
      for (const socket of sockets) socket.destroy();
      const old = server;
      server = null;
      if (old !== null) await new Promise((resolve) => old.close(resolve));
    };
    const first = createServer();
    const port = await listen(first, 0);
    await new Promise((resolve) => first.close(resolve));
    return {
      transport: createTcpTransport(statusOf, timing),
      uri: `tcp://127.0.0.1:${port}?lang=${language}&size=60x40`,
      async plug(faults) {
        await pull();
        if (faults === null) return;
        const habits = habitsOf(faults, query);
        server = createServer({ allowHalfOpen: true }, (socket) => {
          sockets.add(socket);
          if (faults.stallsAfterBytes === 0) socket.pause();
          socket.on('data', (piece: Buffer) => {
            pieces.push(piece);
            size += piece.length;
            const { does, says } = habits(piece);
            if (says !== null) socket.write(says);
            if (does === 'cut') socket.resetAndDestroy();
            else if (does === 'stall') socket.pause();
            else if (does === 'slow') {
              socket.pause();
              setImmediate(() => socket.resume());
            }
          });
          socket.on('end', () => socket.end());
          socket.on('error', () => {});
          socket.on('close', () => sockets.delete(socket));
        });
        await listen(server, port);
      },
      async taken() {
        await untilQuiet(() => size, 1);
        return Buffer.concat(pieces);
      },
      close: pull,
    };
  },
};
