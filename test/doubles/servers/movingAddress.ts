import { connect, createServer, type Socket } from 'node:net';

/** An address that an administrator moves from one server to the next; whoever comes by it need not know. */
export interface MovingAddress {
  readonly port: number;
  /** Whoever is connected is cut off, as by a server that is gone. */
  moveTo(port: number): void;
  close(): Promise<void>;
}

export async function startMovingAddress(first: number): Promise<MovingAddress> {
  let target = first;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((caller) => {
    const called = keep(connect(target, '127.0.0.1'));
    keep(caller);
    for (const [one, other] of [
      [caller, called],
      [called, caller],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    caller.pipe(called).pipe(caller);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as { readonly port: number }).port,
    moveTo(port) {
      target = port;
      cutAll();
    },
    async close() {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
