import { readFile } from 'node:fs/promises';
import { isIPv6, type Socket } from 'node:net';
import { connectionTable } from '../../../platform/windows/connectionTable.ts';

/** The two ends of a TCP connection, kept from its beginning: a socket forgets them when it closes. */
export interface ConnectionEnds {
  readonly localPort: number;
  readonly remotePort: number;
  readonly isV6: boolean;
}

export function endsOf({ localPort, remotePort, remoteAddress }: Socket): ConnectionEnds | null {
  if (localPort === undefined || remotePort === undefined || remoteAddress === undefined) return null;
  return { localPort, remotePort, isV6: isIPv6(remoteAddress) };
}

/**
 * Bytes of a connection that the other side has not taken: they lie in this computer. null: the system does not say. Windows
 * says it of a half-closed one only, and only whether there are some, as 1.
 */
export type UnsentBytes = (ends: ConnectionEnds) => Promise<number | null>;

export const unsentBytes: UnsentBytes = async (ends) => {
  if (process.platform === 'win32') return ends.isV6 ? null : (connectionTable()?.unsent(ends) ?? null);
  if (process.platform !== 'linux') return null;
  const table = await readFile(ends.isV6 ? '/proc/net/tcp6' : '/proc/net/tcp', 'latin1').catch(() => '');
  return unsentIn(table, ends);
};

/** States in which the end of the connection is on its way; it counts as one byte more. */
const ending: readonly string[] = ['04', '09', '0B'];

/** `sl local rem st tx_queue:rx_queue …`, addresses as `HEX:PORT`. */
export function unsentIn(
  table: string,
  { localPort, remotePort }: Pick<ConnectionEnds, 'localPort' | 'remotePort'>,
): number | null {
  const hex = (port: number) => port.toString(16).toUpperCase().padStart(4, '0');
  const [, state = '', bytes] =
    new RegExp(
      `^ *\\d+: [0-9A-F]+:${hex(localPort)} [0-9A-F]+:${hex(remotePort)} ([0-9A-F]{2}) ([0-9A-F]+):`,
      'm',
    ).exec(table) ?? [];
  if (bytes === undefined) return null;
  return Math.max(0, Number.parseInt(bytes, 16) - (ending.includes(state) ? 1 : 0));
}
