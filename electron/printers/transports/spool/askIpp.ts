import { request } from 'node:http';
import { userInfo } from 'node:os';
import { decodeIpp, encodeIpp, type IppReply } from './ippMessage.ts';

/** Where the print server of this computer listens. */
export type IppServer = { readonly socketPath: string } | { readonly host: string; readonly port: number };

const timeoutMs = 5_000;
/** A queue with thousands of old jobs stays far below this. */
const maxReplyBytes = 4_000_000;

/** null: the server is not there, or what it says is no reply. */
export function askIpp(
  server: IppServer,
  path: string,
  question: Omit<Parameters<typeof encodeIpp>[0], 'userName'>,
): Promise<IppReply | null> {
  const body = encodeIpp({ ...question, userName: userInfo().username });
  return new Promise((resolve) => {
    const call = request(
      {
        ...server,
        path,
        method: 'POST',
        timeout: timeoutMs,
        headers: { 'content-type': 'application/ipp', 'content-length': body.length, host: 'localhost' },
      },
      (reply) => {
        const pieces: Buffer[] = [];
        let size = 0;
        reply.on('data', (piece: Buffer) => {
          size += piece.length;
          if (size > maxReplyBytes) call.destroy();
          else pieces.push(piece);
        });
        reply.on('end', () => resolve(reply.statusCode === 200 ? decodeIpp(Buffer.concat(pieces)) : null));
        reply.on('error', () => resolve(null));
      },
    );
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(null));
    call.on('close', () => resolve(null));
    call.end(body);
  });
}
