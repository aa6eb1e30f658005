import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PostgresServer {
  readonly port: number;
  readonly user: string;
  /** As by `pg_ctl stop -m immediate`: every connection is cut, what was not written is lost. */
  stopNow(): Promise<void>;
  /** Again, on the same port. */
  startAgain(): Promise<void>;
  readonly socketFolder: string;
  close(): Promise<void>;
}

interface ServerOptions {
  /** It proves itself by this certificate; absent: it knows no TLS. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Lines of `pg_hba.conf` before those that let everybody in. */
  readonly admits?: readonly string[];
  /** A commit is on disk when it is told. */
  readonly isDurable?: boolean;
}

const places = '/usr/lib/postgresql';

/** Where Debian keeps the newest server that is installed; null: none is. */
export function programs(): string | null {
  const versions = existsSync(places) ? readdirSync(places).sort((a, b) => Number(a) - Number(b)) : [];
  const newest = versions.filter((version) => existsSync(join(places, version, 'bin/postgres'))).at(-1);
  return newest === undefined ? null : join(places, newest, 'bin');
}

export const hasPostgres = (): boolean => programs() !== null;

/** The server refuses to run as root; its package brings a user for it. */
export function whoRuns(): { readonly uid: number; readonly gid: number } | object {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { readonly port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/**
 * A real PostgreSQL server on loopback in a folder of its own; null: none is installed. Quick because nothing of it need last, unless a
 * commit is to be on disk as a shop's would be.
 */
export async function startPostgres({
  tls,
  admits = [],
  isDurable = false,
}: ServerOptions = {}): Promise<PostgresServer | null> {
  const bin = programs();
  if (bin === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const who = whoRuns();
  if ('uid' in who) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...who, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  if (tls !== undefined) {
    writeOwned(join(data, 'server.key'), tls.key, who);
    writeOwned(join(data, 'server.crt'), tls.cert, who);
  }
  const admitted = readFileSync(join(data, 'pg_hba.conf'), 'utf8');
  writeFileSync(join(data, 'pg_hba.conf'), [...admits, admitted].join('\n'));
  const port = await freePort();
  const settings = [
    // What is written lasts as long as this machine runs, which is all that a test asks of it.
    ...(isDurable ? [] : ['fsync=off', 'full_page_writes=off']),
    'max_connections=200',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    `ssl=${tls === undefined ? 'off' : 'on'}`,
  ];
  const start = async (): Promise<ChildProcess> => {
    const started = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...who, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await isReady(started);
    return started;
  };
  let server = await start();
  const stopNow = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await ended;
  };
  return {
    port,
    user: 'shop',
    stopNow,
    async startAgain() {
      server = await start();
    },
    socketFolder: folder,
    async close() {
      await stopNow();
      rmSync(folder, { recursive: true });
    },
  };
}

export function writeOwned(file: string, text: string, who: ReturnType<typeof whoRuns>): void {
  writeFileSync(file, text, { mode: 0o600 });
  if ('uid' in who) chownSync(file, who.uid, who.gid);
}

/** It takes connections; one that follows another is read only. */
export function isReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
      if (/ready to accept (read-only )?connections/.test(said)) resolve();
    });
    server.once('exit', () => reject(new Error(`postgres ended: ${said}`)));
  });
}
