import { createServer, type Server, type Socket } from 'node:net';

export interface FakePrinterHabits {
  /** Stops reading after so many bytes of a label, as with the paper out. */
  readonly stallsAfterBytes?: number;
  /** Cuts the connection with a reset after so many bytes of a label. */
  readonly resetsAfterBytes?: number;
  /** Closes properly, but before the label is whole. */
  readonly closesAfterBytes?: number;
  /** Says something nobody asked for as soon as it is connected. */
  readonly banner?: Uint8Array;
  /** Says something after every piece it takes. */
  readonly chatter?: Uint8Array;
  /** Never closes its side. */
  readonly neverCloses?: boolean;
  /** Answers a reply to a question that arrives as the whole input. */
  readonly answers?: (question: Uint8Array) => Uint8Array | null;
  /** Pauses after each piece it takes, so that the sender feels back-pressure. */
  readonly isSlow?: boolean;
  /** Of its papers only their number is kept: those of a day are more than fits into memory. */
  readonly forgetsPapers?: boolean;
  /** What is kept of each paper instead of all of it. */
  readonly keeps?: (paper: Uint8Array) => Uint8Array;
}

/** A network printer on the loopback: what came out of it is in `papers`, one entry a finished label. */
export interface FakePrinter {
  readonly port: number;
  readonly papers: readonly Uint8Array[];
  /** Bytes of labels that were cut off. */
  readonly torn: readonly Uint8Array[];
  readonly mostConnectionsAtOnce: number;
  readonly connections: number;
  /** Lets a stalled printer go on. */
  resume(): void;
  /** Resolves when whatever reached this machine is on paper: a sender is done before a busy printer has read. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** The event loop has gone round once: what the system held ready, it has handed over. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

/** Starts a real TCP server that behaves as told. */
export async function startFakePrinter(habits: FakePrinterHabits = {}): Promise<FakePrinter> {
  const papers: Uint8Array[] = [];
  const torn: Uint8Array[] = [];
  const sockets = new Set<Socket>();
  const stalled = new Set<Socket>();
  const unseenEnds: (() => void)[] = [];
  let isStallOver = false;
  let most = 0;
  let connections = 0;

  const serve = (socket: Socket): void => {
    let taken = Buffer.alloc(0);
    let isWhole = false;
    connections += 1;
    sockets.add(socket);
    most = Math.max(most, sockets.size);
    if (habits.banner !== undefined) socket.write(habits.banner);
    socket.on('data', (piece: Buffer) => {
      taken = Buffer.concat([taken, piece]);
      if (habits.chatter !== undefined) socket.write(habits.chatter);
      const answer = habits.answers?.(taken) ?? null;
      if (answer !== null) socket.write(answer);
      if (taken.length >= (habits.resetsAfterBytes ?? Number.POSITIVE_INFINITY)) socket.resetAndDestroy();
      else if (taken.length >= (habits.closesAfterBytes ?? Number.POSITIVE_INFINITY)) socket.destroy();
      else if (!isStallOver && taken.length >= (habits.stallsAfterBytes ?? Number.POSITIVE_INFINITY)) {
        stalled.add(socket);
        socket.pause();
      } else if (habits.isSlow) {
        socket.pause();
        setImmediate(() => socket.resume());
      }
    });
    const finish = (): void => {
      isWhole = true;
      papers.push(habits.forgetsPapers ? new Uint8Array(0) : (habits.keeps?.(taken) ?? taken));
      if (!habits.neverCloses) socket.end();
    };
    // Who has stopped reading does not see the end either.
    socket.on('end', () => (stalled.has(socket) ? unseenEnds.push(finish) : finish()));
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      stalled.delete(socket);
      if (!isWhole && taken.length > 0) torn.push(taken);
    });
  };

  const server: Server = createServer({ allowHalfOpen: true }, serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    papers,
    torn,
    get mostConnectionsAtOnce() {
      return most;
    },
    get connections() {
      return connections;
    },
    resume() {
      isStallOver = true;
      for (const socket of stalled) socket.resume();
      stalled.clear();
      for (const finish of unseenEnds.splice(0)) finish();
    },
    async idle() {
      do await nextTurn();
      while (sockets.size > 0);
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
