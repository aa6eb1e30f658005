import type { Socket } from 'node:net';
import { Client, type ClientConfig, type PoolClient } from 'pg';

/** Longer than nearly every statement; what takes longer (a turn, a step of an upgrade) is asked after and goes on. */
const silentMs = 15_000;

/** A server that does not say within this how it stands with a statement is away. */
const answerMs = 10_000;

/** What the library keeps to itself of a connection. */
interface Inside {
  readonly connection: { readonly stream: Socket };
  readonly processID: number | null;
  /** No statement is under way. */
  readonly readyForQuery: boolean;
  /** The server has been told good-bye, and has not hung up yet. */
  readonly _ending: boolean;
}

/**
 * A network that swallows everything sends no error, and the system notices after minutes or hours. A statement without an answer for a
 * while is asked after by a connection of its own: where the server is silent, or does not work on it, the connection is cut and the
 * statement fails as with a server that is away.
 */
export function watchSilence(client: PoolClient, server: ClientConfig, mostSilentMs = silentMs): void {
  const inside = client as unknown as Inside;
  const { stream } = inside.connection;
  const checkAlive = async (): Promise<void> => {
    if (inside._ending) stream.destroy();
    if (inside.readyForQuery || stream.destroyed) return;
    const { bytesRead } = stream;
    const isAlive = await isWorkedOn(client, server, inside.processID);
    // The answer may have come while it was asked after.
    if (stream.destroyed || inside.readyForQuery || stream.bytesRead !== bytesRead) return;
    if (isAlive) stream.setTimeout(mostSilentMs);
    else stream.destroy(new Error('Connection terminated: no answer'));
  };
  stream.setTimeout(mostSilentMs);
  stream.on('timeout', () => void checkAlive());
}

/** At the very server the statement went to, of several. */
async function isWorkedOn(
  { host, port }: PoolClient,
  server: ClientConfig,
  processId: number | null,
): Promise<boolean> {
  const asking = new Client({
    connectionTimeoutMillis: answerMs,
    ...server,
    host,
    port,
    query_timeout: answerMs,
  });
  asking.on('error', () => undefined);
  try {
    await asking.connect();
    const { rows } = await asking.query(
      "select 1 from pg_stat_activity where pid = $1 and state = 'active'",
      [processId],
    );
    return rows.length > 0;
  } catch {
    return false;
  } finally {
    (asking as unknown as Inside).connection.stream.destroy();
  }
}
