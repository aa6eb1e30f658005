import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { ScriptedFault } from './scriptedFaults.ts';

/** Answers wrongly as the fault says; true when it has taken the reply over. */
export function misbehave(fault: ScriptedFault, response: ServerResponse, proper: string): boolean {
  const socket = response.socket;
  const headers = { 'content-type': 'application/json', ...fault.headers };
  switch (fault.kind) {
    case 'accept-then-drop':
    case 'reset-before':
      socket?.resetAndDestroy();
      return true;
    case 'accept-then-silence':
      return true;
    case 'half-reply':
      response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(proper) });
      response.write(Buffer.from(proper).subarray(0, Buffer.byteLength(proper) >> 1), () =>
        socket?.destroy(),
      );
      return true;
    case 'slow-drip': {
      response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(proper) });
      let sent = 0;
      const drip = setInterval(() => response.write(proper.charAt(sent++) || ' '), fault.delayMs ?? 20);
      response.on('close', () => clearInterval(drip));
      return true;
    }
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>请登录网络</body></html>');
      return true;
    case 'empty':
      response.writeHead(200, headers).end();
      return true;
    case 'cut-json':
      response.writeHead(200, headers).end(proper.slice(0, -4));
      return true;
    case 'gbk':
      // 中文 in GBK, which is no valid UTF-8.
      response
        .writeHead(200, headers)
        .end(
          Buffer.concat([
            Buffer.from('{"Reason":"'),
            Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
            Buffer.from('"}'),
          ]),
        );
      return true;
    case 'giant':
      response.writeHead(200, headers).end(`{"Reason":"${'x'.repeat(8_000_000)}"}`);
      return true;
    case 'deep':
      response.writeHead(200, headers).end(`{"Extra":${'['.repeat(10_000)}${']'.repeat(10_000)}}`);
      return true;
    case 'gzip':
      response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(gzipSync(proper));
      return true;
    case 'status':
      response.writeHead(fault.status ?? 500, headers).end('<html><body>error</body></html>');
      return true;
    case 'reply':
      response
        .writeHead(200, headers)
        .end(typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body));
      return true;
    case 'delay':
    case 'patch':
      return false;
  }
}
