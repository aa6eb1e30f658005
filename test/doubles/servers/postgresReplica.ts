import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { systemClock } from '../../../electron/platform/clock.ts';
import { freePort, isReady, type PostgresServer, programs, whoRuns, writeOwned } from './postgresServer.ts';

/** A server that follows another one. */
export interface PostgresReplica {
  readonly port: number;
  /** It has all that was committed until now and hears of nothing that comes. */
  fallBehind(): Promise<void>;
  /** From now on it can be written. */
  promote(): Promise<void>;
  close(): Promise<void>;
}

interface ReplicaOptions {
  /** Its own certificate; absent: what came along with the backup. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** false: the primary waits for nobody, and what was not sent yet is missing after a promotion. */
  readonly isSynchronous?: boolean;
}

async function asked(port: number, user: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ host: '127.0.0.1', port, user, database: 'postgres' });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Follows the primary as PostgreSQL's manual has it: a base backup, then its stream. Unless told otherwise each commit of the primary waits
 * until it is on this one's disk as well, so that nothing that was told is missing after a promotion.
 */
export async function startReplica(
  { port: primary, user }: PostgresServer,
  { tls, isSynchronous = true }: ReplicaOptions = {},
): Promise<PostgresReplica> {
  const bin = programs();
  if (bin === null) throw new Error('no server is installed');
  const folder = mkdtempSync(join(tmpdir(), 'replica-'));
  const who = whoRuns();
  if ('uid' in who) spawnSync('chown', [`${who.uid}:${who.gid}`, folder]);
  const data = join(folder, 'data');
  const from = ['-h', '127.0.0.1', '-p', String(primary), '-U', user];
  const copied = spawnSync(
    join(bin, 'pg_basebackup'),
    [...from, '-D', data, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'],
    { ...who, cwd: folder, encoding: 'utf8' },
  );
  if (copied.status !== 0) throw new Error(`pg_basebackup: ${copied.stderr}`);
  if (tls !== undefined) {
    writeOwned(join(data, 'server.key'), tls.key, who);
    writeOwned(join(data, 'server.crt'), tls.cert, who);
  }
  const port = await freePort();
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'max_connections=200',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    ...(tls === undefined ? [] : ['ssl=on']),
    // It came along with the backup; after its promotion nobody follows this one.
    'synchronous_standby_names=',
  ];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...who, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await isReady(server);
  while (
    (await asked(primary, user, "select 1 from pg_stat_replication where state = 'streaming'")).length === 0
  )
    await systemClock.sleep(50);
  if (isSynchronous) {
    await asked(primary, user, "alter system set synchronous_standby_names = '*'");
    await asked(primary, user, 'select pg_reload_conf()');
  }
  return {
    port,
    async fallBehind() {
      const [now] = (await asked(primary, user, 'select cast(pg_current_wal_lsn() as text) as lsn')) as {
        lsn: string;
      }[];
      const isThere = `select 1 where pg_last_wal_replay_lsn() >= '${now?.lsn}'`;
      while ((await asked(port, user, isThere)).length === 0) await systemClock.sleep(20);
      await asked(port, user, "alter system set primary_conninfo = ''");
      await asked(port, user, 'select pg_reload_conf()');
      while ((await asked(primary, user, 'select 1 from pg_stat_replication')).length > 0)
        await systemClock.sleep(20);
    },
    async promote() {
      await asked(port, user, 'select pg_promote()');
    },
    async close() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
