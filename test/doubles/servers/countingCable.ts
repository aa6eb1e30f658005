import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { systemClock } from '../../../electron/platform/clock.ts';

/** A slow network cable to a server on this machine, which counts how often somebody waited for an answer. */
export interface CountingCable {
  readonly port: number;
  /** Since `forget`, a connection's greeting with them: what is asked together counts once. */
  answers(): number;
  forget(): void;
  close(): Promise<void>;
}

interface Line {
  answers: number;
  isAsked: boolean;
}

/** Each answer takes `answerMs`, so that what leaves together has left before the first of them. */
export async function layCountingCable(serverPort: number, answerMs: number): Promise<CountingCable> {
  const sockets = new Set<Socket>();
  const lines: Line[] = [];
  const take = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  const ends = createServer((caller) => {
    const server = take(connect(serverPort, '127.0.0.1'));
    take(caller);
    const own: Line = { answers: 0, isAsked: false };
    lines.push(own);
    caller.on('data', (bytes) => {
      if (!own.isAsked) own.answers++;
      own.isAsked = true;
      server.write(bytes);
    });
    let before: Promise<unknown> = Promise.resolve();
    server.on('data', (bytes) => {
      const due = systemClock.sleep(answerMs);
      before = before.then(async () => {
        await due;
        own.isAsked = false;
        if (!caller.destroyed) caller.write(bytes);
      });
    });
    caller.once('close', () => server.destroy());
    server.once('close', () => void before.then(() => caller.destroy()));
  });
  await new Promise<void>((resolve) => ends.listen(0, '127.0.0.1', resolve));
  return {
    port: (ends.address() as AddressInfo).port,
    answers: () => lines.reduce((sum, { answers }) => sum + answers, 0),
    forget() {
      for (const line of lines) line.answers = 0;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => ends.close(resolve));
    },
  };
}
