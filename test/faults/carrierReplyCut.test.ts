import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { kdniaoPlatform } from '../../electron/carriers/kdniao/kdniaoPlatform.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { nodeHttp } from '../../electron/platform/nodeHttp.ts';
import { sampleAccount, sampleBooking } from '../doubles/workspace/sampleBooking.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const request = sampleBooking();
const json = JSON.stringify({
  Success: true,
  ResultCode: '100',
  Reason: '成功',
  Order: { OrderCode: request.orderCode, LogisticCode: '73610555582883', PackageName: '深圳集' },
});
const body = Buffer.from(json);

const framings = {
  'with its length': `content-length: ${body.length}\r\n\r\n${json}`,
  'until the connection closes': `connection: close\r\n\r\n${json}`,
  'in chunks': `transfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${json}\r\n0\r\n\r\n`,
} as const;

/** A server that answers every request with the first `cut()` bytes of `reply` and then closes or resets. */
async function cuttingServer(reply: Buffer, cut: () => number, end: (socket: Socket) => void) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      const part = reply.subarray(0, cut());
      if (part.length === 0) end(socket);
      else socket.write(part, () => end(socket));
    });
  });
  closers.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe.each(Object.entries(framings))('a booking reply sent %s', (_framing, rest) => {
  const reply = Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${rest}`);

  it('is believed only when it is whole: cut after every single byte the outcome is unknown', async () => {
    let length = 0;
    const endpoint = await cuttingServer(
      reply,
      () => length,
      (socket) => socket.end(),
    );
    const http = nodeHttp();
    closers.push(() => http.close());
    const account = sampleAccount({ endpoint });
    const wholeFrom = reply.indexOf(json) + body.length;
    for (length = 0; length <= reply.length; length += 1) {
      const booked = await kdniaoPlatform.book(request, account, { http, clock: systemClock });
      if (booked.ok) {
        expect(length).toBeGreaterThanOrEqual(wholeFrom);
        expect(booked.value.waybillNo).toBe('73610555582883');
      } else expect(booked.certainty).toBe('unknown');
      if (length === reply.length) expect(booked.ok).toBe(true);
    }
  });
});
