import { connect, createServer, type Socket } from 'node:net';
import { systemClock } from '../../../electron/platform/clock.ts';

/** An address that an administrator moves from one server to the next; whoever comes by it need not know. */
export interface MovingAddress {
  readonly port: number;
  /** Whoever is connected is cut off, as by a server that is gone. */
  moveTo(port: number): void;
  /** Whoever is connected is cut off and may come again. */
  cut(): void;
  /** From now on each piece of what is said comes so much later, both ways. */
  delay(ms: number): void;
  close(): Promise<void>;
}

export async function startMovingAddress(first: number): Promise<MovingAddress> {
  let target = first;
  let delayMs = 0;
  const sockets = new Set<Socket>();
  /** In its order, however long each piece takes. */
  const carry = (from: Socket, to: Socket): void => {
    let before: Promise<unknown> = Promise.resolve();
    from.on('data', (bytes) => {
      before = before.then(async () => {
        if (delayMs > 0) await systemClock.sleep(delayMs);
        if (!to.destroyed) to.write(bytes);
      });
    });
    from.on('end', () => void before.then(() => to.end()));
  };
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
    carry(caller, called);
    carry(called, caller);
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
    cut: cutAll,
    delay(ms) {
      delayMs = ms;
    },
    async close() {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
