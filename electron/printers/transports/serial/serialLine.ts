import type { SerialPort } from 'serialport';
import { type CallOutcome, happened, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { causeOf } from '../../../serial/serialPort.ts';
import type { WatchTiming } from '../../kit/askPrinter.ts';
import type { PrintReceipt, TransportJob } from '../../kit/printerTransport.ts';

/** Limits of one label over a serial line, in milliseconds unless said. */
export interface SerialTiming extends WatchTiming {
  /** A piece that is not through in this time: no power, no paper, handshake off. 9600 baud carries one in 0.3 s. */
  readonly stallTimeoutMs: number;
  readonly statusWaitMs: number;
  readonly pieceBytes: number;
  /** A port nobody printed on for this long is closed, so that other programs may have it. */
  readonly idleMs: number;
}

export const serialTiming: SerialTiming = {
  stallTimeoutMs: 30_000,
  statusWaitMs: 1_500,
  confirmWaitMs: 6_000,
  confirmAskMs: 250,
  busyWaitMs: 20_000,
  quietWaitMs: 300,
  pieceBytes: 256,
  idleMs: 5_000,
};

/**
 * Writes one label piece by piece and waits for each to be through the line. The driver does not say how much of a
 * piece left, so every fault is `unknown`. What the printer says meanwhile is read and dropped.
 */
export function sendSerial(
  port: SerialPort,
  { bytes, onMoving }: Pick<TransportJob, 'bytes' | 'onMoving'>,
  timing: SerialTiming,
): Promise<CallOutcome<PrintReceipt>> {
  const { path } = port;
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let isSettled = false;
    const drop = () => {};
    const failed = (error: Error) => broken(causeOf(error));
    const closed = () => broken('closed');
    const settle = (outcome: CallOutcome<PrintReceipt>): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      port.off('error', failed).off('close', closed).off('data', drop);
      resolve(outcome);
    };
    const broken = (cause: string) => settle(unknownOutcome('PRINTER_DEVICE_BROKE_OFF', { path, cause }));
    const next = (offset: number): void => {
      if (isSettled) return;
      clearTimeout(timer);
      if (offset >= bytes.length) {
        settle(happened({ level: 'accepted' }));
        return;
      }
      timer = setTimeout(
        () => settle(unknownOutcome('PRINTER_DEVICE_STALLED', { path })),
        timing.stallTimeoutMs,
      );
      const end = Math.min(bytes.length, offset + timing.pieceBytes);
      port.write(Buffer.from(bytes.subarray(offset, end)), (problem) => {
        if (problem) return failed(problem);
        port.drain((error) => {
          if (error) return failed(error);
          onMoving?.();
          next(end);
        });
      });
    };
    port.on('error', failed).on('close', closed).on('data', drop);
    next(0);
  });
}
