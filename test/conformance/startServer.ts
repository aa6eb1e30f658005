import type { TestProject } from 'vitest/node';
import { openServerStore } from '../../electron/store/server/openServerStore.ts';
import { type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';

export interface ServerPlace {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Holds the tables of the program and nothing else; the database of each test is a copy of it. */
  readonly database: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    server: ServerPlace | null;
  }
}

let server: PostgresServer | null = null;

/** Starts a real server for the stores of several benches, where one is installed. */
export async function setup(project: TestProject): Promise<void> {
  server = await startPostgres();
  if (server === null) {
    process.stdout.write('not run: stores on a server (no PostgreSQL is installed here)\n');
    project.provide('server', null);
    return;
  }
  const place = { host: '127.0.0.1', port: server.port, user: server.user, database: 'postgres' };
  const made = await openServerStore(place);
  if (!made.ok) throw new Error(made.code);
  await made.value.close();
  project.provide('server', place);
}

export async function teardown(): Promise<void> {
  await server?.close();
}
