import { describe, expect, it } from 'vitest';
import { unsentInRows } from '../../../../../electron/platform/windows/connectionTable.ts';

/** `MIB_TCPTABLE` of connections to port 9100, by state and local port. */
function rows(...connections: readonly (readonly [state: number, localPort: number])[]): Buffer {
  const memory = Buffer.alloc(4 + connections.length * 20 + 40);
  memory.writeUInt32LE(connections.length, 0);
  connections.forEach(([state, localPort], index) => {
    const at = 4 + index * 20;
    memory.writeUInt32LE(state, at);
    memory.writeUInt16BE(localPort, at + 8);
    memory.writeUInt16BE(9_100, at + 16);
  });
  return memory;
}
const [established, finWait1, finWait2, lastAck, timeWait] = [5, 6, 7, 10, 11];
const table = rows(
  [established, 50_001],
  [finWait1, 50_002],
  [finWait2, 50_003],
  [lastAck, 50_004],
  [timeWait, 50_005],
);
const of = (localPort: number) => unsentInRows(table, { localPort, remotePort: 9_100 });

describe('whether a part of a label still lies in this computer, on Windows', () => {
  it('is said of a half-closed connection by whether the printer acknowledged its end', () => {
    expect(of(50_002)).toBe(1);
    expect(of(50_003)).toBe(0);
    expect(of(50_005)).toBe(0);
  });

  it('is not known of others', () => {
    expect(of(50_001)).toBeNull();
    expect(of(50_004)).toBeNull();
    expect(of(50_006)).toBeNull();
    expect(unsentInRows(table, { localPort: 50_002, remotePort: 9_101 })).toBeNull();
    expect(unsentInRows(Buffer.alloc(0), { localPort: 0, remotePort: 0 })).toBeNull();
  });
});
