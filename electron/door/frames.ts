import type { Socket } from 'node:net';
import type { z } from 'zod';

/** A frame is a line of JSON. Our programs never send a longer one. */
const mostCharacters = 1_000_000;
/** Longer text goes in pieces of this size. */
const pieceCharacters = 100_000;
/** A reader slower than this has stopped reading. */
const mostUnreadBytes = 32_000_000;
/** Frames sent without a request: more than any command reads ahead. */
const mostWaiting = 10_000;

export interface Frames<Got, Sent> {
  send(frame: Sent): void;
  /** The next frame; null: the line is closed, or the other side broke the protocol. */
  next(): Promise<Got | null>;
  close(): void;
  /** Ends with the line. */
  readonly closed: AbortSignal;
}

/**
 * Both directions of one line. Anything that is no frame of `schema` closes the line. `aside` handles a frame that must not wait for those
 * sent before it, and returns true for it.
 */
export function openFrames<Got, Sent>(
  socket: Socket,
  schema: z.ZodType<Got>,
  aside: (frame: Got) => boolean = () => false,
): Frames<Got, Sent> {
  const closed = new AbortController();
  const waiting: Got[] = [];
  const readers: ((frame: Got | null) => void)[] = [];
  const end = () => {
    closed.abort();
    socket.destroy();
    for (const reader of readers.splice(0)) reader(null);
  };
  const take = (line: string) => {
    const read = schema.safeParse(parsed(line));
    if (!read.success) return end();
    if (aside(read.data)) return;
    const reader = readers.shift();
    if (reader !== undefined) reader(read.data);
    else if (waiting.push(read.data) > mostWaiting) end();
  };
  readLines(socket, take, end);
  return {
    send(frame) {
      if (socket.destroyed) return;
      socket.write(`${JSON.stringify(frame)}\n`);
      if (socket.writableLength > mostUnreadBytes) end();
    },
    next() {
      const frame = waiting.shift();
      if (frame !== undefined) return Promise.resolve(frame);
      if (closed.signal.aborted) return Promise.resolve(null);
      return new Promise((resolve) => readers.push(resolve));
    },
    close: () => socket.end(end),
    closed: closed.signal,
  };
}

function readLines(socket: Socket, take: (line: string) => void, end: () => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (piece: string) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (!socket.destroyed) take(line);
    if (rest.length > mostCharacters) end();
  });
  socket.on('error', end);
  socket.on('end', end);
  socket.on('close', end);
}

function parsed(line: string): unknown {
  if (line.length > mostCharacters) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Text in pieces that fit into a frame; empty text is one piece. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at === 0 || at < text.length; at += pieceCharacters)
    pieces.push(text.slice(at, at + pieceCharacters));
  return pieces;
}
