import { Client, type ClientConfig, type PoolConfig } from 'pg';
import type { ServerHost } from '../../../shared/domain/workstation.ts';
import { systemCodeOf } from '../../platform/expectedFailure.ts';

/** Of one server, or of several that hold the same book and of which one may be written. */
export interface ServerConnection extends PoolConfig {
  /** Absent: the one of the host and port. */
  readonly hosts?: readonly ServerHost[];
}

/** One of several that does not answer within this is passed over. */
const answerMs = 3_000;

/** Of several one is about to be promoted, or to come back: as PostgreSQL says it of a server that cannot be used yet. */
class StandbyServer extends Error {
  readonly code = '57P03';
}

const isStandby = async (client: Client): Promise<boolean> => {
  // As text, whatever the connection makes of its types.
  const { rows } = await client.query<{ standby: string }>(
    'select cast(pg_is_in_recovery() as text) as standby',
  );
  return rows[0]?.standby !== 'false';
};

/** Nobody answers there: the others tell more. */
const isSilent = (error: unknown): boolean =>
  /^(ECONN|EHOST|ENET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT)/.test(systemCodeOf(error)) ||
  (error instanceof Error && /timeout|terminated/i.test(error.message));

/** The first of them that takes writes. None: thrown is what one that answers has against it, else why none does. */
async function firstWritable(server: ClientConfig, hosts: readonly ServerHost[]): Promise<ServerHost> {
  const errors: unknown[] = [];
  for (const place of hosts) {
    const client = new Client({ ...server, ...place, connectionTimeoutMillis: answerMs });
    client.on('error', () => undefined);
    try {
      await client.connect();
      if (!(await isStandby(client))) return place;
      errors.push(new StandbyServer());
    } catch (error) {
      errors.push(error);
    } finally {
      // It may have been cut off meanwhile.
      await client.end().catch(() => undefined);
    }
  }
  const answering = errors.filter((error) => !isSilent(error));
  throw answering.find((error) => !(error instanceof StandbyServer)) ?? answering[0] ?? errors[0];
}

/**
 * Connections to whichever of the servers takes writes. It is looked for at first and whenever a connection to it fails, so that a replica
 * that was promoted is found by whoever connects next. undefined: there is only one.
 */
export function writableClient({ hosts = [] }: ServerConnection): PoolConfig['Client'] {
  if (hosts.length < 2) return undefined;
  let found: Promise<ServerHost> | null = null;
  return class extends Client {
    readonly #server: ClientConfig;

    constructor(server: ClientConfig = {}) {
      super(server);
      this.#server = server;
      // Cut off between its greeting and the pool that keeps it.
      this.on('error', () => undefined);
    }

    override connect(): Promise<Client>;
    override connect(onConnected: (error: Error) => void): void;
    override connect(onConnected?: (error: Error) => void): Promise<Client> | undefined {
      const connected = this.#connect();
      if (onConnected === undefined) return connected;
      // The pool looks for an error and nothing else.
      connected.then(() => (onConnected as () => void)(), onConnected);
      return undefined;
    }

    async #connect(): Promise<Client> {
      found ??= firstWritable(this.#server, hosts);
      const asked = found;
      try {
        Object.assign(this, await asked);
        await super.connect();
        if (await isStandby(this)) throw new StandbyServer();
        return this;
      } catch (error) {
        if (found === asked) found = null;
        await this.end().catch(() => undefined);
        throw error;
      }
    }
  };
}
