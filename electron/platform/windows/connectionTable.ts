import { type NativeCalls, nativeCalls } from './native.ts';

interface Ports {
  readonly localPort: number;
  readonly remotePort: number;
}

interface ConnectionTable {
  /** 1: the other side has not acknowledged the end of the connection, nor perhaps what is before it; null: not known. */
  unsent(ends: Ports): number | null;
}

/** `AF_INET`, `TCP_TABLE_BASIC_ALL`, and what Windows answers where the memory is too small. */
const ipv4 = 2;
const basicAll = 2;
const tooSmall = 122;
const rowBytes = 20;

/** `MIB_TCP_STATE`: our end waits to be acknowledged (FIN-WAIT-1), or has been (FIN-WAIT-2, TIME-WAIT). */
const unacknowledged = 6;
const acknowledged: readonly number[] = [7, 11];

/** Rows of five numbers behind their count: state, local address, local port, remote address, remote port. */
export function unsentInRows(memory: Buffer, { localPort, remotePort }: Ports): number | null {
  const rows = memory.length < 4 ? 0 : memory.readUInt32LE(0);
  for (let at = 4; at + rowBytes <= Math.min(memory.length, 4 + rows * rowBytes); at += rowBytes) {
    // Ports are written in the order of the network, in the lower half.
    if (memory.readUInt16BE(at + 8) !== localPort || memory.readUInt16BE(at + 16) !== remotePort) continue;
    const state = memory.readUInt32LE(at);
    if (state === unacknowledged) return 1;
    return acknowledged.includes(state) ? 0 : null;
  }
  return null;
}

function bind({ koffi, declare }: NativeCalls): ConnectionTable {
  const size = koffi.inout(koffi.pointer('uint32'));
  const numbers = ['int32', 'uint32', 'int32', 'uint32'];
  const read = declare('iphlpapi.dll', 'GetExtendedTcpTable', 'uint32', ['void *', size, ...numbers]);
  return {
    unsent(ends) {
      const room = [16_384];
      for (let tries = 0; tries < 3; tries += 1) {
        const memory = Buffer.alloc(room[0] ?? 0);
        const result = read(memory, room, 0, ipv4, basicAll, 0);
        if (result === 0) return unsentInRows(memory, ends);
        if (result !== tooSmall) return null;
      }
      return null;
    },
  };
}

let bound: ConnectionTable | null | undefined;

/** null: not Windows, or its binding does not load. */
export function connectionTable(): ConnectionTable | null {
  if (bound !== undefined) return bound;
  const native = nativeCalls();
  try {
    bound = native === null ? null : bind(native);
  } catch {
    bound = null;
  }
  return bound;
}
