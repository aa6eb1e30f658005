import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  endsOf,
  unsentBytes,
  unsentIn,
} from '../../../../../../electron/printers/transports/tcp/unsentBytes.ts';

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:2581 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 9053377 1 0000000000000000 100 0 0 10 0
   1: 0100007F:9C40 0100007F:2581 01 00013516:00000000 01:00000014 00000000     0        0 9053399 2 0000000000000000 20 4 30 10 -1
   2: 0100007F:9C41 0100007F:2581 04 00000401:00000000 01:00000014 00000000     0        0 9053400 2 0000000000000000 20 4 30 10 -1
   3: 0100007F:9C42 0100007F:2581 09 00000001:00000000 01:00000014 00000000     0        0 9053401 2 0000000000000000 20 4 30 10 -1
   4: 0100007F:9C43 0100007F:2581 05 00000000:00000000 00:00000000 00000000     0        0 9053402 1 0000000000000000 20 4 30 10 -1
`;
const of = (localPort: number) => unsentIn(table, { localPort, remotePort: 9_601 });

describe('what of a label still lies in this computer', () => {
  it('is read from the table of connections; the end of a connection is no byte of the label', () => {
    expect(of(40_000)).toBe(0x13516);
    expect(of(40_001)).toBe(0x400);
    expect(of(40_002)).toBe(0);
    expect(of(40_003)).toBe(0);
  });

  it('is not known of a connection that is gone', () => {
    expect(of(40_004)).toBeNull();
    expect(unsentIn('', { localPort: 40_000, remotePort: 9_601 })).toBeNull();
  });

  it.runIf(process.platform === 'linux')('is more than nothing until the printer has read it', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket.pause()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const line = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(line, 'connect');
    await expect.poll(() => sockets.length).toBe(1);
    const ends = endsOf(line);
    if (ends === null) throw new Error('not connected');
    // More than the system takes on behalf of a reader that does not read.
    line.end(Buffer.alloc(24_000_000));
    await expect.poll(() => unsentBytes(ends)).toBeGreaterThan(0);
    sockets[0]?.resume();
    await once(line, 'finish');
    await expect.poll(() => unsentBytes(ends)).toBe(0);
    line.destroy();
    sockets[0]?.destroy();
    server.close();
  });
});
