import { connect } from 'node:net';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState, PrinterTarget } from '../../kit/printerTransport.ts';
import type { TcpTiming } from './tcpTiming.ts';

/** More than any status reply: a device that talks on is not one we understand. */
const maxReplyBytes = 2_048;

/**
 * Asks on a connection of its own. Silence is `unknown`: several printers do not answer with the head open or
 * the paper out. `offline` only when no connection comes about.
 */
export function askStatus(
  target: PrinterTarget,
  question: StatusQuestion | null,
  timing: TcpTiming,
): Promise<PrinterState> {
  return new Promise((resolve) => {
    const socket = connect({ host: target.host, port: target.port, noDelay: true });
    let isConnected = false;
    let reply = Buffer.alloc(0);
    const finish = (state: PrinterState): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(state);
    };
    let timer = setTimeout(() => finish('offline'), timing.connectTimeoutMs);
    socket.once('connect', () => {
      isConnected = true;
      clearTimeout(timer);
      if (question === null) return finish('unknown');
      timer = setTimeout(() => finish('unknown'), timing.statusWaitMs);
      socket.write(question.query);
    });
    socket.on('data', (piece: Buffer) => {
      reply = Buffer.concat([reply, piece]);
      const state = question?.read(reply) ?? null;
      if (state !== null) finish(state);
      else if (reply.length > maxReplyBytes) finish('unknown');
    });
    socket.once('close', () => finish(isConnected ? 'unknown' : 'offline'));
    socket.on('error', () => finish(isConnected ? 'unknown' : 'offline'));
  });
}
