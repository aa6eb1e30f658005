import { connect } from 'node:net';
import { done, failure, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import {
  createPrinterLanes,
  type PrinterState,
  type PrinterTarget,
  type PrinterTransport,
} from '../../kit/printerTransport.ts';
import { type TcpTiming, tcpTiming, transmit } from './transmit.ts';
import { transmitAsked } from './transmitAsked.ts';

function atMost(wait: Promise<void>, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    void wait.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Raw printing to port 9100: every label is one connection, opened, written, half-closed. */
export function createTcpTransport(
  statusOf: (language: string) => StatusQuestion | null,
  timing: TcpTiming = tcpTiming,
): PrinterTransport {
  const inLane = createPrinterLanes();
  const laneOf = (target: PrinterTarget): string => `${target.host}:${target.port}`;
  return {
    id: 'tcp',
    parse: (target) =>
      target.host !== '' && target.port > 0
        ? done(target)
        : failure('PRINTER_URI_INVALID', { part: target.host === '' ? 'host' : 'port' }),
    send: (target, job) =>
      inLane(laneOf(target), async (release) => {
        const question = job.asksStatus === true ? statusOf(target.language) : null;
        const { outcome, closed } =
          question === null
            ? transmit(target, job.bytes, timing)
            : transmitAsked(target, job.bytes, question, timing);
        const result = await outcome;
        release(atMost(closed, timing.handOverMs));
        return result;
      }),
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: (target) => inLane(laneOf(target), () => askStatus(target, statusOf(target.language), timing)),
  };
}

/** More than any status reply: a device that talks on is not one we understand. */
const maxReplyBytes = 2_048;

/**
 * Asks on a connection of its own. Silence is `unknown`: several printers do not answer with the head open or
 * the paper out. `offline` only when no connection comes about.
 */
function askStatus(
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
