import { createHash, createHmac, randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCodeOf } from '../platform/expectedFailure.ts';
import { readFileIfThere, replaceOwnerOnlyFile } from '../platform/ownerOnlyFiles.ts';
import { isSameDigest } from '../platform/sameDigest.ts';
import { type Frames, openFrames } from './frames.ts';
import { type FromAsker, type FromHolder, fromAsker, fromHolder, lineProtocol } from './messages.ts';

/**
 * The connection from a command line to the program that has the workspace: a socket in an owner-only folder, or a named pipe. Both sides
 * prove that they can read the owner-only file in the workspace that says where it is. This keeps other users of this computer out twice,
 * and a socket that another program put there learns nothing.
 */
const fileName = 'command-line.json';

const lineFile = z.object({
  version: z.literal(1),
  address: z.string().min(1).max(300),
  secret: z.string().regex(/^[0-9a-f]{64}$/),
});
type LineFile = z.infer<typeof lineFile>;

/** The shortest limit of all systems for a socket's name. */
const mostSocketBytes = 100;
const mostLines = 256;
/** Limit for the other side to prove itself. */
const proofMs = 10_000;

const forOthers = 0o077;

/** null: another user owns that place, or its name is too long for a socket. */
function freshAddress(folder: string): string | null {
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\shipdesk-${name}-${randomBytes(8).toString('hex')}`;
  for (const base of [process.env.XDG_RUNTIME_DIR, tmpdir()]) {
    const place = join(base ?? '', `shipdesk-${process.getuid?.() ?? ''}`);
    const address = join(place, `${name}.sock`);
    if ((base ?? '') !== '' && Buffer.byteLength(address) <= mostSocketBytes && isOwnFolder(place))
      return address;
  }
  return null;
}

function isOwnFolder(place: string): boolean {
  try {
    mkdirSync(place, { mode: 0o700 });
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') return false;
  }
  const found = lstatSync(place);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & forOthers) === 0;
}

const proofOf = ({ secret }: LineFile, side: 'asker' | 'holder', ...nonces: string[]): string =>
  createHmac('sha256', Buffer.from(secret, 'hex'))
    .update([side, ...nonces].join(' '))
    .digest('hex');

const freshNonce = (): string => randomBytes(16).toString('hex');

export type HolderFrames = Frames<FromAsker, FromHolder>;
export type AskerFrames = Frames<FromHolder, FromAsker>;

export interface ListeningLine {
  close(): void;
}

interface Listener {
  /** A peer that has proven itself. */
  serve(frames: HolderFrames, stopped: AbortSignal): Promise<void>;
  onBug(error: unknown): void;
}

/**
 * Listens for programs that can read `folder`, whose lock is held; null: there is no place for the socket, and handed commands are
 * refused.
 */
export async function listenOnLine(folder: string, listener: Listener): Promise<ListeningLine | null> {
  const address = freshAddress(folder);
  if (address === null) return null;
  const file: LineFile = { version: 1, address, secret: randomBytes(32).toString('hex') };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    welcome(socket, file, listener).catch(listener.onBug);
  });
  server.maxConnections = mostLines;
  // The previous holder of the workspace is gone: a socket that is still there leads nowhere.
  if (process.platform !== 'win32') rmSync(address, { force: true });
  if (!(await isListening(server, address))) return null;
  server.on('error', () => undefined);
  if (process.platform !== 'win32') chmodSync(address, 0o600);
  const path = join(folder, fileName);
  replaceOwnerOnlyFile(path, `${JSON.stringify(file)}\n`);
  return {
    close() {
      rmSync(path, { force: true });
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function isListening(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ path: address }, () => resolve(true));
  });
}

async function welcome(socket: Socket, file: LineFile, { serve }: Listener): Promise<void> {
  const stopped = new AbortController();
  const frames: HolderFrames = openFrames(socket, fromAsker, ({ kind }) => {
    if (kind === 'stop') stopped.abort();
    return kind === 'stop';
  });
  frames.closed.addEventListener('abort', () => stopped.abort(), { once: true });
  const late = setTimeout(() => socket.destroy(), proofMs);
  const nonce = freshNonce();
  frames.send({ kind: 'hello', protocol: lineProtocol, nonce });
  const request = await frames.next();
  clearTimeout(late);
  if (request?.kind !== 'prove') return frames.close();
  if (!isSameDigest(request.proof, proofOf(file, 'asker', nonce, request.nonce))) return frames.close();
  frames.send({ kind: 'proven', proof: proofOf(file, 'holder', nonce, request.nonce) });
  await serve(frames, stopped.signal);
  frames.close();
}

/**
 * Connects to the program that has the workspace. `nobody`: no program listens there, or none that could prove itself · `gone`: it ended
 * just now · `other-version`: its protocol differs.
 */
export async function callLine(folder: string): Promise<AskerFrames | 'nobody' | 'gone' | 'other-version'> {
  const file = readLineFile(folder);
  if (file === null) return 'nobody';
  const socket = await connected(file.address);
  if (socket === null) return 'gone';
  const frames: AskerFrames = openFrames(socket, fromHolder);
  const late = setTimeout(() => socket.destroy(), proofMs);
  try {
    const hello = await frames.next();
    if (hello?.kind !== 'hello') return leave(frames, 'gone');
    if (hello.protocol !== lineProtocol) return leave(frames, 'other-version');
    const nonce = freshNonce();
    frames.send({ kind: 'prove', nonce, proof: proofOf(file, 'asker', hello.nonce, nonce) });
    const answer = await frames.next();
    if (answer?.kind !== 'proven') return leave(frames, 'gone');
    return isSameDigest(answer.proof, proofOf(file, 'holder', hello.nonce, nonce))
      ? frames
      : leave(frames, 'nobody');
  } finally {
    clearTimeout(late);
  }
}

function leave<T>(frames: AskerFrames, why: T): T {
  frames.close();
  return why;
}

function readLineFile(folder: string): LineFile | null {
  const bytes = readFileIfThere(join(folder, fileName));
  if (bytes === null) return null;
  try {
    return lineFile.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

function connected(address: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ path: address });
    const fail = () => {
      socket.destroy();
      resolve(null);
    };
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.off('error', fail);
      resolve(socket);
    });
  });
}
