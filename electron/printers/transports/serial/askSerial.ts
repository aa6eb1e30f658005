import type { SerialPort } from 'serialport';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState } from '../../kit/printerTransport.ts';
import type { SerialTiming } from './serialTiming.ts';

const maxReplyBytes = 2_048;

/** Asks over an open line; silence is `unknown`. */
export function askSerial(
  port: SerialPort,
  question: StatusQuestion,
  timing: SerialTiming,
): Promise<PrinterState> {
  return new Promise((resolve) => {
    let reply = Buffer.alloc(0);
    const timer = setTimeout(() => resolve('unknown'), timing.statusWaitMs);
    const finish = (state: PrinterState): void => {
      clearTimeout(timer);
      resolve(state);
    };
    port.on('data', (piece: Buffer) => {
      reply = Buffer.concat([reply, piece]);
      const state = question.read(reply);
      if (state !== null) finish(state);
      else if (reply.length > maxReplyBytes) finish('unknown');
    });
    port.on('error', () => finish('unknown'));
    port.once('close', () => finish('unknown'));
    port.write(Buffer.from(question.query));
  });
}
