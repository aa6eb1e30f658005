import { connect } from 'node:net';
import {
  type CallOutcome,
  didNotHappen,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import type { WatchTiming } from '../../kit/askPrinter.ts';
import type { PrinterTarget, PrintReceipt } from '../../kit/printerTransport.ts';

/** Limits of one raw connection, in milliseconds unless said. */
export interface TcpTiming extends WatchTiming {
  readonly connectTimeoutMs: number;
  /** A piece the printer does not take for this long means it has stopped: paper out, cover, pause. */
  readonly stallTimeoutMs: number;
  /** After the last byte: some devices never close, and all bytes are taken by then. */
  readonly closeWaitMs: number;
  /** The next label waits this long for the connection before it to be closed: many devices take only one. */
  readonly handOverMs: number;
  /** An accepted connection is drained at most this long: closed earlier, a late word of the device cuts its label. */
  readonly lingerMs: number;
  readonly statusWaitMs: number;
  readonly pieceBytes: number;
}

export const tcpTiming: TcpTiming = {
  connectTimeoutMs: 5_000,
  stallTimeoutMs: 30_000,
  closeWaitMs: 1_000,
  handOverMs: 1_500,
  lingerMs: 15_000,
  statusWaitMs: 1_500,
  confirmWaitMs: 6_000,
  confirmAskMs: 250,
  pieceBytes: 8_192,
};

export interface Transmission {
  readonly outcome: Promise<CallOutcome<PrintReceipt>>;
  /** The connection is gone; it may outlive the outcome when the device does not close. */
  readonly closed: Promise<void>;
}

/**
 * One label over one connection: pieces with back-pressure, then a half-close, then the printer's close or a
 * bounded wait. Whatever the printer says meanwhile is read and dropped, for unread input would make the
 * kernel reset the connection and cut the label. Nothing written yet: `did-not-happen`; from the first
 * piece on every fault is `unknown`.
 */
export function transmit(target: PrinterTarget, bytes: Uint8Array, timing: TcpTiming): Transmission {
  const place = { host: target.host, port: target.port };
  const socket = connect({ ...place, allowHalfOpen: true, noDelay: true });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const outcome = new Promise<CallOutcome<PrintReceipt>>((resolve) => {
    let phase: 'connecting' | 'writing' | 'written' | 'settled' = 'connecting';
    let timer: NodeJS.Timeout | undefined;
    const arm = (delayMs: number, then: () => void): void => {
      clearTimeout(timer);
      timer = setTimeout(then, delayMs);
    };
    const settle = (result: CallOutcome<PrintReceipt>): void => {
      if (phase === 'settled') return;
      phase = 'settled';
      clearTimeout(timer);
      if (!result.ok) socket.destroy();
      else {
        socket.unref();
        const lingering = setTimeout(() => socket.destroy(), timing.lingerMs);
        lingering.unref();
        void closed.then(() => clearTimeout(lingering));
      }
      resolve(result);
    };
    const fail = (cause: string): void =>
      settle(
        phase === 'connecting'
          ? didNotHappen('PRINTER_UNREACHABLE', { ...place, cause })
          : unknownOutcome('PRINTER_CONNECTION_LOST', { ...place, cause }),
      );
    const stalled = (): void => settle(unknownOutcome('PRINTER_STALLED', place));
    const accepted = (): void => settle(happened({ level: 'accepted' }));

    const writeFrom = (offset: number): void => {
      if (phase !== 'writing') return;
      arm(timing.stallTimeoutMs, stalled);
      if (offset >= bytes.length) {
        socket.end(() => {
          if (phase !== 'writing') return;
          phase = 'written';
          arm(timing.closeWaitMs, accepted);
        });
        return;
      }
      const end = Math.min(bytes.length, offset + timing.pieceBytes);
      socket.write(bytes.subarray(offset, end), (error) => {
        if (!error) writeFrom(end);
      });
    };

    arm(timing.connectTimeoutMs, () => fail('timeout'));
    socket.once('connect', () => {
      if (phase !== 'connecting') return;
      phase = 'writing';
      writeFrom(0);
    });
    socket.once('end', () => {
      if (phase === 'written') accepted();
      else fail('closed');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'error'));
    socket.once('close', () => fail('closed'));
    socket.resume();
  });
  return { outcome, closed };
}
