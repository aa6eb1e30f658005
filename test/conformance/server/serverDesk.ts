import { Client } from 'pg';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type OpenedWorkspace, openWorkspace } from '../../../electron/usecases/workspace/open.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';
import { type BenchLine, benchLine, benchPassphrase } from '../../doubles/program/benchLine.ts';
import { type PostgresServer, startPostgres } from '../../doubles/servers/postgresServer.ts';

interface ServerDesk {
  readonly server: PostgresServer;
  /** One more PC, until the test ends. */
  bench(): BenchLine;
  /** A database of its own for a test; gives its name. */
  database(options?: string): Promise<string>;
  /** As the administrator. */
  query<Row>(database: string, statement: string): Promise<Row[]>;
  url(database: string, role?: string): string;
}

/** A server of a test file and the PCs that work on it. */
export function serverDesk(options: Parameters<typeof startPostgres>[0] = {}): ServerDesk {
  let server: PostgresServer | null = null;
  let benches: BenchLine[] = [];
  let count = 0;
  beforeAll(async () => {
    server = await startPostgres(options);
  });
  afterAll(() => server?.close());
  afterEach(() => {
    for (const bench of benches) bench.remove();
    benches = [];
  });
  const running = (): PostgresServer => {
    if (server === null) throw new Error('no server is installed');
    return server;
  };
  const query = async <Row>(database: string, statement: string): Promise<Row[]> => {
    const { port, user, socketFolder: host } = running();
    const client = new Client({ host, port, user, database });
    await client.connect();
    try {
      return (await client.query(statement)).rows as Row[];
    } finally {
      await client.end();
    }
  };
  return {
    get server() {
      return running();
    },
    bench() {
      const bench = benchLine();
      benches.push(bench);
      return bench;
    },
    async database(more = '') {
      count += 1;
      const name = `book${count}`;
      await query('postgres', `create database ${name} ${more}`);
      return name;
    },
    query,
    url: (database, role = running().user) => `postgres://${role}@127.0.0.1:${running().port}/${database}`,
  };
}

/** The workspace of a PC, as a window of it opens it. */
export async function openBench({ folder, parts }: BenchLine): Promise<OpenedWorkspace> {
  const opened = await openWorkspace(
    {
      folder,
      passphrase: benchPassphrase,
      keyStore: noKeyStore,
      isPracticeWanted: false,
      whenMissing: 'refuse',
    },
    parts,
  );
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}
