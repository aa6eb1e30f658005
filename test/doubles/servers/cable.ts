import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A network cable to a server on this machine. */
export interface Cable {
  readonly port: number;
  /** Every connection is cut and none is made. */
  pull(): void;
  /** Nothing is cut and nothing arrives any more, as where a network swallows everything. */
  swallow(): void;
  plugIn(): void;
  /** From now on every piece arrives so much later, in its order. */
  slow(delayMs: number): void;
  close(): Promise<void>;
}

export async function layCable(serverPort: number): Promise<Cable> {
  let state: 'in' | 'pulled' | 'swallowing' = 'in';
  let delayMs = 0;
  const sockets = new Set<Socket>();
  const take = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const ends = createServer((client) => {
    take(client);
    if (state === 'pulled') return void client.resetAndDestroy();
    const server = take(connect(serverPort, '127.0.0.1'));
    const carry = (from: Socket, to: Socket): void => {
      from.on('data', (bytes) => {
        if (state !== 'in') return;
        if (delayMs === 0) to.write(bytes);
        else setTimeout(() => to.write(bytes), delayMs);
      });
      from.once('close', () => to.destroy());
    };
    carry(client, server);
    carry(server, client);
  });
  await new Promise<void>((resolve) => ends.listen(0, '127.0.0.1', resolve));
  return {
    port: (ends.address() as AddressInfo).port,
    pull() {
      state = 'pulled';
      cutAll();
    },
    swallow() {
      state = 'swallowing';
    },
    plugIn() {
      // What was swallowed is lost: those connections are of no use any more.
      if (state === 'swallowing') cutAll();
      state = 'in';
    },
    slow(ms) {
      delayMs = ms;
    },
    close() {
      cutAll();
      return new Promise((resolve) => ends.close(() => resolve()));
    },
  };
}
