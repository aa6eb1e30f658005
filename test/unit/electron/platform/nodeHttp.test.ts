import { createServer as createHttpServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../../electron/platform/http.ts';
import { type NodeHttp, type NodeHttpOptions, nodeHttp } from '../../../../electron/platform/nodeHttp.ts';
import { selfSignedCertificate } from '../../../doubles/selfSignedCertificate.ts';

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

function port(options: NodeHttpOptions = {}): NodeHttp {
  const http = nodeHttp(options);
  closers.push(() => http.close());
  return http;
}

async function listen(server: Server | HttpServer): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const serve = (listener: RequestListener) => listen(createHttpServer(listener));
const onRaw = (handler: (socket: Socket) => void) => listen(createServer(handler));

function post(url: string, change: Partial<HttpRequest> = {}): HttpRequest {
  return {
    url,
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '订单',
    timeoutMs: 5_000,
    maxReplyBytes: 100_000,
    ...change,
  };
}

describe('an exchange that works', () => {
  it('brings the body there and the reply back, byte for byte', async () => {
    const url = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.setHeader('x-length', String(request.headers['content-length']));
        response.setHeader('x-encoding', String(request.headers['accept-encoding']));
        response.end(Buffer.concat(chunks));
      });
    });
    const sent = await port().send(post(url));
    if (!sent.ok) throw new Error(sent.code);
    expect(Buffer.from(sent.value.body).toString('utf8')).toBe('订单');
    expect(sent.value.status).toBe(200);
    expect(sent.value.headers['x-length']).toBe('6');
    expect(sent.value.headers['x-encoding']).toBe('identity');
  });

  it('puts a reply cut into single bytes together again', async () => {
    const text = '{"Reason":"成功","号":"73610555582883"}';
    const url = await serve((_request, response) => {
      for (const byte of Buffer.from(text)) response.write(Buffer.from([byte]));
      response.end();
    });
    const sent = await port().send(post(url));
    expect(sent.ok && Buffer.from(sent.value.body).toString('utf8')).toBe(text);
  });

  it('uses a connection again, and closes it when it was idle for too long', async () => {
    let connections = 0;
    const server = createHttpServer((_request, response) => response.end('ok'));
    server.keepAliveTimeout = 60_000;
    const idleClosed = new Promise<void>((resolve) => {
      server.on('connection', (socket: Socket) => {
        connections += 1;
        socket.on('close', () => resolve());
      });
    });
    const url = await listen(server);
    const http = port({ idleTimeoutMs: 200 });
    await http.send(post(url));
    await http.send(post(url));
    expect(connections).toBe(1);
    await idleClosed;
    expect((await http.send(post(url))).ok).toBe(true);
    expect(connections).toBe(2);
  });

  it('opens a new connection after the computer has slept, however few seconds its timers saw', async () => {
    let connections = 0;
    const server = createHttpServer((_request, response) => response.end('ok'));
    server.on('connection', () => connections++);
    const url = await listen(server);
    let now = 0;
    const http = port({ clock: { now: () => now } });
    await http.send(post(url));
    now += 3_000;
    await http.send(post(url));
    expect(connections).toBe(1);
    now += 3_600_000;
    expect(await http.send(post(url))).toMatchObject({ ok: true });
    expect(connections).toBe(2);
  });

  it('does not follow a redirect', async () => {
    let visits = 0;
    const url = await serve((_request, response) => {
      visits += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const sent = await port().send(post(url));
    expect(sent.ok && sent.value.status).toBe(302);
    expect(visits).toBe(1);
  });
});

