import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers one request for a file; absent: with the file. */
type Answer = (request: IncomingMessage, response: ServerResponse, file: Buffer) => void;

/** A server that offers versions, on this computer alone. */
export interface UpdateFeed {
  readonly address: string;
  /** By their names. */
  readonly files: Map<string, Buffer>;
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** Of files with this ending, from now on; null: as a server should. */
  answer(ending: string, how: Answer | null): void;
  close(): Promise<void>;
}

export async function openUpdateFeed(): Promise<UpdateFeed> {
  const files: UpdateFeed['files'] = new Map();
  const asked: UpdateFeed['asked'] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push({ path, headers: request.headers });
    const file = files.get(path.slice('/shop/'.length));
    const ending = [...answers.keys()].find((one) => path.endsWith(one));
    const how = ending === undefined ? undefined : answers.get(ending);
    if (how !== undefined) how(request, response, file ?? Buffer.alloc(0));
    else if (file === undefined) response.writeHead(404).end('not here');
    else sendFile(request, response, file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/shop`,
    files,
    asked,
    answer: (ending, how) => void (how === null ? answers.delete(ending) : answers.set(ending, how)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Whole, or from the byte that is asked for. */
function sendFile(request: IncomingMessage, response: ServerResponse, file: Buffer): void {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const headers = { 'content-length': file.length - from };
  if (from === 0) response.writeHead(200, headers);
  else
    response.writeHead(206, {
      ...headers,
      'content-range': `bytes ${from}-${file.length - 1}/${file.length}`,
    });
  response.end(file.subarray(from));
}

/** Sends half of the file and breaks the connection. */
export const halfThenCut: Answer = (_, response, file) => {
  response.writeHead(200, { 'content-length': file.length });
  response.write(file.subarray(0, file.length / 2), () => response.destroy());
};

/** Takes the request and says nothing. */
export const silence: Answer = () => undefined;

export const sendTo =
  (location: string): Answer =>
  (_, response) => {
    response.writeHead(302, { location }).end();
  };