describe('nothing has left this computer', () => {
  it('says so when the connection is refused', async () => {
    const server = createServer();
    const url = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await port().send(post(url))).toMatchObject({
      code: 'NETWORK_REFUSED',
      certainty: 'did-not-happen',
    });
  });

  it('says so when the name does not exist', async () => {
    const sent = await port().send(post('https://no-such-host.invalid/'));
    expect(sent).toMatchObject({ ok: false, certainty: 'did-not-happen' });
  });

  it('says so when connecting takes longer than allowed', async () => {
    const silent = await onRaw(() => {});
    const sent = await port({ connectTimeoutMs: 50 }).send(post(silent.replace('http:', 'https:')));
    expect(sent).toMatchObject({ code: 'NETWORK_CONNECT_TIMEOUT', certainty: 'did-not-happen' });
  });

  it('refuses plain http to another computer and unusable addresses', async () => {
    const http = port();
    expect(await http.send(post('http://api.example.com/'))).toMatchObject({
      code: 'NETWORK_PLAIN_HTTP',
      certainty: 'did-not-happen',
    });
    for (const url of ['', 'ftp://127.0.0.1/', 'not a url']) {
      expect(await http.send(post(url))).toMatchObject({ code: 'NETWORK_ADDRESS_INVALID' });
    }
  });

  it('reaches a named test gateway without encryption, and its host on no other port', async () => {
    const http = port({ plainHosts: ['sandbox.invalid:8080'] });
    const named = await http.send(post('http://sandbox.invalid:8080/gateway'));
    expect(named).toMatchObject({ code: 'NETWORK_DNS', certainty: 'did-not-happen' });
    for (const url of [
      'http://sandbox.invalid/gateway',
      'http://sandbox.invalid:8081/',
      'http://invalid:8080/',
    ])
      expect(await http.send(post(url))).toMatchObject({ code: 'NETWORK_PLAIN_HTTP' });
  });

  it('shows no byte of the request to a server whose certificate nobody vouches for', async () => {
    const pair = selfSignedCertificate();
    let requests = 0;
    const server = createTlsServer(pair, (_request, response) => {
      requests += 1;
      response.end('ok');
    });
    const url = (await listen(server)).replace('http:', 'https:');
    const sent = await port().send(post(url));
    expect(sent).toMatchObject({ code: 'NETWORK_TLS', certainty: 'did-not-happen' });
    expect(requests).toBe(0);

    const trusting = port({ trustedRoots: pair.cert });
    expect((await trusting.send(post(url))).ok).toBe(true);
    expect((await trusting.send(post(url))).ok).toBe(true);
    expect(requests).toBe(2);
    const wrongName = await trusting.send(post(url.replace('127.0.0.1', 'localhost')));
    expect(wrongName).toMatchObject({ code: 'NETWORK_TLS', certainty: 'did-not-happen' });
  });

  it('takes something other than TLS on an https port as not sent', async () => {
    const url = await onRaw((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad\r\n\r\n')));
    const sent = await port().send(post(url.replace('http:', 'https:')));
    expect(sent).toMatchObject({ code: 'NETWORK_TLS', certainty: 'did-not-happen' });
  });
});

describe('the request may have arrived', () => {
  const reply = Buffer.from(
    'HTTP/1.1 200 OK\r\ncontent-length: 40\r\n\r\n{"Success":true,"ResultCode":"100"}     ',
  );

  it.each([0, 1, 17, 40, reply.length - 1])(
    'is unknown when the connection dies after %i reply bytes',
    async (length) => {
      const url = await onRaw((socket) => {
        socket.once('data', () => {
          if (length === 0) socket.resetAndDestroy();
          else socket.write(reply.subarray(0, length), () => socket.destroy());
        });
      });
      expect(await port().send(post(url))).toMatchObject({ code: 'NETWORK_CUT', certainty: 'unknown' });
    },
  );

  it.each([1, 60, 4_000_000])(
    'is unknown when the connection is reset after %i request bytes',
    async (wanted) => {
      const url = await onRaw((socket) => {
        let seen = 0;
        socket.on('data', (chunk: Buffer) => {
          seen += chunk.length;
          if (seen >= wanted) socket.resetAndDestroy();
        });
      });
      const sent = await port().send(post(url, { body: 'x'.repeat(4_000_000) }));
      expect(sent).toMatchObject({ code: 'NETWORK_CUT', certainty: 'unknown' });
    },
  );

  it('never claims that nothing was sent once the server has seen a byte', async () => {
    for (let round = 0; round < 30; round += 1) {
      let seen = 0;
      const url = await onRaw((socket) => {
        socket.on('data', (chunk: Buffer) => {
          seen += chunk.length;
        });
        socket.resetAndDestroy();
      });
      const sent = await port().send(post(url));
      expect(sent.ok).toBe(false);
      if (!sent.ok && sent.certainty === 'did-not-happen') expect(seen).toBe(0);
    }
  });

  it('is unknown when half of a large request is read and the connection then reset', async () => {
    const url = await onRaw((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const sent = await port().send(post(url, { body: 'x'.repeat(5_000_000) }));
    expect(sent).toMatchObject({ code: 'NETWORK_CUT', certainty: 'unknown' });
  });

  it('is unknown when no reply comes before the deadline', async () => {
    const url = await onRaw((socket) => socket.resume());
    const sent = await port().send(post(url, { timeoutMs: 80 }));
    expect(sent).toMatchObject({ code: 'NETWORK_TIMEOUT', certainty: 'unknown' });
  });

  it('keeps the total deadline though bytes keep dripping in', async () => {
    const url = await serve((_request, response) => {
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    });
    const sent = await port().send(post(url, { timeoutMs: 150 }));
    expect(sent).toMatchObject({ code: 'NETWORK_TIMEOUT', certainty: 'unknown' });
  });

  it('stops reading a giant reply and hangs up', async () => {
    let hungUp: () => void = () => {};
    const closed = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const url = await serve((_request, response) => {
      response.on('close', hungUp);
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', pour);
      pour();
    });
    const sent = await port().send(post(url));
    expect(sent).toMatchObject({ code: 'NETWORK_REPLY_TOO_LARGE', certainty: 'unknown' });
    await closed;
  });

  it('is unknown when a kept connection is reset on the second request', async () => {
    let requests = 0;
    const url = await onRaw((socket) => {
      socket.on('data', () => {
        requests += 1;
        if (requests === 1)
          socket.write('HTTP/1.1 200 OK\r\nconnection: keep-alive\r\ncontent-length: 0\r\n\r\n');
        else socket.resetAndDestroy();
      });
    });
    const http = port();
    expect((await http.send(post(url))).ok).toBe(true);
    expect(await http.send(post(url))).toMatchObject({ code: 'NETWORK_CUT', certainty: 'unknown' });
  });

  it('is unknown when the other side talks something that is no HTTP', async () => {
    const url = await onRaw((socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH\r\n')));
    expect(await port().send(post(url))).toMatchObject({ code: 'NETWORK_CUT', certainty: 'unknown' });
  });

  it('names the host and nothing of the request in a failure', async () => {
    const url = await onRaw((socket) => socket.once('data', () => socket.destroy()));
    const sent = await port().send(post(`${url}path?key=canary-secret`, { body: 'canary-body' }));
    expect(JSON.stringify(sent)).not.toContain('canary');
  });
});
